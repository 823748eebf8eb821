import { withoutMissing } from '../../import/withoutMissing.ts';
import { asText } from '../asText.ts';
import type { Params } from '../told.ts';
import type { SelfDescribing } from './selfDescribing.ts';

export interface Event {
  type: string;
  params: Params;
}

const VENDOR = 'com.snowplowanalytics.snowplow.ecommerce';

/** What Snowplow's e-commerce plugin calls an action, and what GA4 does. */
const TYPES: Readonly<Record<string, string>> = {
  product_view: 'view_item',
  list_view: 'view_item_list',
  list_click: 'select_item',
  add_to_cart: 'add_to_cart',
  remove_from_cart: 'remove_from_cart',
  promo_view: 'view_promotion',
  promo_click: 'select_promotion',
  transaction: 'purchase',
  refund: 'refund',
};

/**
 * An action of Snowplow's e-commerce plugin with the entities around it. `undefined` for any other
 * event.
 *
 * @see https://docs.snowplow.io/docs/events/ootb-data/ecommerce-events/
 */
export function ecommerceAction(
  event: SelfDescribing,
  entities: readonly SelfDescribing[],
): Event | undefined {
  if (event.vendor !== VENDOR || event.name !== 'snowplow_ecommerce_action') return undefined;

  const all = (name: string) =>
    entities.filter((one) => one.vendor === VENDOR && one.name === name).map(({ data }) => data);
  const one = (name: string) => all(name)[0] ?? {};

  const action = asText(event.data.type) ?? '';
  if (action === 'checkout_step') return checkoutStep(one('checkout_step'));
  if (action === 'trns_error') return failedPayment(one('transaction_error'));

  const type = TYPES[action];
  if (type === undefined) return undefined;

  const products = all('product');
  const transaction = { ...one('transaction'), ...one('refund') };
  const promotion = one('promotion');
  return {
    type,
    params: withoutMissing({
      // A cart's `total_value` is all that is in it, and not what came in or went out.
      currency: transaction.currency ?? products[0]?.currency,
      value: transaction.refund_amount ?? transaction.revenue,
      transaction_id: asText(transaction.transaction_id),
      tax: transaction.tax,
      shipping: transaction.shipping,
      coupon: transaction.discount_code,
      payment_type: transaction.payment_method,
      item_list_name: /^list_/.test(action) ? asText(event.data.name) : undefined,
      promotion_id: asText(promotion.id),
      promotion_name: promotion.name,
      creative_slot: promotion.slot,
      items: products.length > 0 ? products.map(toItem) : undefined,
    }),
  };
}

function toItem(product: Params): Params {
  return withoutMissing({
    item_id: asText(product.id),
    item_name: asText(product.name),
    item_variant: asText(product.variant),
    item_brand: asText(product.brand),
    item_category: asText(product.category),
    price: product.price,
    quantity: product.quantity,
    index: product.position,
  });
}

/**
 * A step that was completed. The plugin numbers steps as a shop likes; what it was about is told by
 * the fields that came with it, of which the deepest counts. Addresses are not kept.
 */
function checkoutStep(data: Params): Event {
  const params = withoutMissing({
    shipping_tier: asText(data.delivery_method) ?? asText(data.delivery_provider),
    payment_type: asText(data.payment_method),
    coupon: asText(data.coupon_code),
  });
  if (params.payment_type) return { type: 'add_payment_info', params };
  if (params.shipping_tier) return { type: 'add_shipping_info', params };

  const names = Object.keys(data).join();
  const step = /(shipping|billing)_/.test(names)
    ? 'address'
    : /account_type|marketing_opt_in/.test(names)
      ? 'contact'
      : `step-${asText(data.step) ?? 1}`;
  return { type: 'checkout_step', params: { ...params, step } };
}

function failedPayment(data: Params): Event {
  const message = asText(data.error_description) ?? asText(data.error_code);
  return { type: 'alert', params: withoutMissing({ alert_type: 'PAYMENT_ERROR', message }) };
}
