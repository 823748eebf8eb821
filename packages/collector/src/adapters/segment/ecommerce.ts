import { withoutMissing } from '../../import/withoutMissing.ts';
import { asRecords } from '../asRecords.ts';
import { asText } from '../asText.ts';
import { plainParams } from '../plainParams.ts';
import type { Params } from '../told.ts';
import { checkoutStep } from './checkoutStep.ts';
import { PRODUCT_FIELDS, toItem } from './toItem.ts';

/** An event as a touchpoint has it. */
export interface Event {
  type: string;
  params: Params;
}

type Translate = (properties: Params) => Event;

/**
 * Segment's e-commerce events, version 2, and RudderStack's, which are the same.
 *
 * @see https://segment.com/docs/connections/spec/ecommerce/v2/
 * @see https://www.rudderstack.com/docs/event-spec/ecommerce-events-spec/
 */
const EVENTS: ReadonlyMap<string, Translate> = new Map<string, Translate>([
  ['products searched', (p) => of('search', p, { search_term: p.query }, ['query'])],
  ['product list viewed', list('view_item_list')],
  ['product list filtered', list('view_item_list')],
  ['product clicked', product('select_item')],
  ['product viewed', product('view_item')],
  ['product added', product('add_to_cart')],
  ['product removed', product('remove_from_cart')],
  ['product added to wishlist', product('add_to_wishlist')],
  ['wishlist product added to cart', product('add_to_cart')],
  ['promotion viewed', promotion('view_promotion')],
  ['promotion clicked', promotion('select_promotion')],
  ['cart viewed', goods('view_cart')],
  ['checkout started', goods('begin_checkout')],
  ['checkout step viewed', (p) => checkoutStep(p, 'viewed')],
  ['checkout step completed', (p) => checkoutStep(p, 'completed')],
  ['payment info entered', (p) => checkoutStep(p, 'payment')],
  ['order completed', order('purchase')],
  // What it holds now may differ, and a second list of goods would count as more of them: it only
  // says that there is this order.
  ['order updated', (p) => ({ type: 'purchase', params: named(p) })],
  ['order refunded', order('refund')],
  // All of it, whatever it was worth.
  ['order cancelled', (p) => ({ type: 'refund', params: { ...named(p), cancelled: true } })],
  ['coupon entered', coupon()],
  ['coupon applied', coupon('applied')],
  ['coupon denied', coupon('denied')],
  ['coupon removed', (p) => of('coupon_removed', p, { coupon: couponOf(p) }, COUPON_FIELDS)],
  ['product shared', (p) => of('share', p, shared(p, 'product'), SHARED_FIELDS)],
  ['cart shared', (p) => of('share', p, shared(p, 'cart'), SHARED_FIELDS)],
  ['product reviewed', (p) => of('review', p, { item_id: itemIdOf(p) }, ['review_body'])],
  ['signed up', (p) => of('sign_up', p, { method: p.type }, PERSON_FIELDS)],
  ['signed in', (p) => of('login', p, {}, PERSON_FIELDS)],
]);

/** An event of the spec. `undefined` for any other. */
export function ecommerceEvent(name: string, properties: Params): Event | undefined {
  const spelled = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace('canceled', 'cancelled');
  return EVENTS.get(spelled)?.(properties);
}

const COUPON_FIELDS = ['coupon_id', 'coupon_name'];
const SHARED_FIELDS = ['share_via', 'share_message', 'recipient', 'product_id', 'name', 'url'];
const PERSON_FIELDS = ['type', 'username', 'first_name', 'last_name', 'email', 'phone', 'title'];

/** One event whose properties are all the client's, but for what becomes something else. */
function of(
  type: string,
  properties: Params,
  given: Params,
  consumed: readonly string[] = [],
): Event {
  return {
    type,
    params: { ...plainParams(properties, new Set(consumed)), ...withoutMissing(given) },
  };
}

function goods(type: string): Translate {
  return (properties) => of(type, properties, goodsOf(properties), GOODS_FIELDS);
}

/** A product's fields stand right among the properties. */
function product(type: string): Translate {
  return (properties) => {
    const item = toItem(properties);
    const isNamed = item.item_id !== undefined || item.item_name !== undefined;
    const { currency, value } = properties;
    return of(type, properties, { currency, value, items: isNamed ? [item] : undefined }, [
      ...PRODUCT_FIELDS,
      'coupon',
    ]);
  };
}

function list(type: string): Translate {
  return (properties) =>
    of(
      type,
      properties,
      {
        ...goodsOf(properties),
        item_list_id: properties.list_id,
        item_list_name: properties.category,
      },
      [...GOODS_FIELDS, 'list_id', 'category'],
    );
}

function promotion(type: string): Translate {
  return (properties) =>
    of(
      type,
      properties,
      {
        promotion_name: properties.name,
        creative_name: properties.creative,
        creative_slot: properties.position,
      },
      ['name', 'creative', 'position'],
    );
}

function coupon(status?: 'applied' | 'denied'): Translate {
  return (properties) =>
    of('coupon', properties, { coupon: couponOf(properties), status }, COUPON_FIELDS);
}

/** What was paid for, or given back: Segment's `total` has tax and shipping in it, `revenue` has not. */
function order(type: 'purchase' | 'refund'): Translate {
  return (properties) =>
    of(
      type,
      properties,
      {
        ...goodsOf(properties),
        ...named(properties),
        value: properties.total ?? properties.value ?? properties.revenue,
      },
      [...GOODS_FIELDS, 'order_id'],
    );
}

const GOODS_FIELDS = ['products', 'value', 'total', 'revenue'];

/** The goods of an event that lists them. */
export function goodsOf(properties: Params): Params {
  const products = asRecords(properties.products);
  return withoutMissing({
    currency: properties.currency ?? products[0]?.currency,
    value: properties.value ?? properties.total ?? properties.revenue,
    items: products.length > 0 ? products.map(toItem) : undefined,
  });
}

function named({ order_id, currency }: Params): Params {
  return withoutMissing({ transaction_id: asText(order_id), currency });
}

function couponOf(properties: Params): string | undefined {
  return asText(properties.coupon_name) ?? asText(properties.coupon_id);
}

function itemIdOf(properties: Params): unknown {
  return properties.product_id;
}

function shared(properties: Params, content_type: string): Params {
  return { method: properties.share_via, content_type, item_id: itemIdOf(properties) };
}
