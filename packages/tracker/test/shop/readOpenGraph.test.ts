// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readOpenGraph } from '../../src/shop/facts/openGraph.ts';

type Metas = Record<string, string>;

const PAGE = { 'og:type': 'product', 'og:title': 'Mug – Clay shop' };
const PRICE = { 'product:price:amount': '19.90', 'product:price:currency': 'EUR' };
const product = {
  item: { item_id: '/p/mug', item_name: 'Mug – Clay shop', price: 19.9 },
  currency: 'EUR',
  rule: 'open-graph',
};

beforeEach(() => {
  history.replaceState({}, '', '/p/mug');
  document.body.innerHTML = '';
});

function read(metas: Metas) {
  document.head.innerHTML = Object.entries(metas)
    .map(([name, content]) => `<meta property="${name}" content="${content}">`)
    .join('');
  return readOpenGraph(document);
}

describe(readOpenGraph, () => {
  it.each<[title: string, metas: Metas, product: object | undefined]>([
    ['a price and its currency', { ...PAGE, ...PRICE }, product],
    [
      'the names that shops give it, too',
      { ...PAGE, 'og:price:amount': '19,90', 'og:price:currency': 'EUR' },
      product,
    ],
    [
      'the price of a sale',
      { ...PAGE, ...PRICE, 'product:price:amount': '25', 'product:sale_price:amount': '19.90' },
      product,
    ],
    [
      'thousands of a currency without cents',
      { ...PAGE, 'product:price:amount': '32.000', 'product:price:currency': 'KRW' },
      { ...product, item: { ...product.item, price: 32_000 }, currency: 'KRW' },
    ],
    ['a page that tells no type', { 'og:title': 'Mug – Clay shop', ...PRICE }, product],
    ['a type with a prefix', { ...PAGE, ...PRICE, 'og:type': 'og:product' }, product],
    [
      'number, brand and category',
      {
        ...PAGE,
        ...PRICE,
        'product:retailer_item_id': 'M1',
        'product:brand': 'Clay',
        'product:category': 'Kitchen',
      },
      {
        ...product,
        item: { ...product.item, item_id: 'M1', item_brand: 'Clay', item_category: 'Kitchen' },
      },
    ],
    ['no article, be there a price', { ...PAGE, ...PRICE, 'og:type': 'article' }, undefined],
    ['nothing without a price', PAGE, undefined],
    ['no price without a currency', { ...PAGE, 'product:price:amount': '19.90' }, undefined],
    ['nothing without a title', PRICE, undefined],
  ])('reads %s', (_, metas, expected) => {
    expect(read(metas)).toEqual(expected);
  });

  it('takes the heading for a name, where there is one', () => {
    document.body.innerHTML = '<h1> Mug </h1>';
    expect(read({ ...PAGE, ...PRICE })?.item.item_name).toBe('Mug');
  });
});
