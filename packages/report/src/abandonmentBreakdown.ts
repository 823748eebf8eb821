import { leftOf } from './abandonment.ts';
import { type AlikeCarts, alikeCarts } from './alikeCarts.ts';
import { cartCounts } from './cartGroups.ts';
import { type Count, NONE } from './count.ts';
import { type CountedCart, isLeft, ofCarts } from './countedCarts.ts';
import { partsIn } from './facts.ts';
import { decimalOf, type Money, othersOf, type Purse, put } from './money.ts';
import type { Part } from './part.ts';
import { rateOf } from './persons/designEffect.ts';
import { type Fellows, fellows } from './persons/fellows.ts';
import type { JourneyFact, Question } from './question.ts';
import { type SegmentKey, segmentValuesOf } from './segment.ts';
import type { Rate } from './wilson.ts';

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
  journeys: Iterable<JourneyFact>,
  by: SegmentKey,
  question: Question,
): AbandonmentBreakdown {
  const { currency } = question;
  const parts = partsIn(journeys, question).map((part) => ({
    ...alikeIn(part, { by, question }),
    persons: cartCounts(part, question).persons,
  }));
  const all = parts.flatMap((part) => part.groups);
  const known = fellows(parts);
  const groups = new Map<string, Alike[]>();
  const unknown: Alike[] = [];
  for (const alike of all) {
    if (alike.values.length === 0) unknown.push(alike);
    for (const value of alike.values) {
      const group = groups.get(value);
      if (group) group.push(alike);
      else groups.set(value, [alike]);
    }
  }

  const sized = [...groups].map(([value, some]) => ({ value, some, carts: cartsOf(some) }));
  const ranked = sized.sort((a, b) => b.carts - a.carts || (a.value < b.value ? -1 : 1));
  const rest = ranked.slice(LISTED);
  const row = (value: string | null, some: Iterable<Alike>) => {
    const own = new Set(some);
    const counts = all.map((alike) => (own.has(alike) ? leftOf(alike) : NONE));
    return { value, ...countsOf([...own], { currency, counts, fellows: known }) };
  };
  return {
    by,
    overlaps: by === 'item',
    rows: [
      ...ranked.slice(0, LISTED).map(({ value, some }) => row(value, some)),
      ...(rest.length > 0
        ? [{ ...row(null, new Set(rest.flatMap(({ some }) => some))), others: rest.length }]
        : []),
      ...(unknown.length > 0 ? [row(null, unknown)] : []),
    ],
  };
}

/** What carts are set side by side by, and their state. */
interface Kind extends Pick<CountedCart, 'state'> {
  values: readonly string[];
  currency: string;
}

type Alike = AlikeCarts<Kind>['groups'][number];

function alikeIn(
  part: Part<JourneyFact>,
  { by, question }: { by: SegmentKey; question: Question },
): AlikeCarts<Kind> {
  return ofCarts(part, { name: `by ${by}`, question }, (carts) =>
    alikeCarts(carts, ({ journey, cart: { currency }, state }) => {
      return { values: segmentValuesOf(journey, by), state, currency };
    }),
  );
}

function cartsOf(alike: readonly Alike[]): number {
  return alike.reduce((sum, { carts }) => sum + carts, 0);
}

function countsOf(
  all: readonly Alike[],
  { currency, counts, fellows }: { currency: string; counts: readonly Count[]; fellows: Fellows },
) {
  const left = all.filter(isLeft);
  const created = cartsOf(all);
  const open = cartsOf(all.filter(({ state }) => state === 'open'));
  const purse: Purse = new Map();
  for (const group of left) put(purse, group.currency, group.amount);
  return {
    created,
    open,
    ordered: cartsOf(all.filter(({ state }) => state === 'ordered')),
    left: cartsOf(left),
    rate: rateOf({ hits: cartsOf(left), n: created - open }, fellows, counts),
    valueLeft: decimalOf(purse, currency),
    otherValuesLeft: othersOf(purse, currency),
  };
}
