/**
 * Runs `task` unless another tab of this origin is running the one of the same name.
 *
 * Plain http has no locks, and a sandboxed frame refuses them: it runs then, and two tabs may do
 * the same. https://developer.mozilla.org/docs/Web/API/LockManager/request
 */
export async function inOneTab(name: string, task: () => Promise<unknown>): Promise<void> {
  try {
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && task());
  } catch {
    await task();
  }
}
