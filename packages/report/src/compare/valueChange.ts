import { toDecimal } from '@cartograph/journey';
import { Z_95 } from '../normal.ts';
import { personsOf } from '../persons/personsOf.ts';
import { shared } from '../persons/shared.ts';
import type { CartAtAge } from './cartAtAge.ts';
import type { FigureChange, Side } from './compareReport.ts';
import { judged } from './judged.ts';
import { isCompared, type Moments, meanDifference, momentsOf, weightOf } from './meanDifference.ts';
import { journeyOf, type Paired, paired } from './paired.ts';
import type { Pair } from './riskDifference.ts';

/** How the mean amount of orders in the site's currency changed. */
export function valueChange({
  earlier,
  later,
  days,
  currency,
}: {
  earlier: readonly CartAtAge[];
  later: readonly CartAtAge[];
  days: number;
  currency: string;
}): FigureChange {
  const isCounted = ({ state, cart }: CartAtAge) =>
    state === 'ordered' && cart.order?.currency === currency;
  const [before, after] = [earlier.filter(isCounted), later.filter(isCounted)];
  const values = [...before, ...after].map(({ cart }) =>
    Number(toDecimal(cart.order!.amount, currency)),
  );
  const all = paired(before.map(journeyOf), after.map(journeyOf));
  const whole = { ...all, strata: all.strata.map(() => 0), size: 1 };
  const b = sideOf(all, values, { first: 0, end: before.length });
  const a = sideOf(all, values, { first: before.length, end: values.length });
  return judged(
    {
      figure: 'order_value',
      unit: 'orders',
      before: b.mean,
      after: a.mean,
      crude: differenceOf(whole, values) ?? { value: null, low: null, high: null },
      adjusted: differenceOf(all, values),
    },
    {
      variance: { before: b.variance, after: a.variance },
      persons: { before: b.persons, after: a.persons },
      days,
    },
  );
}

/** The orders from one number up to another, which are those of one side. */
function sideOf(
  all: Paired,
  values: readonly number[],
  { first, end }: { first: number; end: number },
): { mean: Side; variance: number; persons: number } {
  const { n, mean, variance } = momentsOf(values.slice(first, end));
  const lacking = sharedBy(all, (each) =>
    each < first || each >= end ? STILL : { influence: (values[each]! - mean) / n, weight: 1 / n },
  );
  const spread = variance + lacking * n;
  const own = Array.from({ length: end - first }, (_, place) => first + place);
  return {
    mean: meanOf({ n, mean, variance: spread }),
    variance: spread,
    persons: personsOf(own, all.clusters),
  };
}

function differenceOf(all: Paired, values: readonly number[]) {
  const lists = Array.from({ length: all.size }, () => ({
    before: [] as number[],
    after: [] as number[],
  }));
  values.forEach((value, each) => {
    lists[all.strata[each]!]![sideAt(all, each)].push(value);
  });
  const strata = lists.map(
    ({ before, after }): Pair<Moments> => ({ before: momentsOf(before), after: momentsOf(after) }),
  );
  return meanDifference(strata, ({ weight, n }) =>
    sharedBy(all, (each) => {
      const pair = strata[all.strata[each]!]!;
      if (!isCompared(pair)) return STILL;
      const side = sideAt(all, each);
      const share = weightOf(pair) / weight / pair[side].n;
      const off = values[each]! - pair[side].mean;
      return { influence: side === 'after' ? share * off : -share * off, weight: 1 / n[side] };
    }),
  );
}

function sideAt({ before }: Paired, each: number): 'before' | 'after' {
  return each < before ? 'before' : 'after';
}

/** {@link shared} where no two move a figure as far. */
function sharedBy(
  { clusters }: Paired,
  movesOf: (each: number) => { influence: number; weight: number },
): number {
  const moves = Array.from(clusters.carts, movesOf);
  return shared(
    clusters,
    clusters.carts.map((_, place) => place),
    {
      influence: Float64Array.from(moves, ({ influence }) => influence),
      weight: Float64Array.from(moves, ({ weight }) => weight),
    },
  );
}

const STILL = { influence: 0, weight: 0 };

function meanOf(moments: Moments): Side {
  const { n, mean, variance } = moments;
  if (n === 0) return { value: null, low: null, high: null, n };
  if (n === 1) return { value: mean, low: null, high: null, n };
  const half = Z_95 * Math.sqrt(variance / n);
  return { value: mean, low: mean - half, high: mean + half, n };
}
