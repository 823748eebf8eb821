import {
  goodsOf,
  type Lines,
  lineKey,
  linesAmount,
  linesOf,
  quantityOf,
  statedAmount,
} from './goods.ts';
import type { CartLine } from './journey.ts';
import type { Touchpoint } from './touchpoint.ts';

/** What is in a cart right now. */
export interface Contents {
  readonly currency: string;
  readonly lines: Lines;
  /** Minor units. */
  readonly amount: number;
  /** There are goods that no touchpoint named: added without items, or checked out unseen. */
  readonly vague: boolean;
}

export function holdsGoods({ lines, amount, vague }: Contents): boolean {
  return lines.size > 0 || amount > 0 || vague;
}

/** The contents after one more touchpoint; the same object where it says nothing about them. */
export function changeContents(before: Contents, touchpoint: Touchpoint): Contents {
  switch (touchpoint.type) {
    case 'add_to_cart':
      return added(before, touchpoint);
    case 'remove_from_cart':
      return removed(before, touchpoint);
    case 'view_cart':
      return showsEmpty(touchpoint) ? emptied(before) : shown(before, touchpoint);
    case 'begin_checkout':
    case 'add_shipping_info':
    case 'add_payment_info':
    case 'checkout_step': {
      const after = shown(before, touchpoint);
      // A checkout needs goods, even where no touchpoint ever named them.
      return holdsGoods(after) ? after : { ...after, vague: true };
    }
    default:
      return before;
  }
}

export function emptyContents(currency: string): Contents {
  return { currency, lines: new Map(), amount: 0, vague: false };
}

/** GA4's `add_to_cart`: its `value` and `items` are what came in. */
function added(before: Contents, touchpoint: Touchpoint): Contents {
  const goods = goodsOf(touchpoint);
  const { currency, lines, amount, vague } = inCurrency(before, goods.currency);

  const after = new Map(lines);
  for (const [key, line] of linesOf(goods.items, currency)) {
    const known = after.get(key);
    after.set(key, { ...known, ...line, quantity: (known?.quantity ?? 0) + line.quantity });
  }
  return {
    currency,
    lines: after,
    amount: amount + (statedAmount(goods, currency) ?? 0),
    vague: vague || goods.items.length === 0,
  };
}

/** GA4's `remove_from_cart`: its `value` and `items` are what went out. */
function removed(before: Contents, touchpoint: Touchpoint): Contents {
  const goods = goodsOf(touchpoint);
  if (!holdsGoods(before) || (goods.items.length === 0 && goods.value === undefined)) return before;

  const lines = new Map(before.lines);
  for (const item of goods.items) {
    const key = lineKey(item);
    const line = lines.get(key);
    if (!line) continue;
    const quantity = line.quantity - quantityOf(item);
    if (quantity > 0) lines.set(key, { ...line, quantity });
    else lines.delete(key);
  }

  const foreign = goods.currency !== undefined && goods.currency !== before.currency;
  const priceOf = (item: Parameters<typeof lineKey>[0]) => before.lines.get(lineKey(item))?.price;
  const amount = foreign
    ? (linesAmount(lines) ?? 0)
    : Math.max(0, before.amount - (statedAmount(goods, before.currency, priceOf) ?? 0));

  const nothingLeft = lines.size === 0 && (!before.vague || amount === 0);
  return nothingLeft ? emptied(before) : { ...before, lines, amount };
}

/** A touchpoint that shows the whole cart: its `items` and `value` are all that is in it. */
function shown(before: Contents, touchpoint: Touchpoint): Contents {
  const goods = goodsOf(touchpoint);
  if (goods.items.length === 0 && !((goods.value ?? 0) > 0)) return before;

  const { currency, lines, amount, vague } = inCurrency(before, goods.currency);
  const stated = statedAmount(goods, currency);
  if (goods.items.length === 0) {
    return { currency, lines, amount: stated ?? 0, vague: vague || lines.size === 0 };
  }

  // A shop that leaves prices out here may have told them when the goods came in.
  const after = new Map<string, CartLine>();
  for (const [key, line] of linesOf(goods.items, currency)) {
    const price = line.price ?? lines.get(key)?.price;
    after.set(key, { ...line, ...(price !== undefined && { price }) });
  }
  return { currency, lines: after, amount: stated ?? linesAmount(after) ?? amount, vague: false };
}

function showsEmpty(touchpoint: Touchpoint): boolean {
  const { items, listed, value } = goodsOf(touchpoint);
  return items.length === 0 && (listed ? (value ?? 0) === 0 : value === 0);
}

function emptied({ currency }: Contents): Contents {
  return emptyContents(currency);
}

/** Amounts in another currency can't be added to: the cart starts anew in the one it is now shown in. */
function inCurrency(contents: Contents, currency: string | undefined): Contents {
  return currency === undefined || currency === contents.currency
    ? contents
    : emptyContents(currency);
}
