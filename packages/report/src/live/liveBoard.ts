import { cartState, isRecovered, type Step, toDecimal } from '@cartograph/journey';
import { isTrouble } from '../journeys/isTrouble.ts';
import { decimalOf, type Money, othersOf, type Purse, put } from '../money.ts';
import type { JourneyFact } from '../question.ts';

/** Where a cart is that moves, or did not long ago. */
export const LIVE_COLUMNS = ['shopping', 'checkout', 'idle', 'left', 'wonBack'] as const;

/**
 * | Column | Has the carts that |
 * | --- | --- |
 * | `shopping` | are open, moved in the last 10 minutes, and did no step of the checkout yet |
 * | `checkout` | are open, moved in the last 10 minutes, and did one |
 * | `idle` | are open, and silent for 10 minutes or more |
 * | `left` | became abandoned in the last 24 hours, and still are |
 * | `wonBack` | were ordered in the last 24 hours, after a stop |
 */
export type LiveColumn = (typeof LIVE_COLUMNS)[number];

/** The carts of this moment. Unit: carts; each is in one column at most. */
export interface LiveBoard extends Record<LiveColumn, LiveCarts> {
  unit: 'carts';
  /** ISO 8601, UTC: the day that `left` and `wonBack` are about, and the moment it is true at. */
  from: string;
  to: string;
  asOf: string;
  idleAfterMinutes: number;
  abandonedAfterMinutes: number;
  /** Whether all journeys were looked at; else the ones that moved last. */
  complete: boolean;
}

export interface LiveCarts {
  carts: number;
  /** What they hold, or were ordered for, in the site's currency: a decimal string in major units. */
  value: string;
  /** The same in other currencies, one each. */
  otherValues: readonly Money[];
  /** Those that are shown, the most urgent first. */
  listed: readonly LiveBoardCart[];
}

export interface LiveBoardCart extends Money {
  /** Id of the journey. */
  journey: string;
  person: string;
  /** The deepest step that was done. */
  step: Step;
  /** When the shopper was last seen with it; for what was won back, when it was ordered. ISO 8601, UTC. */
  at: string;
  /** The latest thing that went wrong on its way. */
  met?: string;
  /** Type of the last touchpoint, where it was looked up. */
  lastType?: string;
}

/** Silence from which on an open cart is idle. */
export const IDLE_AFTER_MS = 10 * 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Carts that a column shows. */
const LISTED = 8;

interface Placed {
  column: LiveColumn;
  at: number;
  fact: JourneyFact;
}

/** @param facts Journeys that moved in the last day and `abandonedAfter`. */
export function liveBoard(
  facts: Iterable<JourneyFact>,
  asked: {
    now: number;
    abandonedAfterMs: number;
    currency: string;
    /** Orders count only when the shop's server confirmed them and did not cancel them. */
    onlyConfirmed: boolean;
    complete: boolean;
  },
): LiveBoard {
  const { now, abandonedAfterMs, currency, complete } = asked;
  const placed = [...facts].flatMap((fact) => placeOf(fact, asked) ?? []);
  const columns = LIVE_COLUMNS.map((column) => [
    column,
    cartsOf(
      placed.filter((each) => each.column === column),
      column,
      currency,
    ),
  ]);
  const iso = (at: number) => new Date(at).toISOString();
  return {
    unit: 'carts',
    from: iso(now - DAY_MS),
    to: iso(now),
    asOf: iso(now),
    idleAfterMinutes: IDLE_AFTER_MS / 60_000,
    abandonedAfterMinutes: abandonedAfterMs / 60_000,
    complete,
    ...(Object.fromEntries(columns) as Record<LiveColumn, LiveCarts>),
  };
}

function placeOf(
  fact: JourneyFact,
  {
    now,
    abandonedAfterMs,
    onlyConfirmed,
  }: { now: number; abandonedAfterMs: number; onlyConfirmed: boolean },
): Placed | undefined {
  const { cart } = fact;
  if (!cart) return undefined;

  if (cart.order) {
    const { at, confirmed, cancelled } = cart.order;
    const counts = !onlyConfirmed || (confirmed && !cancelled);
    const isNew = at > now - DAY_MS;
    return counts && isNew && isRecovered(cart) ? { column: 'wonBack', at, fact } : undefined;
  }
  const silence = cart.stops.at(-1);
  if (!silence || silence.until !== undefined) return undefined;

  const { at } = silence;
  switch (cartState(cart, now, abandonedAfterMs)) {
    case 'open': {
      if (now - at >= IDLE_AFTER_MS) return { column: 'idle', at, fact };
      const isShopping = (cart.deepest ?? 'cart') === 'cart';
      return { column: isShopping ? 'shopping' : 'checkout', at, fact };
    }
    case 'abandoned':
      return now - at < abandonedAfterMs + DAY_MS ? { column: 'left', at, fact } : undefined;
    default:
      return undefined;
  }
}

function cartsOf(placed: readonly Placed[], column: LiveColumn, currency: string): LiveCarts {
  const purse: Purse = new Map();
  for (const { fact } of placed) put(purse, fact.cart!.currency, fact.cart!.amount);
  const byWorth = column === 'idle' || column === 'left';
  const worth = ({ fact: { cart } }: Placed) => (cart!.currency === currency ? cart!.amount : -1);
  return {
    carts: placed.length,
    value: decimalOf(purse, currency),
    otherValues: othersOf(purse, currency),
    listed: placed
      .toSorted(
        (a, b) =>
          (byWorth ? worth(b) - worth(a) : 0) || b.at - a.at || (a.fact.id < b.fact.id ? -1 : 1),
      )
      .slice(0, LISTED)
      .map(rowOf),
  };
}

function rowOf({ at, fact: { id, person, cart } }: Placed): LiveBoardCart {
  const { currency, amount, deepest, met } = cart!;
  const trouble = met.findLast(({ what }) => isTrouble(what))?.what;
  return {
    journey: id,
    person,
    currency,
    amount: toDecimal(amount, currency),
    step: deepest ?? 'cart',
    at: new Date(at).toISOString(),
    ...(trouble && { met: trouble }),
  };
}
