import { type Appended, type Store, StoreError, type Write } from '../store.ts';

/** Touchpoints in one append: past that, the next one takes the rest. */
const AT_ONCE = 20_000;

interface Waiting {
  writes: readonly Write[];
  resolve: (appended: Appended[]) => void;
  reject: (error: unknown) => void;
}

/**
 * One append at a time: what arrives meanwhile goes into the next one together. ClickHouse would rather
 * take a few large inserts in a second than many small ones, each of which makes a part to be merged.
 * https://clickhouse.com/docs/best-practices/selecting-an-insert-strategy
 *
 * Should a group fail for another reason than the database, each is tried alone, so that one can't take
 * its neighbours along.
 */
export function gathering(append: Store['append']): Store['append'] {
  let waiting: Waiting[] = [];
  let isBusy = false;

  const write = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const appended = await append(group.flatMap(({ writes }) => writes));
      for (const { writes, resolve } of group) resolve(appended.splice(0, writes.length));
    } catch (error) {
      if (error instanceof StoreError || group.length === 1) {
        for (const { reject } of group) reject(error);
      } else {
        for (const one of group) await write([one]);
      }
    }
  };

  const writeAll = async (): Promise<void> => {
    isBusy = true;
    while (waiting.length > 0) {
      const count = howMany(waiting);
      const group = waiting.slice(0, count);
      waiting = waiting.slice(count);
      await write(group);
    }
    isBusy = false;
  };

  return (writes) =>
    new Promise((resolve, reject) => {
      waiting.push({ writes, resolve, reject });
      if (!isBusy) void writeAll();
    });
}

/** How many of the first go together: at least one. */
function howMany(waiting: readonly Waiting[]): number {
  let touchpoints = 0;
  const past = waiting.findIndex(({ writes }) => {
    touchpoints += writes.reduce((sum, write) => sum + write.touchpoints.length, 0);
    return touchpoints > AT_ONCE;
  });
  return past < 0 ? waiting.length : Math.max(1, past);
}
