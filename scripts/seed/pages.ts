import { browseUrl } from '../../examples/shop/src/catalogue/browse.ts';
import {
  CATEGORIES,
  type Category,
  type Product,
} from '../../examples/shop/src/catalogue/product.ts';
import { CHECKOUT_STEPS } from '../../examples/shop/src/checkout/flow.ts';
import { type Order, orderUrl } from '../../examples/shop/src/checkout/order.ts';
import type { Page } from './browser.ts';

/** The demo shop's pages, by the addresses and titles they have there. */
export const PAGES = {
  home: page('/', 'All shelves'),
  cart: page('/cart', 'Your cart'),
  contact: page('/checkout/contact', CHECKOUT_STEPS.contact),
  shipping: page('/checkout/shipping', CHECKOUT_STEPS.shipping),
  payment: page('/checkout/payment', CHECKOUT_STEPS.payment),
  shelf: (category: Category) => page(browseUrl({ category, sort: 'shelf' }), CATEGORIES[category]),
  search: (term: string) => page(`/search?q=${encodeURIComponent(term)}`, `“${term}”`),
  product: ({ slug, name }: Product) => page(`/products/${slug}`, name),
  thanks: (order: Order) => page(orderUrl(order), 'Thank you'),
} as const;

function page(path: string, title: string): Page {
  return { path, title: `${title} · Fathom & Fold` };
}
