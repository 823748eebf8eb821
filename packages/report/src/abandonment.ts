import type { CartState } from '@cartograph/journey';
import { cartCounts } from './cartGroups.ts';
import { type Count, HIT, MISS, NONE } from './count.ts';
import { type CountedCart, isLeft } from './countedCarts.ts';
import { partsIn } from './facts.ts';
import { decimalOf, othersOf, type Purse, put } from './money.ts';
import { rateOf } from './persons/designEffect.ts';
import { fellows } from './persons/fellows.ts';
import type { JourneyFact, Question } from './question.ts';
import { type StepCounts, stepsReport } from './stepsReport.ts';
import type { Rate } from './wilson.ts';

/** Where shoppers leave, and what they leave. Unit: carts created in `[from, to)`. */
export interface AbandonmentReport {
  unit: 'carts';
  /** ISO 8601, UTC. */
  from: string;
  to: string;
  asOf: string;
  /** IANA name of the site's time zone, which days begin by. */
  timeZone: string;
  abandonedAfterMinutes: number;
  carts: CartCounts;
  /** `(abandoned + lost) / (created − open)`: an open cart is neither. */
  rate: Rate;
  /** The same without `direct` orders, whose cart was never seen. */
  rateWithoutDirect: Rate;
  value: ValueSums;
  /** Sums in other currencies than the site's, one each; carts and rates count them in. */
  otherValues: readonly ValueSums[];
  /** From the cart to the last step before the order. */
  steps: readonly StepCounts[];
}

/** `created = open + ordered + emptied + abandoned + lost`. */
export interface CartCounts extends Record<CartState, number> {
  created: number;
  /** Ordered after at least one stop; part of `ordered`. */
  recovered: number;
  /** Ordered without a cart ever seen; part of `ordered`. */
  direct: number;
}

/** Decimal strings in major units. `created = open + ordered + emptied + left`. */
export interface ValueSums {
  currency: string;
  created: string;
  open: string;
  /** As ordered; what was refunded since is still in it. */
  ordered: string;
  /** Part of `ordered`. */
  recovered: string;
  /** The most that carts held which were emptied since. */
  emptied: string;
  /** `atRisk + lost`. */
  left: string;
  /** In abandoned carts: may still come back. */
  atRisk: string;
  lost: string;
}

export function abandonment(
  journeys: Iterable<JourneyFact>,
  question: Question,
): AbandonmentReport {
  const { from, to, asOf, abandonedAfterMs, currency, timeZone } = question;
  const parts = partsIn(journeys, question).map((part) => cartCounts(part, question));

  const known = fellows(parts);
  const groups = parts.flatMap((part) => part.groups);

  const counts: CartCounts = {
    created: 0,
    open: 0,
    ordered: 0,
    recovered: 0,
    direct: 0,
    emptied: 0,
    abandoned: 0,
    lost: 0,
  };
  const purses = new Map<string, Purse>();
  for (const group of groups) {
    const { state, carts, amount, currency } = group;
    const add = (key: string) => {
      const purse = purses.get(key) ?? new Map();
      purses.set(key, purse);
      put(purse, currency, amount);
    };
    counts.created += carts;
    counts[state] += carts;
    add('created');
    add(state);
    if (isLeft(group)) add('left');
    if (group.direct) counts.direct += carts;
    if (group.recovered) {
      counts.recovered += carts;
      add('recovered');
    }
  }

  const left = counts.abandoned + counts.lost;
  const settled = counts.created - counts.open;
  const sums = (inCurrency: string): ValueSums => {
    const of = (key: string) => decimalOf(purses.get(key) ?? new Map(), inCurrency);
    return {
      currency: inCurrency,
      created: of('created'),
      open: of('open'),
      ordered: of('ordered'),
      recovered: of('recovered'),
      emptied: of('emptied'),
      left: of('left'),
      atRisk: of('abandoned'),
      lost: of('lost'),
    };
  };

  return {
    unit: 'carts',
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    asOf: new Date(asOf).toISOString(),
    timeZone,
    abandonedAfterMinutes: abandonedAfterMs / 60_000,
    carts: counts,
    rate: rateOf({ hits: left, n: settled }, known, groups.map(leftOf)),
    rateWithoutDirect: rateOf(
      { hits: left, n: settled - counts.direct },
      known,
      groups.map((group) => (group.direct ? NONE : leftOf(group))),
    ),
    value: sums(currency),
    otherValues: othersOf(purses.get('created') ?? new Map(), currency).map((other) =>
      sums(other.currency),
    ),
    steps: stepsReport(parts, { currency, fellows: known }),
  };
}

/** What one such cart counts in the rate: an open one is neither. */
export function leftOf(cart: Pick<CountedCart, 'state'>): Count {
  if (cart.state === 'open') return NONE;
  return isLeft(cart) ? HIT : MISS;
}
