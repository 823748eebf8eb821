import type { FigureChange, Verdict } from './compareReport.ts';
import { neededOnEachSide } from './needed.ts';
import type { Pair } from './riskDifference.ts';

/** Fewer persons on either side, and nothing is said. */
export const LEAST = 30;

/** Below this share of all, what was held equal says nothing about all. */
const LEAST_COVERED = 0.7;

/** A change with what it says, and what it would take to say more. */
export function judged(
  change: Omit<FigureChange, 'verdict' | 'needed'>,
  { variance, persons, days }: { variance: Pair<number>; persons: Pair<number>; days: number },
): FigureChange {
  const { figure, after, crude } = change;
  const adjusted =
    change.adjusted && change.adjusted.covered >= LEAST_COVERED ? change.adjusted : null;
  const { value, low, high } = adjusted ?? crude;
  const few = Math.min(persons.before, persons.after) < LEAST || value === null;
  const isTold = !few && low !== null && high !== null && (low > 0 || high < 0);
  const isGain = figure === 'conversion' || figure === 'order_value';
  const verdict: Verdict = few
    ? 'too_few'
    : !isTold
      ? 'cannot_tell'
      : value! > 0 === isGain
        ? 'better'
        : 'worse';
  return {
    ...change,
    adjusted,
    verdict,
    needed: isTold ? null : neededFor(value, { variance, after: after.n, days }),
  };
}

function neededFor(
  value: number | null,
  { variance, after, days }: { variance: Pair<number>; after: number; days: number },
): FigureChange['needed'] {
  if (value === null || value === 0 || after === 0) return null;
  const onEachSide = Math.max(LEAST, neededOnEachSide(value, variance));
  const inAll = Math.ceil(onEachSide / (after / days));
  return { onEachSide, moreDays: Math.max(0, inAll - days) };
}
