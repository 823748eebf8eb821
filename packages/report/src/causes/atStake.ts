import { toDecimal } from '@cartograph/journey';
import { othersOf, type Purse, put } from '../money.ts';
import type { Cause, Estimate, MoneyEstimate } from './causesReport.ts';
import type { RiskCart } from './riskCart.ts';
import type { Suspect } from './suspect.ts';

const EXAMPLES = 5;

/**
 * What would not have been left, had the exposed been left as seldom as the others: of every exposed cart
 * that was left, the share `1 − 1 / ratio`. The bounds are those of the ratio.
 */
export function atStake(
  { exposed, exposure, at }: Suspect,
  { ratio, currency }: { ratio: Estimate; currency: string },
): Pick<
  Cause,
  'excessCarts' | 'valueAtStake' | 'otherValuesAtStake' | 'shareOfStopped' | 'examples'
> {
  const left = exposure.carts.filter((cart) => at.stopped[cart]).map((cart) => at.carts[cart]!);
  const purse: Purse = new Map();
  for (const cart of left) put(purse, cart.currency, cart.amount);

  const excess = (of: number): Estimate => ({
    value: of * (1 - 1 / ratio.value),
    low: of * (1 - 1 / ratio.low),
    high: of * (1 - 1 / ratio.high),
  });
  const money = (inCurrency: string): MoneyEstimate => {
    const { value, low, high } = excess(purse.get(inCurrency) ?? 0);
    const decimal = (minor: number) => toDecimal(Math.round(minor), inCurrency);
    return {
      currency: inCurrency,
      amount: decimal(value),
      low: decimal(low),
      high: decimal(high),
    };
  };
  return {
    excessCarts: excess(exposed.stopped),
    valueAtStake: money(currency),
    otherValuesAtStake: othersOf(purse, currency).map((other) => money(other.currency)),
    shareOfStopped: excess(exposed.stopped / at.total.stopped),
    examples: worthMost(left, currency).map(({ journey }) => journey),
  };
}

/** Those in the site's currency first: unlike amounts can't be compared. */
function worthMost(left: readonly RiskCart[], currency: string): RiskCart[] {
  const isWorthMore = (a: RiskCart, b: RiskCart) =>
    Number(b.currency === currency) - Number(a.currency === currency) ||
    b.amount - a.amount ||
    (a.journey < b.journey ? -1 : 1);
  const most: RiskCart[] = [];
  for (const each of left) {
    const last = most[EXAMPLES - 1];
    if (last && isWorthMore(last, each) < 0) continue;
    most.push(each);
    most.sort(isWorthMore).splice(EXAMPLES);
  }
  return most;
}
