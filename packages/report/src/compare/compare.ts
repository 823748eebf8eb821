import type { Step } from '@cartograph/journey';
import type { Count } from '../count.ts';
import type { JourneyFact, Question } from '../question.ts';
import { stepOrder, wayOf } from '../stepOrder.ts';
import { cartsAtAge } from './cartAtAge.ts';
import { type CompareReport, emptyCompare } from './compareReport.ts';
import { journeyOf, paired } from './paired.ts';
import type { Sides } from './readCompare.ts';
import { shareChange } from './shareChange.ts';
import { stopOf } from './stopCounts.ts';
import { valueChange } from './valueChange.ts';

export interface CompareInput {
  question: Question;
  sides: Sides;
  /** Carts created from the beginning of the earlier side to the end of the later one. */
  carts: readonly JourneyFact[];
  /** Journeys begun in that time. */
  journeys: readonly JourneyFact[];
}

/** Before and after, all at the same age. */
export function compare({ question, sides, carts, journeys }: CompareInput): CompareReport {
  const { before, after, ageMs, days } = sides;
  const { currency } = question;
  const cartsOf = (period: Sides['before']) => cartsAtAge(carts, { ...question, ...period }, ageMs);
  const [earlier, later] = [cartsOf(before), cartsOf(after)];
  const both = [...earlier, ...later];
  const pairs = paired(earlier.map(journeyOf), later.map(journeyOf));
  const begun = (period: Sides['before']) =>
    journeys.filter(({ startedAt }) => startedAt >= period.from && startedAt < period.to);
  const [visited, visiting] = [begun(before), begun(after)];

  const stops = (figure: 'abandonment' | 'stop', step?: Step) =>
    shareChange(
      { figure, unit: 'carts', ...(step !== undefined && { step }) },
      { all: pairs, counts: both.map((cart) => stopOf(cart, step)), days },
    );
  const ordered = ({ startedAt, cart }: JourneyFact): Count => ({
    n: 1,
    hits: cart?.order && cart.order.at <= startedAt + ageMs ? 1 : 0,
  });

  return {
    ...emptyCompare(currency, sides),
    figures:
      days === 0
        ? []
        : [
            stops('abandonment'),
            ...stepOrder(both.map(wayOf)).map((step) => stops('stop', step)),
            shareChange(
              { figure: 'conversion', unit: 'journeys' },
              {
                all: paired(visited, visiting),
                counts: [...visited, ...visiting].map(ordered),
                days,
              },
            ),
            valueChange({ earlier, later, days, currency }),
          ],
  };
}
