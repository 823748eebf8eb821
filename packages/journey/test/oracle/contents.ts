import type { CartLine } from '../../src/journey.ts';
import { toMinor } from '../../src/money.ts';
import type { StoredTouchpoint } from '../../src/touchpoint.ts';
import { keyOfLine, linesOf, merged, unpriced, worth, worthOf } from './lines.ts';
import {
  hasItemList,
  itemsIn,
  keyOf,
  quantityOf,
  statedBy,
  sumOfQuantities,
  textIn,
  valueIn,
} from './said.ts';

/** What a cart holds at one moment. */
export interface Contents {
  /** Of `amount` and of the prices. Unknown as long as there is no cart. */
  readonly currency?: string;
  readonly lines: readonly CartLine[];
  /** In minor units. */
  readonly amount: number;
  /** Holds something, nobody said what. */
  readonly vague: boolean;
}

/** Something that may change what a cart holds. */
export interface Move extends StoredTouchpoint {
  /** Goods that a purchase brought to an earlier order: they are in no cart any more. */
  readonly bought?: readonly CartLine[];
}

const NO_CART: Contents = { lines: [], amount: 0, vague: false };
const EMPTY = { lines: [], amount: 0, vague: false };

export const SNAPSHOTS = [
  'view_cart',
  'begin_checkout',
  'add_shipping_info',
  'add_payment_info',
  'checkout_step',
];

export function holdsGoods({ lines, vague, amount }: Contents): boolean {
  return lines.length > 0 || vague || amount > 0;
}

/**
 * What the cart holds after these moves of a journey without an order: what it held before
 * the last of them, changed by what the last one says. A cart exists once it has held goods.
 *
 * @param fallback The currency where none is named and no cart has one yet.
 */
export function contentsAfter(moves: readonly Move[], fallback: string): Contents {
  const last = moves.at(-1);
  if (!last) return NO_CART;

  const before = contentsAfter(moves.slice(0, -1), fallback);
  if (last.bought) return withoutBought(before, last.bought);
  const after = changed(before, last, currencyOf(last, before, fallback));
  return before.currency !== undefined || holdsGoods(after) ? after : NO_CART;
}

/** The currency it names, else the cart's, else the site's. */
export function currencyOf(touchpoint: StoredTouchpoint, cart: Contents, fallback: string): string {
  return textIn(touchpoint, 'currency') ?? cart.currency ?? fallback;
}

function changed(before: Contents, touchpoint: StoredTouchpoint, currency: string): Contents {
  if (touchpoint.type === 'add_to_cart') return added(before, touchpoint, currency);
  if (touchpoint.type === 'remove_from_cart') return removed(before, touchpoint, currency);
  if (SNAPSHOTS.includes(touchpoint.type)) return shown(before, touchpoint, currency);
  return before;
}

/** `add_to_cart`: its items and amount come on top. Another currency drops what was there first. */
function added(before: Contents, touchpoint: StoredTouchpoint, currency: string): Contents {
  const items = itemsIn(touchpoint);
  const isOther = before.currency !== undefined && before.currency !== currency;
  const held = isOther ? EMPTY : before;
  return {
    currency,
    lines: merged([...held.lines, ...linesOf(items, currency)]),
    amount: held.amount + (statedBy(touchpoint, currency) ?? 0),
    // Without items nobody knows what was added, whatever it cost.
    vague: held.vague || items.length === 0,
  };
}

/** `remove_from_cart`: its items and amount go. */
function removed(before: Contents, touchpoint: StoredTouchpoint, currency: string): Contents {
  const items = itemsIn(touchpoint);
  const value = valueIn(touchpoint);
  // Nothing to take out of, or nothing said.
  if (before.currency === undefined || (items.length === 0 && value === undefined)) return before;

  const lines = before.lines
    .map((line) => {
      const taken = items.filter((item) => keyOf(item) === keyOfLine(line));
      const left = [line.quantity, ...taken.map((item) => -quantityOf(item))];
      return { ...line, quantity: sumOfQuantities(left) };
    })
    .filter((line) => line.quantity > 0);

  const taken =
    value !== undefined
      ? toMinor(value, currency)
      : worthOf(items, { currency, lines: before.lines });

  // Another currency can't be subtracted: the cart is worth what is left in it.
  const amount = currency === before.currency ? Math.max(0, before.amount - taken) : worth(lines);

  // Emptied: no line left, and nothing unnamed that would still be worth something.
  const isEmptied = lines.length === 0 && (!before.vague || amount === 0);
  return isEmptied ? { ...before, ...EMPTY } : { ...before, lines, amount };
}

/**
 * Goods of the cart that were bought under an earlier order's number go, each for what it cost in the
 * cart; where that is unknown, for what was paid. Of goods nobody named, any may be among those bought.
 */
function withoutBought(before: Contents, bought: readonly CartLine[]): Contents {
  const inCart = (line: CartLine) => before.lines.find((l) => keyOfLine(l) === keyOfLine(line));
  const gone = bought.flatMap((line) => {
    const held = inCart(line);
    const most = before.vague ? line.quantity : (held?.quantity ?? 0);
    return most > 0 ? [{ ...line, ...held, quantity: Math.min(line.quantity, most) }] : [];
  });
  const lines = before.lines
    .map((line) => {
      const same = gone.filter((other) => keyOfLine(other) === keyOfLine(line));
      const left = [line.quantity, ...same.map(({ quantity }) => -quantity)];
      return { ...line, quantity: sumOfQuantities(left) };
    })
    .filter(({ quantity }) => quantity > 0);
  const amount = Math.max(0, before.amount - worth(gone));
  const isEmptied = gone.length > 0 && lines.length === 0 && (!before.vague || amount === 0);
  return isEmptied ? { ...before, ...EMPTY } : { ...before, lines, amount };
}

/** A page that shows the whole cart: it holds what the page says, not what was there before. */
function shown(before: Contents, touchpoint: StoredTouchpoint, currency: string): Contents {
  const items = itemsIn(touchpoint);
  const value = valueIn(touchpoint);
  // Seen from another currency, nobody knows what the same goods cost.
  const isSame = currency === before.currency;
  const held = isSame ? before : { ...before, lines: unpriced(before.lines), amount: 0 };

  if (items.length > 0) {
    const lines = linesOf(items, currency).map((line) => {
      const known = held.lines.find((other) => keyOfLine(other) === keyOfLine(line));
      return known?.price === undefined ? line : { price: known.price, ...line };
    });
    // Worth what it says; else its prices, those known from before included; else as before.
    const priced = items.filter((item) => item.price !== undefined);
    const isPriced = priced.length > 0 || lines.some((line) => line.price !== undefined);
    const byPrice = isPriced ? worthOf(items, { currency, lines: held.lines }) : held.amount;
    const amount = value === undefined ? byPrice : toMinor(value, currency);
    return { currency, lines, amount, vague: false };
  }

  if (value !== undefined && value > 0) {
    const vague = held.vague || held.lines.length === 0;
    return { ...held, currency, amount: toMinor(value, currency), vague };
  }

  if (touchpoint.type === 'view_cart') {
    const saysEmpty = hasItemList(touchpoint) || value === 0;
    return saysEmpty ? { ...before, ...EMPTY } : before;
  }

  // A checkout needs goods, even if nobody says which. It names no amount, so a currency that it
  // names is none of the cart's, unless the cart has none yet.
  return holdsGoods(before)
    ? before
    : { ...before, currency: before.currency ?? currency, vague: true };
}
