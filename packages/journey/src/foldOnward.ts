import { compareInTime, inOrder } from './inOrder.ts';
import type { Journey } from './journey.ts';
import { type FoldOptions, startFold } from './startFold.ts';
import type { StoredTouchpoint } from './touchpoint.ts';
import { ECHO_REACH_MS, isGuess, withoutEchoes } from './withoutEchoes.ts';

/** The journeys of one person, and how to go on from them without folding the past again. */
export interface OnwardFold {
  /** All journeys so far, oldest first. */
  journeys(): Journey[];

  /**
   * Adds touchpoints that come after all others, and gives the journeys that they changed: the same
   * that `fold` makes of the whole.
   *
   * @returns `undefined`, and nothing is added, where only `fold` can tell: one of them lies before
   * something known, is known already, may be an echo or have one, or tells of an order, which may be a part
   * of another journey's.
   */
  add(touchpoints: readonly StoredTouchpoint[]): Journey[] | undefined;
}

/** Folds like `fold`, and keeps what is needed to go on. That grows with the journeys, not with the touchpoints. */
export function foldOnward(
  touchpoints: readonly StoredTouchpoint[],
  options: FoldOptions = {},
): OnwardFold {
  const running = startFold(options);
  const known = inOrder(touchpoints);
  for (const touchpoint of withoutEchoes(known)) running.add(touchpoint);
  let last = known.at(-1);
  const lastGuessAt = known.findLast(isGuess)?.at ?? Number.NEGATIVE_INFINITY;

  return {
    journeys: running.journeys,

    add(more) {
      const added = inOrder(more);
      const [first] = added;
      if (!first) return [];
      if (last && compareInTime(last, first) >= 0) return undefined;
      if (added.some(({ type }) => type === 'purchase')) return undefined;
      // What is told now may be what was guessed a moment ago.
      if (first.at - lastGuessAt <= ECHO_REACH_MS || added.some(isGuess)) return undefined;

      last = added.at(-1);
      const places = new Set(added.map((touchpoint) => running.add(touchpoint)));
      return [...places].map((place) => running.journey(place));
    },
  };
}
