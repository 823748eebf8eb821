import type { Store } from '../store/store.ts';

/** Between two tries to write, whoever asks: anybody may, and each costs a wait for the disk. */
const PROBE_EVERY_MS = 5000;

/** Whether the store does its work. */
export interface Health {
  /** Resolves to what is wrong, in words for an operator; `undefined` when nothing is. */
  problem(): Promise<string | undefined>;
}

/**
 * Asks a store to read, and to write: a full disk, a lost mount and a database gone read-only all
 * still read. How the last write went stands for {@link PROBE_EVERY_MS}.
 */
export function createHealth({ store, now }: { store: Store; now: () => number }): Health {
  let probedAt = Number.NEGATIVE_INFINITY;
  let written: Promise<string | undefined> = Promise.resolve(undefined);

  return {
    async problem() {
      const at = now();
      if (Math.abs(at - probedAt) >= PROBE_EVERY_MS) {
        probedAt = at;
        written = problemOf(store.put('healthz', { at }));
      }
      return (await problemOf(store.get('healthz'))) ?? (await written);
    },
  };
}

async function problemOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
