import { type CountedCart, isLeft } from './countedCarts.ts';
import { decimalOf, type Money, othersOf, type Purse, put } from './money.ts';
import type { Question } from './question.ts';
import { type SegmentKey, segmentValuesOf } from './segment.ts';
import { type Rate, wilson } from './wilson.ts';

/** The carts of a period side by side, by what they are. Unit: carts. */
export interface AbandonmentBreakdown {
  by: SegmentKey;
  /** Whether a cart can be in several rows, as with items: then they add up to more than all. */
  overlaps: boolean;
  /** The most carts first; what is not known, and what is not listed, last. */
  rows: readonly BreakdownRow[];
}

export interface BreakdownRow {
  /** `null` where it isn't known. */
  value: string | null;
  /** How many values this row sums up, if it is the one of all that are not listed. */
  others?: number;
  created: number;
  open: number;
  ordered: number;
  /** Abandoned and lost. */
  left: number;
  /** `left / (created − open)` */
  rate: Rate;
  /** In the site's currency: a decimal string in major units. */
  valueLeft: string;
  /** The same in other currencies, one each. */
  otherValuesLeft: readonly Money[];
}

/** Rows before the rest is summed up. */
const LISTED = 12;

export function abandonmentBreakdown(
  carts: readonly CountedCart[],
  by: SegmentKey,
  { currency }: Pick<Question, 'currency'>,
): AbandonmentBreakdown {
  const overlaps = by === 'item';
  const groups = new Map<string, CountedCart[]>();
  const unknown: CountedCart[] = [];
  for (const counted of carts) {
    const values = segmentValuesOf(counted.journey, by);
    if (values.length === 0) unknown.push(counted);
    for (const value of values) {
      const group = groups.get(value);
      if (group) group.push(counted);
      else groups.set(value, [counted]);
    }
  }

  const ranked = [...groups].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  );
  const rest = ranked.slice(LISTED);
  const row = (value: string | null, some: Iterable<CountedCart>) => ({
    value,
    ...countsOf([...some], currency),
  });
  return {
    by,
    overlaps,
    rows: [
      ...ranked.slice(0, LISTED).map(([value, some]) => row(value, some)),
      ...(rest.length > 0
        ? [{ ...row(null, new Set(rest.flatMap(([, some]) => some))), others: rest.length }]
        : []),
      ...(unknown.length > 0 ? [row(null, unknown)] : []),
    ],
  };
}

function countsOf(carts: readonly CountedCart[], currency: string) {
  const left = carts.filter(isLeft);
  const open = carts.filter(({ state }) => state === 'open').length;
  const purse: Purse = new Map();
  for (const { cart } of left) put(purse, cart.currency, cart.amount);
  return {
    created: carts.length,
    open,
    ordered: carts.filter(({ state }) => state === 'ordered').length,
    left: left.length,
    rate: wilson(left.length, carts.length - open),
    valueLeft: decimalOf(purse, currency),
    otherValuesLeft: othersOf(purse, currency),
  };
}
