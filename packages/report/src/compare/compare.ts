import type { Step } from '@cartograph/journey';
import { difference } from '../difference.ts';
import type { JourneyFact, Question } from '../question.ts';
import { stepOrder, wayOf } from '../stepOrder.ts';
import { wilson } from '../wilson.ts';
import { cartsAtAge } from './cartAtAge.ts';
import { type CompareReport, emptyCompare, type FigureChange, type Side } from './compareReport.ts';
import { judged } from './judged.ts';
import type { Sides } from './readCompare.ts';
import { type Pair, riskDifference } from './riskDifference.ts';
import { type Count, stopOf } from './stopCounts.ts';
import { countsOf, pairsOf, totalOf } from './strata.ts';
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

  const stops = (figure: 'abandonment' | 'stop', step?: Step) =>
    shareChange(
      { figure, unit: 'carts', ...(step !== undefined && { step }) },
      {
        before: countsOf(
          earlier,
          ({ journey }) => journey,
          (cart) => stopOf(cart, step),
        ),
        after: countsOf(
          later,
          ({ journey }) => journey,
          (cart) => stopOf(cart, step),
        ),
        days,
      },
    );
  const ordered = (period: Sides['before']) =>
    countsOf(
      journeys.filter(({ startedAt }) => startedAt >= period.from && startedAt < period.to),
      (journey) => journey,
      ({ startedAt, cart }): Count => ({
        n: 1,
        hits: cart?.order && cart.order.at <= startedAt + ageMs ? 1 : 0,
      }),
    );

  return {
    ...emptyCompare(currency, sides),
    figures:
      days === 0
        ? []
        : [
            stops('abandonment'),
            ...stepOrder([...earlier, ...later].map(wayOf)).map((step) => stops('stop', step)),
            shareChange(
              { figure: 'conversion', unit: 'journeys' },
              { before: ordered(before), after: ordered(after), days },
            ),
            valueChange({ earlier, later, days, currency }),
          ],
  };
}

type Named = Pick<FigureChange, 'figure' | 'step' | 'unit'>;

function shareChange(
  named: Named,
  { before, after, days }: Pair<ReadonlyMap<string, Count>> & { days: number },
): FigureChange {
  const [b, a] = [totalOf(before), totalOf(after)];
  const [earlier, later] = [wilson(b.hits, b.n), wilson(a.hits, a.n)];
  const variance = ({ value }: Side) => (value ?? 0) * (1 - (value ?? 0));
  return judged(
    {
      ...named,
      before: earlier,
      after: later,
      crude: difference(later, earlier),
      adjusted: riskDifference(pairsOf({ before, after }, { hits: 0, n: 0 })),
    },
    { variance: { before: variance(earlier), after: variance(later) }, days },
  );
}
