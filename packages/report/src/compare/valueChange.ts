import { toDecimal } from '@cartograph/journey';
import { Z_95 } from '../normal.ts';
import type { CartAtAge } from './cartAtAge.ts';
import type { FigureChange, Side } from './compareReport.ts';
import { judged } from './judged.ts';
import { type Moments, meanDifference, momentsOf } from './meanDifference.ts';
import { pairsOf, stratumOf } from './strata.ts';

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
  const inMajor = (minor: number) => Number(toDecimal(minor, currency));
  const amounts = (carts: readonly CartAtAge[]) => {
    const strata = new Map<string, number[]>();
    for (const { cart, journey, state } of carts) {
      const { order } = cart;
      if (state !== 'ordered' || !order || order.currency !== currency) continue;
      const key = stratumOf(journey);
      const values = strata.get(key) ?? [];
      strata.set(key, values);
      values.push(inMajor(order.amount));
    }
    return strata;
  };
  const [before, after] = [amounts(earlier), amounts(later)];
  const all = {
    before: momentsOf([...before.values()].flat()),
    after: momentsOf([...after.values()].flat()),
  };
  const moments = (strata: ReadonlyMap<string, readonly number[]>) =>
    new Map([...strata].map(([key, values]) => [key, momentsOf(values)]));
  const crude = meanDifference([all]);
  return judged(
    {
      figure: 'order_value',
      unit: 'orders',
      before: meanOf(all.before),
      after: meanOf(all.after),
      crude: crude ?? { value: null, low: null, high: null },
      adjusted: meanDifference(
        pairsOf({ before: moments(before), after: moments(after) }, momentsOf([])),
      ),
    },
    { variance: { before: all.before.variance, after: all.after.variance }, days },
  );
}

function meanOf(moments: Moments): Side {
  const { n, mean, variance } = moments;
  if (n === 0) return { value: null, low: null, high: null, n };
  if (n === 1) return { value: mean, low: null, high: null, n };
  const half = Z_95 * Math.sqrt(variance / n);
  return { value: mean, low: mean - half, high: mean + half, n };
}
