import type { Row } from './row.ts';
import { answered, put, type Storage } from './storage.ts';
import { worthKeeping } from './worthKeeping.ts';

export interface Queue {
  hold(row: Row): void;
  /** Rows of this page, the dearest first. In memory, so that they are at hand while it leaves. */
  own(): Row[];
  /** Rows of pages that are gone, or open in other tabs. */
  leftBehind(): Promise<Row[]>;
  /**
   * They have an answer. So many of them are lost: all, unless told. Resolves when nobody finds them
   * any more.
   */
  settle(rows: readonly Row[], lost?: number): Promise<unknown>;
  /** Nobody is to know of the rows of this page. */
  forget(): void;
}

/**
 * @param maySend Whether the shopper lets us know what they do. Until then nobody is given any rows.
 * @param mayKeep Whether they let us leave it in the browser. Until then rows wait in memory.
 * @param onDrop Told how many rows were given up.
 */
export function createQueue(
  storage: Storage,
  maySend: () => boolean,
  mayKeep: () => boolean,
  onDrop?: (count: number) => void,
): Queue {
  const rows = new Map<string, Row>();

  const settle = (gone: readonly Row[], lost = gone.length) => {
    for (const { id } of gone) rows.delete(id);
    if (lost) onDrop?.(lost);
    return storage((store) => {
      for (const { id } of gone) store.delete(id);
    });
  };

  const worthy = (all: readonly Row[]) => {
    const worth = worthKeeping(all);
    const gone = all.filter((row) => !worth.includes(row));
    if (gone[0]) settle(gone);
    return worth;
  };

  return {
    hold(row) {
      rows.set(row.id, row);
      // By then it may be answered for.
      if (mayKeep()) storage((store) => rows.has(row.id) && put(store, row, row.id));
    },
    own: () => (maySend() ? worthy([...rows.values()]) : []),
    async leftBehind() {
      const stored = mayKeep() && (await storage((store) => answered<Row[]>(store.getAll())));
      // What has no time is no row.
      return worthy((stored || []).filter((row) => row.at && !rows.has(row.id)));
    },
    settle,
    forget: () => settle([...rows.values()], 0),
  };
}
