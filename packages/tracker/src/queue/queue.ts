import { promisifyRequest } from 'idb-keyval';
import type { Row } from './row.ts';
import { put, type Storage } from './storage.ts';
import { worthKeeping } from './worthKeeping.ts';

/**
 * A page that just left may have sent its last rows, and their answer may still be on its way to
 * the browser: until then they are left alone.
 */
export const GRACE_MS = 10_000;

export interface Queue {
  hold(row: Row): void;
  /** Rows of this page, the dearest first. In memory, so that they are at hand while it leaves. */
  own(): Row[];
  /** Rows of pages that are gone. */
  leftBehind(): Promise<Row[]>;
  /** They have an answer. So many of them are lost: all, unless told. */
  release(rows: readonly Row[], lost?: number): void;
  /** Nobody is to know of the rows of this page. */
  empty(): void;
}

/**
 * @param maySpeak Whether the shopper lets us keep and send what they do. Until then rows wait in
 *   memory, and nobody is given any.
 * @param onDrop Told how many rows were given up.
 */
export function createQueue(
  storage: Storage,
  maySpeak: () => boolean,
  onDrop?: (count: number) => void,
): Queue {
  const rows = new Map<string, Row>();

  const release = (gone: readonly Row[], lost = gone.length) => {
    for (const { id } of gone) {
      rows.delete(id);
      storage((store) => store.delete(id));
    }
    if (lost) onDrop?.(lost);
  };

  const worthy = (all: readonly Row[]) => {
    const worth = worthKeeping(all);
    release(all.filter((row) => !worth.includes(row)));
    return worth;
  };

  return {
    hold(row) {
      rows.set(row.id, row);
      if (maySpeak()) storage((store) => put(store, row, row.id));
    },
    own: () => (maySpeak() ? worthy([...rows.values()]) : []),
    async leftBehind() {
      const stored =
        maySpeak() && (await storage((store) => promisifyRequest<Row[]>(store.getAll())));
      return worthy(
        (stored || []).filter(
          // A clock that was set back makes rows of the future: those are old, too. And what has no
          // time is no row.
          (row) => !rows.has(row.id) && Math.abs(Date.now() - row.at) > GRACE_MS,
        ),
      );
    },
    release,
    empty: () => release([...rows.values()], 0),
  };
}
