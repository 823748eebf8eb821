import {
  type Goods,
  goodsOf,
  type Lines,
  lineKey,
  linesOf,
  quantityOf,
  statedAmount,
} from './goods.ts';
import type { CartLine, Order } from './journey.ts';
import type { StoredTouchpoint } from './touchpoint.ts';

/** Everything that was ever said about one order. */
export interface OrderWords {
  id: string;
  at: number;
  /** The currency for words that name none. */
  currency: string;
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
 */
export function settleOrder({ id, at, currency: fallback, purchases, refunds }: OrderWords): {
  order: Order;
  lines: Lines;
} {
  const confirmed = purchases.filter((purchase) => purchase.confirmed === true);
  const counted = (confirmed.length > 0 ? confirmed : purchases).map(goodsOf);
  const currency = counted[0]?.currency ?? fallback;

  const lines = new Map<string, CartLine>();
  let amount = 0;
  for (const part of distinctParts(counted)) {
    if ((part.currency ?? fallback) === currency) amount += statedAmount(part, currency) ?? 0;
    for (const [key, line] of linesOf(part.items, currency)) {
      const known = lines.get(key);
      lines.set(key, { ...known, ...line, quantity: (known?.quantity ?? 0) + line.quantity });
    }
  }

  const refunded = refunds.reduce((sum, refund) => {
    const goods = goodsOf(refund);
    if ((goods.currency ?? currency) !== currency) return sum;
    if (goods.value === undefined && goods.items.length === 0) return sum + amount;
    return sum + (statedAmount(goods, currency, (item) => lines.get(lineKey(item))?.price) ?? 0);
  }, 0);

  return {
    order: {
      id,
      at,
      confirmed: confirmed.length > 0,
      currency,
      amount,
      refunded: Math.min(refunded, amount),
    },
    lines,
  };
}

/** Of words with the same lines the first, and none whose lines another one has too. */
function distinctParts(words: readonly Goods[]): Goods[] {
  if (words.length < 2) return [...words];

  const parts = new Map<string, { goods: Goods; lines: Set<string> }>();
  for (const goods of words) {
    const lines = new Set(
      goods.items.map((item) => JSON.stringify([lineKey(item), quantityOf(item), item.price])),
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
