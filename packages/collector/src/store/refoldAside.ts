import type { Site } from '../sites/site.ts';
import type { Log } from '../watch/log.ts';
import type { Store } from './store.ts';

/** Between two pieces: what came in meanwhile is answered. */
const PAUSE_MS = 20;
const AFTER_TROUBLE_MS = 60_000;

export interface RefoldAside {
  /** Goes on with what waits. Calling it twice is fine. */
  start(): void;
  /** Has everybody of a site folded again, beginning now. A store that can't do so in pieces has done it once this resolves. */
  begin(site: Site): Promise<void>;
  /** Waits for the piece under way. */
  stop(): Promise<void>;
}

/** Folds again what waits for it, beside everything else that a process does. */
export function refoldAside(
  store: Pick<Store, 'refolding' | 'rebuild'>,
  { log, pauseMs = PAUSE_MS }: { log: Log; pauseMs?: number },
): RefoldAside {
  const { refolding } = store;
  let isStopped = false;
  let isBusy = false;
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const piece = async (): Promise<void> => {
    isBusy = true;
    isDue = false;
    let afterMs = pauseMs;
    try {
      const wasSomething = await refolding?.next();
      if (wasSomething) isDue = true;
    } catch (error) {
      log(`can’t fold a site again: ${error}`, { level: 'error' });
      isDue = true;
      afterMs = AFTER_TROUBLE_MS;
    }
    isBusy = false;
    if (isDue) again(afterMs);
  };
  const again = (afterMs: number) => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = piece();
    }, afterMs).unref();
  };
  const start = () => {
    isDue = true;
    if (isBusy) return;
    clearTimeout(timer);
    again(0);
  };

  return {
    start,

    async begin(site) {
      if (!refolding) {
        await store.rebuild(site);
        return;
      }
      await refolding.begin(site.id);
      start();
    },

    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
