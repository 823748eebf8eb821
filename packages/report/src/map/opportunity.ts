import { toDecimal } from '@cartograph/journey';
import { othersOf, type Purse, put } from '../money.ts';
import type { Question } from '../question.ts';
import { ENOUGH } from './friction.ts';
import type { MapPart, StagePart } from './mapPart.ts';
import type { LeftCarts, Opportunity } from './mapReport.ts';

/** Carts that were left behind, and what they are worth. */
export function leftOf(
  parts: readonly StagePart['left'][],
  { currency }: Pick<Question, 'currency'>,
): LeftCarts {
  const carts = parts.reduce((sum, part) => sum + part.carts, 0);
  return { carts, ...sumsOf(together(parts.map(({ value }) => value)), currency) };
}

/** What was given back of the orders of these journeys, so far. */
export function refundedOf(
  orders: readonly MapPart['orders'][],
  { currency }: Pick<Question, 'currency'>,
): NonNullable<Opportunity['refunded']> {
  return {
    orders: orders.reduce((sum, { refunded }) => sum + refunded, 0),
    ...sumsOf(together(orders.map(({ refunds }) => refunds)), currency),
  };
}

/**
 * What it would have brought if one more in a hundred of those who reached a stage had gone on to the
 * next, and ordered as often and for as much as those who did: `reached / 100 × orders / went on ×
 * mean order`. `undefined` with fewer than 30 orders in the site's currency, too few for a mean, and
 * where not even one in a hundred was missing.
 */
export function onePointOf(
  counts: { reached: number; wentOn: number; orders: readonly MapPart['orders'][] },
  { currency }: Pick<Question, 'currency'>,
): Opportunity['onePoint'] {
  const { reached, wentOn, orders } = counts;
  const placed = orders.reduce((sum, part) => sum + part.placed, 0);
  const inCurrency = together(orders.map((part) => part.counts)).get(currency) ?? 0;
  const isOpen = wentOn > 0 && wentOn + reached / 100 <= reached;
  if (inCurrency < ENOUGH || !isOpen) return undefined;

  const amount = together(orders.map(({ amounts }) => amounts)).get(currency) ?? 0;
  const mean = amount / inCurrency;
  const minor = (reached / 100) * (placed / wentOn) * mean;
  return { currency, amount: toDecimal(Math.round(minor), currency) };
}

function together(purses: readonly Purse[]): Purse {
  const all: Purse = new Map();
  for (const purse of purses) for (const [currency, minor] of purse) put(all, currency, minor);
  return all;
}

function sumsOf(purse: Purse, currency: string) {
  return {
    value: { currency, amount: toDecimal(purse.get(currency) ?? 0, currency) },
    otherValues: othersOf(purse, currency),
  };
}
