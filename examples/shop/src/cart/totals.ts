import type { ShippingOption } from '../checkout/shippingOptions.ts';
import type { Coupon } from './coupon.ts';
import { type Line, unitCents } from './line.ts';

/** What a shopper is about to pay for. */
export interface Basket {
  lines: readonly Line[];
  coupon: Coupon | undefined;
  /** Unknown until the shopper has chosen. */
  shipping: Pick<ShippingOption, 'cents'> | undefined;
}

/** All in cents. */
export interface Totals {
  goods: number;
  discount: number;
  shipping: number | undefined;
  /** What is to be paid: goods less discount, plus shipping where it is known. */
  total: number;
  /** The VAT inside `total`. */
  tax: number;
}

const VAT_PERCENT = 19;

export function totalsOf({ lines, coupon, shipping }: Basket): Totals {
  const goods = lines.reduce((sum, line) => sum + unitCents(line) * line.quantity, 0);
  const discount = Math.round((goods * (coupon?.percent ?? 0)) / 100);
  const total = goods - discount + (shipping?.cents ?? 0);
  const tax = Math.round((total * VAT_PERCENT) / (100 + VAT_PERCENT));
  return { goods, discount, shipping: shipping?.cents, total, tax };
}
