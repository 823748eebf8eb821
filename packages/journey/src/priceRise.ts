import type { Contents } from './contents.ts';
import { goodsOf, type Lines, sameGoods } from './goods.ts';
import { addMinor, toMinor } from './money.ts';
import { stepOf } from './stepProgress.ts';
import type { Touchpoint } from './touchpoint.ts';

/** What a shopper knows that the goods in the cart will cost, in minor units. */
export interface KnownTotal {
  lines: Lines;
  currency: string;
  /** The most that was shown for these goods, shipping and tax with it where they were told. */
  total: number;
}

/**
 * What the shopper knows after one more touchpoint, and by how much it is more than what they knew of the
 * very same goods: shipping, tax or a fee that was not told before.
 *
 * @param contents What is in the cart with this touchpoint.
 */
export function priceRise(
  known: KnownTotal | undefined,
  { contents, touchpoint }: { contents: Contents; touchpoint: Touchpoint },
): { known: KnownTotal | undefined; rise: number } {
  if (stepOf(touchpoint) === undefined && touchpoint.type !== 'remove_from_cart') {
    return { known, rise: 0 };
  }
  const { lines, currency, amount } = contents;
  const isSame =
    known !== undefined && known.currency === currency && sameGoods(known.lines, lines);
  // Adding tells what was added, not what all will cost.
  const isChange = touchpoint.type === 'add_to_cart' || touchpoint.type === 'remove_from_cart';
  if (isChange || !isSame) return { known: { lines, currency, total: amount }, rise: 0 };

  const { items, value } = goodsOf(touchpoint);
  if (items.length === 0 && value === undefined) return { known, rise: 0 };
  const total = addMinor(amount, extrasOf(touchpoint, currency));
  const rise = known.total > 0 ? Math.max(0, total - known.total) : 0;
  return { known: { ...known, total: Math.max(known.total, total) }, rise };
}

/** Shipping and tax, which GA4's `value` leaves out. */
function extrasOf({ params }: Touchpoint, currency: string): number {
  return [params?.shipping, params?.tax].reduce<number>(
    (sum, extra) =>
      typeof extra === 'number' && extra > 0 ? addMinor(sum, toMinor(extra, currency)) : sum,
    0,
  );
}
