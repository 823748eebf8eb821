import type { StoredTouchpoint } from './touchpoint.ts';

/** Each touchpoint once, by time. */
export function inOrder(touchpoints: readonly StoredTouchpoint[]): StoredTouchpoint[] {
  const unique = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return [...unique.values()].sort(compareInTime);
}

/** Ties, which coarse clocks do produce, go by sequence, then by id. */
export function compareInTime(a: StoredTouchpoint, b: StoredTouchpoint): number {
  return a.at - b.at || compare(a.visitor, b.visitor) || a.seq - b.seq || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
