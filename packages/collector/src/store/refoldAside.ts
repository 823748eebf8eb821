import type { Log } from '../watch/log.ts';
import type { Store } from './store.ts';

/** Between two pieces: what came in meanwhile is answered. */
const PAUSE_MS = 20;
const AFTER_TROUBLE_MS = 60_000;

/**
 * Folds again what waits for it, beside everything else that a process does.
 *
 * @returns A function that stops it, and waits for the piece under way.
 */
export function refoldAside(
  { refolding }: Pick<Store, 'refolding'>,
  { log, pauseMs = PAUSE_MS }: { log: Log; pauseMs?: number },
): () => Promise<void> {
  if (!refolding) return async () => {};
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const piece = async () => {
    try {
      if (await refolding.next()) again(pauseMs);
    } catch (error) {
      log(`can’t fold again what another version folded: ${error}`, { level: 'error' });
      again(AFTER_TROUBLE_MS);
    }
  };
  const again = (afterMs: number) => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = piece();
    }, afterMs).unref();
  };
  again(0);

  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
