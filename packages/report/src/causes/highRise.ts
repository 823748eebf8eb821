import { toDecimal } from '@cartograph/journey';
import { median } from '../median.ts';
import type { Money } from '../money.ts';
import type { Exposure, RiskSet } from './riskSet.ts';

/** A rise of so many times the usual one at its step is a high one. */
const TIMES_USUAL = 1.5;

/**
 * Of the carts whose price rose at a step, those whose price rose by far more than is usual there.
 *
 * Shipping costs something nearly everywhere, so that nearly everybody meets a rise, and comparing them with
 * the few that don't says little: it is the courier's price next to the post's that scares. What is usual
 * is the median, which is found without a look at who left.
 *
 * @returns `undefined` when no rise sticks out.
 */
export function highRise(
  { met, carts }: RiskSet,
  currency: string,
): { exposure: Exposure; above: Money } | undefined {
  const rises = met.get('price_rise');
  if (!rises) return undefined;

  const currencyOf = (number: number) => carts[number]!.currency;
  const sizes = new Map<string, number[]>();
  rises.carts.forEach((number, place) => {
    const known = sizes.get(currencyOf(number)) ?? [];
    sizes.set(currencyOf(number), known);
    known.push(rises.size[place] ?? 0);
  });
  const bounds = new Map([...sizes].map(([code, known]) => [code, median(known)! * TIMES_USUAL]));
  const places = rises.carts.flatMap((number, place) =>
    (rises.size[place] ?? 0) > bounds.get(currencyOf(number))! ? [place] : [],
  );
  const bound = bounds.get(currency);
  if (places.length === 0 || bound === undefined) return undefined;
  return {
    exposure: {
      carts: places.map((place) => rises.carts[place]!),
      at: places.map((place) => rises.at[place]!),
      size: places.map((place) => rises.size[place]),
    },
    above: { currency, amount: toDecimal(Math.round(bound), currency) },
  };
}
