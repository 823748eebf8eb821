import { type Store, StoreError } from './store.ts';
import { type Method, wrappedStore } from './wrapped.ts';

export interface Sync {
  /** How much was written so far: another number after every write. */
  written(): number;
  /** Resolves once all that was written when it was called is on the disk. */
  toDisk(): Promise<void>;
}

/**
 * A store whose methods resolve when what they wrote is on the disk. The process goes on meanwhile, and
 * whoever wrote while the disk was busy shares the next wait.
 */
export function afterSync(store: Store, sync: Sync): Store {
  const { written } = sync;
  const upTo = waiting(sync);
  const afterIt =
    (method: Method): Method =>
    async (...args) => {
      const before = written();
      const result = await method(...args);
      const mark = written();
      if (mark !== before) await upTo(mark);
      return result;
    };

  return {
    ...wrappedStore(store, afterIt),
    close: async () => {
      // Whoever waits for the disk is answered first; what fails, they are told.
      await upTo(written()).catch(() => {});
      await store.close();
    },
  };
}

/** Waits until so much is on the disk: one wait at a time, for all who want one. */
function waiting({ written, toDisk }: Sync): (mark: number) => Promise<void> {
  let onDisk = 0;
  let running: Promise<void> | undefined;

  const run = async () => {
    const covers = written();
    try {
      await toDisk();
      onDisk = covers;
    } catch (cause) {
      throw new StoreError(`The disk failed to keep what was written: ${cause}`, { cause });
    } finally {
      running = undefined;
    }
  };
  return async (mark) => {
    while (onDisk < mark) {
      running ??= run();
      await running;
    }
  };
}
