import type { ItemsParams } from '@cartograph/journey';
import { createKit } from './createKit.ts';
import type { JsonLd } from './facts/jsonLd.ts';
import type { Product } from './facts/product.ts';
import { productOfPage } from './facts/productOfPage.ts';
import { localeOf } from './page/locale.ts';
import { type Place, placeOf } from './page/placeOf.ts';
import type { Preset } from './preset.ts';

/** What is known of the page that is shown, for all who watch it. */
export interface ShopView {
  /** Of the shop's platform, once it is loaded. */
  preset: Preset | undefined;
  /** The page before, if it was one of the shop. */
  from: URL | undefined;
  /** What the shop last said is in the cart. */
  cart: ItemsParams | undefined;
  /** That, or what the platform's page says. */
  contents(): ItemsParams | undefined;
  /** Address of the page that is watched. An app's may have changed a moment ago. */
  href: string;
  url(): URL;
  /** What an address is, as far as it tells. */
  placeAt(url: URL): Place | undefined;
  facts(): JsonLd;
  product(): Product | undefined;
  kit(): ReturnType<typeof createKit>;
  locale(): ReturnType<typeof localeOf>;
}

export function createShopView(): ShopView {
  const view: ShopView = {
    preset: undefined,
    from: undefined,
    cart: undefined,
    href: location.href,
    contents: () => view.cart ?? view.preset?.cart?.(view.kit()),
    url: () => new URL(view.href),
    placeAt(url) {
      const known = view.preset?.place?.(url, url.href === view.href ? view.kit() : undefined);
      if (known === false) return undefined;
      return known ? { ...known, known: true } : placeOf(url);
    },
    facts() {
      const own = view.preset?.product?.(view.kit());
      return own ? { product: own } : productOfPage(document, view.locale());
    },
    product: () => (view.placeAt(view.url()) ? undefined : view.facts().product),
    kit: () => createKit(view.url(), view.from, () => view.product()),
    locale: () => localeOf(document),
  };
  return view;
}
