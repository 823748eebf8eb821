import type { AbandonmentReport } from '../abandonment.ts';

/** Clock changes make periods of equal days differ by an hour. */
const TOLERANCE_MS = 2 * 60 * 60 * 1000;

/**
 * Whether two periods are seen as long after they began. Only then can they be compared in what
 * takes time: no cart of this month can be lost yet, and the carts of last month had longer to be
 * ordered after all.
 */
export function sameAge(a: AbandonmentReport, b: AbandonmentReport): boolean {
  return Math.abs(ageOf(a) - ageOf(b)) <= TOLERANCE_MS;
}

function ageOf({ from, asOf }: AbandonmentReport): number {
  return Date.parse(asOf) - Date.parse(from);
}
