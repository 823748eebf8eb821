import type { Cart } from '@cartograph/journey';
import type { CountedCart } from '../countedCarts.ts';

/** What has to be known of a cart to hold it against others. */
export interface RiskCart {
  /** Id of its journey. */
  journey: string;
  /** Device, new or returning, and channel. What isn't known is a value like any other. */
  stratum: string;
  /** ISO 4217. */
  currency: string;
  /** Minor units. */
  amount: number;
  /** What the goods alone cost, in minor units. */
  goods: number;
}

export function riskCart({ journey: { id, entry, returning }, cart }: CountedCart): RiskCart {
  return {
    journey: id,
    stratum: JSON.stringify([entry.device, entry.channelGroup, returning]),
    currency: cart.currency,
    amount: cart.amount,
    goods: goodsValue(cart),
  };
}

/** An order's amount can have shipping in it, a cart's has not: carts that were left and ordered are measured alike. */
function goodsValue({ lines, amount }: Cart): number {
  const isPriced = lines.length > 0 && lines.every(({ price }) => price !== undefined);
  return isPriced ? lines.reduce((sum, { price, quantity }) => sum + price! * quantity, 0) : amount;
}
