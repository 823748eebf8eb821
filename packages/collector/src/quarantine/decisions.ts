import type { Verdict } from './reasons.ts';

/** What can be decided about a visitor. `judge` leaves it to the rules again. */
export const DECISIONS: ReadonlyMap<string, Verdict | undefined> = new Map([
  ['release', 'released'],
  ['hold', 'held'],
  ['judge', undefined],
]);
