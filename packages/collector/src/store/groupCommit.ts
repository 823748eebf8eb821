import { type Appended, type Store, StoreError, type Write } from './store.ts';

interface Waiting {
  write: Write;
  resolve: (appended: Appended) => void;
  reject: (error: unknown) => void;
}

/**
 * A store that commits what arrives together at once: one wait for the disk serves many requests,
 * and each is still answered only after its commit. What arrives during a commit is the next one.
 *
 * Should a group fail for another reason than an unreachable database, each of its writes is tried
 * alone, so that one can't take its neighbours along.
 *
 * @param maxWaiting More touchpoints than this waiting for the disk, and new ones are turned away.
 */
export function groupCommit(store: Store, maxWaiting = 50_000): Store {
  let group: Waiting[] = [];
  let waiting = 0;
  let isCommitting = false;

  const commitAll = async () => {
    while (group.length > 0) await commit();
    isCommitting = false;
  };

  const commit = async () => {
    const committed = group;
    group = [];
    try {
      const results = await store.append(committed.map(({ write }) => write));
      committed.forEach(({ resolve }, index) => void resolve(results[index]!));
    } catch (error) {
      const [first] = committed;
      if (error instanceof StoreError || committed.length === 1) {
        for (const { reject } of committed) reject(error);
      } else if (first) {
        for (const { write, resolve, reject } of committed) {
          await store.append([write]).then(([appended]) => resolve(appended!), reject);
        }
      }
    } finally {
      waiting -= sizeOf(committed);
    }
  };

  const appendOne = (write: Write) =>
    new Promise<Appended>((resolve, reject) => {
      if (waiting > maxWaiting) {
        reject(new StoreError(`${waiting} touchpoints are waiting for the disk already`));
        return;
      }
      waiting += write.touchpoints.length;
      group.push({ write, resolve, reject });
      if (isCommitting) return;
      isCommitting = true;
      // A macrotask, so that every request the event loop has read by then joins the group.
      setTimeout(commitAll);
    });

  return { ...store, append: (writes) => Promise.all(writes.map(appendOne)) };
}

function sizeOf(group: readonly Waiting[]): number {
  return group.reduce((sum, { write }) => sum + write.touchpoints.length, 0);
}
