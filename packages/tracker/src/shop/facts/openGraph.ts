import { readPrice } from '../money/readMoney.ts';
import { addressOf } from './addressOf.ts';
import { clean } from './jsonLd.ts';
import { itemOf, type Product } from './product.ts';

/** The product that a page shows to social networks. https://ogp.me */
export function readOpenGraph(page: Document): Product | undefined {
  const read = (...names: string[]) =>
    names
      .map((name) => clean(page.querySelector(`meta[property="${name}"]`)?.getAttribute('content')))
      .find(Boolean);

  const currency = read('product:price:currency', 'og:price:currency');
  const price = readPrice(
    read('product:sale_price:amount', 'product:price:amount', 'og:price:amount'),
    currency,
  );
  const name = read('og:title');
  if (price === undefined || !currency || !name || !/product/.test(read('og:type') ?? 'product')) {
    return undefined;
  }
  return {
    item: itemOf({
      item_id:
        read('product:retailer_item_id', 'product:item_id') ?? addressOf(new URL(location.href)),
      item_name: clean(page.querySelector('h1')?.textContent) ?? name,
      item_brand: read('product:brand', 'og:brand'),
      item_category: read('product:category'),
      price,
    }),
    currency,
    rule: 'open-graph',
  };
}
