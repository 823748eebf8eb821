import type { Contents } from './contents.ts';
import {
  type Goods,
  goodsOf,
  type Lines,
  lessLines,
  lineKey,
  linesOf,
  mergeLines,
  quantityOf,
  statedAmount,
  withoutPrices,
} from './goods.ts';
import type { Order } from './journey.ts';
import { addMinor } from './money.ts';
import type { Item } from './params.ts';
import type { StoredTouchpoint } from './touchpoint.ts';

/** Everything that was ever said about one order. */
export interface OrderWords {
  id: string;
  at: number;
  /** What the cart held just before. */
  cart: Contents;
  /** `purchase` touchpoints that name it, oldest first: the order itself, reloads, further lines, a confirmation. */
  purchases: StoredTouchpoint[];
  refunds: StoredTouchpoint[];
}

/** The key of an order: the shop's number, or the touchpoint itself where it has none. */
export function orderIdOf({ id, params }: StoredTouchpoint): string {
  return transactionOf(params) ?? id;
}

/** The shop's number of the order that a touchpoint names. */
export function transactionOf(params: StoredTouchpoint['params']): string | undefined {
  const transaction = params?.transaction_id;
  return typeof transaction === 'string' && transaction !== '' ? transaction : undefined;
}

/**
 * One order out of all its words.
 *
 * A reloaded thank-you page says the same again and counts once; an export with a row a line says
 * another part each time, and the parts add up. Where the shop's server spoke, only its word counts.
 * What the words leave out, the amount or the goods, is as it was in the cart.
 */
export function settleOrder({ id, at, cart, purchases, refunds }: OrderWords): {
  order: Order;
  lines: Lines;
} {
  const confirmed = purchases.filter((purchase) => purchase.confirmed === true);
  const all = purchases.map(goodsOf);
  const counted = distinctParts(confirmed.length > 0 ? confirmed.map(goodsOf) : all);

  // A word that names no currency means that of the order's first.
  const usual = all[0]?.currency ?? cart.currency;
  const currency = (confirmed[0] ? goodsOf(confirmed[0]).currency : undefined) ?? usual;
  const isLike = (goods: Goods) => (goods.currency ?? usual) === currency;

  const namedLines = [counted, distinctParts(all)]
    .map((parts) => linesOfParts(parts, { currency, isLike }))
    .find(({ size }) => size > 0);
  const lines = namedLines ?? (cart.currency === currency ? cart.lines : withoutPrices(cart.lines));

  const stated = counted.filter(isLike).map((part) => statedAmount(part, currency));
  const isSilent = stated.every((amount) => amount === undefined);
  const inCart = cart.currency === currency ? cart.amount : 0;
  const amount = isSilent
    ? inCart
    : stated.reduce<number>((sum, part) => addMinor(sum, part ?? 0), 0);

  const refunded = refunds.reduce((sum, refund) => {
    const goods = goodsOf(refund);
    if ((goods.currency ?? currency) !== currency) return sum;
    if (goods.value === undefined && goods.items.length === 0) return addMinor(sum, amount);
    const priceOf = (item: Item) => lines.get(lineKey(item))?.price;
    return addMinor(sum, statedAmount(goods, currency, priceOf) ?? 0);
  }, 0);

  const isCancelled = refunds.some(isCancellation);

  return {
    order: {
      id,
      at,
      confirmed: confirmed.length > 0,
      ...(isCancelled && { cancelled: true }),
      currency,
      amount,
      refunded: isCancelled ? amount : Math.min(refunded, amount),
    },
    lines,
  };
}

/**
 * Goods that one more word brings to an order, beyond those that it has by its words so far. Prices are in
 * `currency`, where they were told in it.
 */
export function broughtBy(
  word: StoredTouchpoint,
  { cart, purchases }: OrderWords,
  currency: string,
): Lines {
  const usual = purchases.map(goodsOf)[0]?.currency ?? cart.currency;
  const linesBy = (words: readonly StoredTouchpoint[]) => {
    const lines = linesOfParts(distinctParts(words.map(goodsOf)), {
      currency,
      isLike: (goods) => (goods.currency ?? usual) === currency,
    });
    return lines.size > 0 ? lines : cart.lines;
  };
  return lessLines(linesBy([...purchases, word]), linesBy(purchases));
}

/** Whether a touchpoint is the server's word on an order, be it placed, given back or cancelled. */
export function isServersWord({ type, confirmed }: StoredTouchpoint): boolean {
  return confirmed === true && (type === 'purchase' || type === 'refund');
}

/** A refund by which the shop's server takes a whole order back, whatever was given back before. */
function isCancellation({ confirmed, params }: StoredTouchpoint): boolean {
  return confirmed === true && params?.cancelled === true;
}

function linesOfParts(
  parts: readonly Goods[],
  { currency, isLike }: { currency: string; isLike: (goods: Goods) => boolean },
): Lines {
  return parts
    .map((part) => {
      const lines = linesOf(part.items, currency);
      return isLike(part) ? lines : withoutPrices(lines);
    })
    .reduce(mergeLines, new Map());
}

/** Of words with the same lines the first, and none whose lines another one has too. */
function distinctParts(words: readonly Goods[]): Goods[] {
  if (words.length < 2) return [...words];

  const parts = new Map<string, { goods: Goods; lines: Set<string> }>();
  for (const goods of words) {
    const lines = new Set(
      goods.items.map((item) =>
        JSON.stringify([lineKey(item), quantityOf(item), item.price, item.order_line]),
      ),
    );
    const key = [...lines].sort().join();
    if (!parts.has(key)) parts.set(key, { goods, lines });
  }

  const all = [...parts.values()];
  return all
    .filter(
      ({ lines }) => !all.some((other) => other.lines !== lines && isSubset(lines, other.lines)),
    )
    .map(({ goods }) => goods);
}

function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const member of a) if (!b.has(member)) return false;
  return true;
}
