import type { Locale } from '../money/currency.ts';
import { clean, type JsonLd, readJsonLd } from './jsonLd.ts';
import { readMicrodata } from './microdata.ts';
import { BUTTONS, isAddButton, productNear } from './near.ts';
import { readOpenGraph } from './openGraph.ts';
import type { Product } from './product.ts';

/** What a page is about: its product, or its list of products. The best word wins: structured data, then what is shown. */
export function productOfPage(page: Document, locale: Locale): JsonLd {
  const texts = [...page.querySelectorAll('script[type*="ld+json" i]')].map(
    (script) => script.textContent ?? '',
  );
  const canonical = page.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const told = readJsonLd(texts, {
    urls: [location.href, canonical].flatMap((href) => (href ? [new URL(href)] : [])),
    heading: clean(page.querySelector('h1')?.textContent) ?? '',
  });
  if (told.product?.item.price !== undefined || told.list) return told;

  const other = readMicrodata(page) ?? readOpenGraph(page) ?? shownOn(page, locale);
  if (!told.product) return other ? { product: other } : {};
  // The words of the one, the price of the other.
  const price = other?.item.price;
  const product: Product = {
    ...told.product,
    item: { ...told.product.item, ...(price !== undefined && { price }) },
    currency: told.product.currency ?? other?.currency,
  };
  return { product };
}

/** A heading with a price, and a button to buy it. */
function shownOn(page: Document, locale: Locale): Product | undefined {
  for (const button of page.querySelectorAll(BUTTONS)) {
    const product = isAddButton(button) ? productNear(button, locale) : undefined;
    if (product?.main && product.item.price !== undefined) return product;
  }
  return undefined;
}
