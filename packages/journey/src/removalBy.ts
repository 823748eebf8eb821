import type { Contents } from './contents.ts';
import { toDecimal } from './money.ts';
import { broughtBy, isServersWord, type OrderWords } from './orders.ts';
import type { Item } from './params.ts';
import type { StoredTouchpoint } from './touchpoint.ts';

/**
 * A further part of an earlier order, as the `remove_from_cart` that it is to the cart under way: what the
 * shopper bought, if under the number of the order before, was not left behind.
 *
 * Only what it newly brings to the order counts, so a thank-you page that is shown again takes nothing; nor
 * does the shop's server, which tells of an order whenever it likes, whatever is in the cart by then.
 *
 * @returns `undefined` where it takes nothing out.
 */
export function removalBy(
  part: StoredTouchpoint,
  {
    words,
    contents,
    cartCreatedAt,
  }: { words: OrderWords; contents: Contents; cartCreatedAt: number },
): StoredTouchpoint | undefined {
  if (isServersWord(part)) return undefined;
  const { currency, lines, vague } = contents;
  // What the server has told since the cart was begun may be this very part.
  const known = words.purchases.filter((word) => !isServersWord(word) || word.at <= cartCreatedAt);
  const brought = broughtBy(part, { ...words, purchases: known }, currency);

  const items = [...brought].flatMap(([key, { item, variant, quantity, price }]): Item[] => {
    const held = lines.get(key);
    // Any goods may be among those that nobody named.
    if (!held && !vague) return [];
    const isPriced = held?.price === undefined && price !== undefined;
    return [
      {
        item_id: item,
        ...(variant && { item_variant: variant }),
        quantity: held && !vague ? Math.min(quantity, held.quantity) : quantity,
        // It goes at the price that it has in the cart; what was paid is the order's.
        ...(isPriced && { price: Number(toDecimal(price, currency)) }),
      },
    ];
  });
  return items.length > 0 ? { ...part, type: 'remove_from_cart', params: { items } } : undefined;
}
