import { type Store, StoreError } from './store.ts';

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
  const upTo = waiting(sync);
  return {
    ...eachAfterSync(store, sync, upTo),
    ...(store.webhooks && { webhooks: eachAfterSync(store.webhooks, sync, upTo) }),
    // A stream only reads.
    touchpoints: store.touchpoints,
    close: async () => {
      // Whoever waits for the disk is answered first; what fails, they are told.
      await upTo(sync.written()).catch(() => {});
      await store.close();
    },
  };
}

function eachAfterSync<Methods extends object>(
  methods: Methods,
  { written }: Sync,
  upTo: (mark: number) => Promise<void>,
): Methods {
  const entries = Object.entries(methods).map(([name, method]) => [
    name,
    typeof method !== 'function'
      ? method
      : async (...args: unknown[]) => {
          const before = written();
          const result = await method(...args);
          const mark = written();
          if (mark !== before) await upTo(mark);
          return result;
        },
  ]);
  return Object.fromEntries(entries);
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
