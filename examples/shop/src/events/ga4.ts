import { type Line, unitCents } from '../cart/line.ts';
import { type Basket, totalsOf } from '../cart/totals.ts';
import { CATEGORIES, type Product } from '../catalogue/product.ts';
import type { Order } from '../checkout/order.ts';
import type { Ga4Ecommerce, Ga4Item, ShopEvent } from './shopEvent.ts';

/** Somewhere products stand together: the shelf, search results, "you may also like". */
export interface ProductList {
  id: string;
  name: string;
  products: readonly Product[];
}

export function viewItemList(list: ProductList): ShopEvent {
  return push('view_item_list', listed(list, list.products.map(listItem)));
}

export function selectItem(list: ProductList, product: Product): ShopEvent {
  return push('select_item', listed(list, [listItem(product, list.products.indexOf(product))]));
}

export function search(term: string): ShopEvent {
  return { dataLayer: { event: 'search', search_term: term } };
}

export function viewItem(product: Product): ShopEvent {
  return lineEvent('view_item', firstChoice(product));
}

/** `line.quantity` is how many were added, not how many there are now. */
export function addToCart(line: Line): ShopEvent {
  return lineEvent('add_to_cart', line);
}

export function removeFromCart(line: Line): ShopEvent {
  return lineEvent('remove_from_cart', line);
}

export function viewCart(basket: Basket): ShopEvent {
  return push('view_cart', cart(basket));
}

export function beginCheckout(basket: Basket): ShopEvent {
  return push('begin_checkout', cart(basket));
}

export function addShippingInfo(basket: Basket, tier: string): ShopEvent {
  return push('add_shipping_info', { ...cart(basket), shipping_tier: tier });
}

export function addPaymentInfo(basket: Basket, paymentType: string): ShopEvent {
  return push('add_payment_info', { ...cart(basket), payment_type: paymentType });
}

export function purchase(order: Order): ShopEvent {
  const { tax } = totalsOf(order);
  return push('purchase', {
    ...cart(order),
    transaction_id: order.id,
    tax: major(tax),
    shipping: major(order.shipping.cents),
  });
}

export function login(): ShopEvent {
  return { dataLayer: { event: 'login', method: 'password' } };
}

function push(event: string, ecommerce: Ga4Ecommerce): ShopEvent {
  return { dataLayer: { event, ecommerce } };
}

/** `value` is what is to be paid, shipping included from the moment it is chosen. */
function cart(basket: Basket): Ga4Ecommerce {
  return {
    currency: 'EUR',
    value: major(totalsOf(basket).total),
    ...(basket.coupon && { coupon: basket.coupon.code }),
    items: basket.lines.map(item),
  };
}

function lineEvent(event: string, line: Line): ShopEvent {
  const value = major(unitCents(line) * line.quantity);
  return push(event, { currency: 'EUR', value, items: [item(line)] });
}

function listed({ id, name }: ProductList, items: Ga4Item[]): Ga4Ecommerce {
  return { currency: 'EUR', item_list_id: id, item_list_name: name, items };
}

function listItem(product: Product, index: number): Ga4Item {
  return { ...item(firstChoice(product)), index };
}

function firstChoice(product: Product): Line {
  return { product, variant: product.choice?.variants[0], quantity: 1 };
}

function item(line: Line): Ga4Item {
  const { product, variant, quantity } = line;
  const price = unitCents(line);
  return {
    item_id: product.sku,
    item_name: product.name,
    item_brand: 'Fathom & Fold',
    item_category: CATEGORIES[product.category],
    ...(variant && { item_variant: variant.name }),
    price: major(price),
    ...(product.wasCents && { discount: major(product.wasCents - price) }),
    quantity,
  };
}

function major(cents: number): number {
  return cents / 100;
}
