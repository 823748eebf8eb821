import { inOrder } from './inOrder.ts';
import type { Journey } from './journey.ts';
import { type FoldOptions, startFold } from './startFold.ts';
import type { StoredTouchpoint } from './touchpoint.ts';
import { withoutEchoes } from './withoutEchoes.ts';

/** Raised whenever the same touchpoints give other journeys than before: what is stored is folded again. */
export const FOLD_VERSION = 3;

export interface FoldedJourney {
  journey: Journey;
  /** What it was folded from, in order. */
  touchpoints: readonly StoredTouchpoint[];
}

/**
 * Folds the touchpoints of *one person*, in any order and however often repeated, into their
 * journeys, oldest first. Every touchpoint belongs to exactly one journey, but for echoes of others,
 * which belong to none. Pure: same input, same output, no clock; all rules about journeys, carts and
 * orders live in what this imports.
 */
export function fold(
  touchpoints: readonly StoredTouchpoint[],
  options: FoldOptions = {},
): FoldedJourney[] {
  const running = startFold(options);
  const touchpointsOf: StoredTouchpoint[][] = [];
  for (const touchpoint of withoutEchoes(inOrder(touchpoints))) {
    const place = running.add(touchpoint);
    touchpointsOf[place] ??= [];
    touchpointsOf[place].push(touchpoint);
  }
  return touchpointsOf.map((own, place) => ({ journey: running.journey(place), touchpoints: own }));
}
