/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { euros } from '../cart/euros.ts';
import { type Basket, totalsOf } from '../cart/totals.ts';

interface TotalsListProps {
  basket: Basket;
  /** What to say for the cost of shipping before it is known. */
  shippingUnknown: string;
}

export function TotalsList({ basket, shippingUnknown }: TotalsListProps) {
  const { goods, discount, shipping, total, tax } = totalsOf(basket);
  return (
    <dl class="totals">
      <Row label="Goods" value={euros(goods)} />
      {basket.coupon && <Row label={`Coupon ${basket.coupon.code}`} value={euros(-discount)} />}
      <Row label="Shipping" value={shipping === undefined ? shippingUnknown : costOf(shipping)} />
      <div class="totals-sum">
        <dt>Total</dt>
        <dd>
          {euros(total)}
          <small>including {euros(tax)} VAT</small>
        </dd>
      </div>
    </dl>
  );
}

export function costOf(cents: number): string {
  return cents === 0 ? 'free' : euros(cents);
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
