import { cartState, toDecimal } from '@cartograph/journey';
import { othersOf, type Purse, put } from '../money.ts';
import type { Question, StagesFact } from '../question.ts';
import { ENOUGH } from './friction.ts';
import type { LeftCarts, Opportunity } from './mapReport.ts';

/** The carts of these journeys that were left behind, and what they are worth. */
export function leftAt(
  journeys: readonly StagesFact[],
  { currency, asOf, abandonedAfterMs }: Question,
): LeftCarts {
  const purse: Purse = new Map();
  let carts = 0;
  for (const { cart } of journeys) {
    const state = cart && cartState(cart, asOf, abandonedAfterMs);
    if (!cart || (state !== 'abandoned' && state !== 'lost')) continue;
    carts++;
    put(purse, cart.currency, cart.amount);
  }
  return { carts, ...sumsOf(purse, currency) };
}

/** What was given back of the orders of these journeys, so far. */
export function refundedOf(
  journeys: readonly StagesFact[],
  { currency }: Question,
): NonNullable<Opportunity['refunded']> {
  const refunded = journeys.flatMap(({ cart }) => (cart?.order?.refunded ? [cart.order] : []));
  const purse: Purse = new Map();
  for (const order of refunded) put(purse, order.currency, order.refunded);
  return { orders: refunded.length, ...sumsOf(purse, currency) };
}

/**
 * What it would have brought if one more in a hundred of those who reached a stage had gone on to the
 * next, and ordered as often and for as much as those who did: `reached / 100 × orders / went on ×
 * mean order`. `undefined` with fewer than 30 orders in the site's currency, too few for a mean, and
 * where not even one in a hundred was missing.
 */
export function onePointOf(
  counts: { reached: number; wentOn: number; journeys: readonly StagesFact[] },
  { currency }: Question,
): Opportunity['onePoint'] {
  const orders = counts.journeys.flatMap(({ cart }) => (cart?.order ? [cart.order] : []));
  const amounts = orders.flatMap((order) => (order.currency === currency ? [order.amount] : []));
  const isOpen = counts.wentOn > 0 && counts.wentOn + counts.reached / 100 <= counts.reached;
  if (amounts.length < ENOUGH || !isOpen) return undefined;

  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
  const minor = (counts.reached / 100) * (orders.length / counts.wentOn) * mean;
  return { currency, amount: toDecimal(Math.round(minor), currency) };
}

function sumsOf(purse: Purse, currency: string) {
  return {
    value: { currency, amount: toDecimal(purse.get(currency) ?? 0, currency) },
    otherValues: othersOf(purse, currency),
  };
}
