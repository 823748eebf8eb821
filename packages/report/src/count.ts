/** How many, out of how many. */
export interface Count {
  hits: number;
  n: number;
}

/** One that is not counted at all, one that is and isn't a hit, and one that is. */
export const NONE: Count = { hits: 0, n: 0 };
export const MISS: Count = { hits: 0, n: 1 };
export const HIT: Count = { hits: 1, n: 1 };
