import {
  goodsOf,
  type Lines,
  lessLines,
  lineKey,
  linesAmount,
  linesOf,
  mergeLines,
  statedAmount,
  withoutPrices,
} from './goods.ts';
import type { CartLine } from './journey.ts';
import { addMinor } from './money.ts';
import type { Item } from './params.ts';
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
  // Unlike amounts can't be added: the cart starts anew in the currency it is now told in.
  const isOther = goods.currency !== undefined && goods.currency !== before.currency;
  const { currency, lines, amount, vague } = isOther ? emptyContents(goods.currency!) : before;

  return {
    currency,
    lines: mergeLines(lines, linesOf(goods.items, currency)),
    amount: addMinor(amount, statedAmount(goods, currency) ?? 0),
    vague: vague || goods.items.length === 0,
  };
}

/** GA4's `remove_from_cart`: its `value` and `items` are what went out. */
function removed(before: Contents, touchpoint: Touchpoint): Contents {
  const goods = goodsOf(touchpoint);
  if (!holdsGoods(before) || (goods.items.length === 0 && goods.value === undefined)) return before;

  const lines = lessLines(before.lines, linesOf(goods.items, before.currency));
  const foreign = goods.currency !== undefined && goods.currency !== before.currency;
  const priceOf = (item: Item) => before.lines.get(lineKey(item))?.price;
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
  if (goods.items.length === 0) {
    const shownAmount = statedAmount(goods, currency) ?? 0;
    return { currency, lines, amount: shownAmount, vague: vague || lines.size === 0 };
  }

  // A shop that leaves prices out here may have told them when the goods came in.
  const priceOf = (item: Item) => lines.get(lineKey(item))?.price;
  const after = new Map<string, CartLine>();
  for (const [key, line] of linesOf(goods.items, currency)) {
    const price = line.price ?? lines.get(key)?.price;
    after.set(key, { ...line, ...(price !== undefined && { price }) });
  }
  return {
    currency,
    lines: after,
    amount: statedAmount(goods, currency, priceOf) ?? amount,
    vague: false,
  };
}

function showsEmpty(touchpoint: Touchpoint): boolean {
  const { items, listed, value } = goodsOf(touchpoint);
  return items.length === 0 && (listed ? (value ?? 0) === 0 : value === 0);
}

function emptied({ currency }: Contents): Contents {
  return emptyContents(currency);
}

/** Contents as another currency shows them: the same goods, and nobody knows for how much. */
function inCurrency(contents: Contents, currency: string | undefined): Contents {
  if (currency === undefined || currency === contents.currency) return contents;
  return { ...contents, currency, lines: withoutPrices(contents.lines), amount: 0 };
}
