import type { CartLine, Order } from '../../src/journey.ts';
import { toMinor } from '../../src/money.ts';
import type { StoredTouchpoint } from '../../src/touchpoint.ts';
import { type Contents, currencyOf } from './contents.ts';
import { keyOfLine, linesOf, merged, unpriced, worthOf } from './lines.ts';
import {
  itemsIn,
  nameOf,
  quantityOf,
  statedBy,
  sum,
  sumOfQuantities,
  textIn,
  valueIn,
} from './said.ts';

/** Everything ever said about one order. */
export interface OrderTold {
  /** Purchases of this order, oldest first. The first made it. */
  purchases: readonly StoredTouchpoint[];
  refunds: readonly StoredTouchpoint[];
  /** What the cart held just before it was ordered. */
  cart: Contents;
  /** The currency where none is named and there was no cart. */
  fallback: string;
}

/** What was ordered, and for how much. */
interface Ordered {
  currency: string;
  /** In minor units. */
  amount: number;
  lines: readonly CartLine[];
}

/** The shop's order number, else the touchpoint stands for the order. */
export function orderIdOf(purchase: StoredTouchpoint): string {
  return textIn(purchase, 'transaction_id') ?? purchase.id;
}

/** The order that purchases and refunds tell of, and the goods in it. */
export function orderOf(told: OrderTold): { order: Order; lines: readonly CartLine[] } {
  const first = told.purchases[0]!;
  const ordered = orderedBy(told);
  const given = told.refunds.map((refund) => givenBackBy(refund, ordered));
  return {
    order: {
      id: orderIdOf(first),
      at: first.at,
      confirmed: told.purchases.some(isConfirmed),
      currency: ordered.currency,
      amount: ordered.amount,
      refunded: Math.min(ordered.amount, sum(given)),
    },
    lines: ordered.lines,
  };
}

function orderedBy({ purchases, cart, fallback }: OrderTold): Ordered {
  const first = purchases[0]!;
  const currencyIn = (purchase: StoredTouchpoint) =>
    textIn(purchase, 'currency') ?? currencyOf(first, cart, fallback);

  const counted = countedOf(purchases);
  const currency = currencyIn(counted[0]!);
  const parts = partsOf(counted);
  const stated = parts
    .filter((part) => currencyIn(part) === currency)
    .flatMap((part) => statedBy(part, currency) ?? []);
  // Where nobody says what was paid, it was what the cart was worth.
  const inCartWorth = cart.currency === currency ? cart.amount : 0;
  const amount = stated.length > 0 ? sum(stated) : inCartWorth;

  // The goods: as the parts name them; where those name none, as any purchase does, or the cart.
  // A price in another currency than the order's is none.
  const linesIn = (part: StoredTouchpoint) => {
    const lines = linesOf(itemsIn(part), currency);
    return currencyIn(part) === currency ? lines : unpriced(lines);
  };
  const inCart = cart.currency === currency ? cart.lines : unpriced(cart.lines);
  const named = [parts, partsOf(purchases)]
    .map((some) => merged(some.flatMap(linesIn)))
    .find((lines) => lines.length > 0);
  return { currency, amount, lines: named ?? inCart };
}

/**
 * The goods that an order has with a further purchase and had not before, going by what each purchase names.
 *
 * @param currency Of the prices: what was paid in another one is left out.
 */
export function newlyBought(
  further: StoredTouchpoint,
  { purchases, cart, fallback }: OrderTold,
  currency: string,
): CartLine[] {
  const usual = textIn(purchases[0]!, 'currency') ?? cart.currency ?? fallback;
  const goodsIn = (some: readonly StoredTouchpoint[]) => {
    const named = partsOf(some).flatMap((part) => {
      const lines = linesOf(itemsIn(part), currency);
      return (textIn(part, 'currency') ?? usual) === currency ? lines : unpriced(lines);
    });
    return named.length > 0 ? merged(named) : cart.lines;
  };
  const before = goodsIn(purchases);
  return goodsIn([...purchases, further])
    .map((line) => {
      const had = before.filter((other) => keyOfLine(other) === keyOfLine(line));
      const more = [line.quantity, ...had.map(({ quantity }) => -quantity)];
      return { ...line, quantity: sumOfQuantities(more) };
    })
    .filter(({ quantity }) => quantity > 0);
}

/** Whether a purchase is told by the shop's server, and not by the shopper's side. */
export function isConfirmed(purchase: StoredTouchpoint): boolean {
  return purchase.confirmed === true;
}

/** Once the shop's server has told of an order, what browsers told of it no longer counts. */
function countedOf(purchases: readonly StoredTouchpoint[]): readonly StoredTouchpoint[] {
  return purchases.some(isConfirmed) ? purchases.filter(isConfirmed) : purchases;
}

/**
 * Purchases with the same lines are one purchase told twice, and one whose lines are all among
 * those of another tells a part of it twice. What is left are the parts of the order.
 */
function partsOf(purchases: readonly StoredTouchpoint[]): StoredTouchpoint[] {
  return purchases.filter((purchase, i) => {
    const own = lineSetOf(purchase);
    return purchases.every((other, j) => {
      const its = lineSetOf(other);
      const isWithin = [...own].every((line) => its.has(line));
      const isSame = isWithin && own.size === its.size;
      return !isWithin || (isSame && i <= j);
    });
  });
}

/** The lines of a purchase, as given. */
function lineSetOf(purchase: StoredTouchpoint): Set<string> {
  return new Set(
    itemsIn(purchase).map((item) =>
      JSON.stringify([
        nameOf(item),
        item.item_variant || null,
        quantityOf(item),
        item.price ?? null,
        item.order_line ?? null,
      ]),
    ),
  );
}

/** What one refund gives back, in minor units of the order. */
function givenBackBy(refund: StoredTouchpoint, ordered: Ordered): number {
  const currency = textIn(refund, 'currency') ?? ordered.currency;
  if (currency !== ordered.currency) return 0;

  const value = valueIn(refund);
  if (value !== undefined) return toMinor(value, currency);

  // Neither an amount nor goods: all of it.
  const items = itemsIn(refund);
  return items.length === 0 ? ordered.amount : worthOf(items, ordered);
}
