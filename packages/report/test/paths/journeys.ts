import type { Mark } from '@cartograph/journey';
import type { TrailFact } from '../../src/question.ts';
import { DAY, looked, NOW, ordered } from '../facts.ts';

/** A journey that did these things, ten seconds apart, and went silent a day ago. */
export function walked(
  marks: readonly (string | Mark)[],
  rest: Partial<TrailFact> = {},
): TrailFact {
  const trail = marks.map(
    (mark, place): Mark => (typeof mark === 'string' ? [mark, 10 * place] : mark),
  );
  return { ...looked(), trail, ...rest };
}

export const bought = (marks: readonly (string | Mark)[]): TrailFact => ({
  ...walked(marks),
  cart: ordered().cart!,
});

export const moving = (marks: readonly (string | Mark)[]): TrailFact =>
  walked(marks, { lastAt: NOW - 60_000 });

/** A day ago, in epoch milliseconds. */
export const YESTERDAY = NOW - DAY;
