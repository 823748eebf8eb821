import type { Arrival } from './peer.ts';

/** Touchpoints a cell. Each is tracked in a shop of its own, so that none helps another. */
export const TRIES = 10;

/** What they are tracked with, and the shops they are tracked in. */
export const numbers: readonly number[] = Array.from({ length: TRIES }, (_, index) => index + 1);

/** What became of them. */
export interface Tally {
  /** Never arrived. */
  lost: number;
  /** Arrived more than once, with nothing to tell the copy by. */
  doubled: number;
  /** Arrived more than once, with an id that a server can tell the copy by. */
  copied: number;
}

export function tally(arrivals: readonly Arrival[]): Tally {
  const outcome = { lost: 0, doubled: 0, copied: 0 };
  for (const number of numbers) {
    const copies = arrivals.filter(({ n }) => n === number);
    // Without an id, every copy counts for another.
    const different = new Set(copies.map(({ id }) => id ?? {}));
    if (copies.length === 0) outcome.lost++;
    else if (different.size > 1) outcome.doubled++;
    else if (copies.length > 1) outcome.copied++;
  }
  return outcome;
}
