// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readJsonLd } from '../../src/shop/facts/jsonLd.ts';

const offer = { '@type': 'Offer', price: '19.90', priceCurrency: 'EUR' };
const product = { '@type': 'Product', name: 'Mug', sku: 'M1', offers: offer };
const item = { item_id: 'M1', item_name: 'Mug', price: 19.9 };

const read = (...data: unknown[]) =>
  readJsonLd(
    data.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))),
    { urls: [new URL('https://shop.example/p/mug?variant=2')], heading: 'Mug' },
  );

describe(readJsonLd, () => {
  it.each<[title: string, data: unknown, item: object | undefined]>([
    ['a product', product, item],
    ['a list with a product in it', [{ '@type': 'WebSite' }, product], item],
    ['a graph', { '@graph': [{ '@type': 'BreadcrumbList' }, product] }, item],
    ['a type of several', { ...product, '@type': ['Product', 'Book'] }, item],
    ['a type by its address', { ...product, '@type': 'http://schema.org/Product' }, item],
    ['the main entity of a page', { '@type': 'ItemPage', mainEntity: product }, item],
    ['a price that is a number', { ...product, offers: { ...offer, price: 19.9 } }, item],
    ['a price as people write it', { ...product, offers: { ...offer, price: '19,90 €' } }, item],
    ['a list of offers', { ...product, offers: [offer, offer] }, item],
    [
      'offers of different prices',
      { ...product, offers: [offer, { ...offer, price: 5 }] },
      { ...item, price: undefined },
    ],
    [
      'the offer of this very variant',
      {
        ...product,
        offers: [
          { ...offer, price: 5, url: '/p/mug?variant=1' },
          { ...offer, sku: 'M1-2', url: '/p/mug?variant=2' },
        ],
      },
      { ...item, item_id: 'M1-2' },
    ],
    [
      'an aggregate of one price',
      {
        ...product,
        offers: {
          '@type': 'AggregateOffer',
          lowPrice: 19.9,
          highPrice: '19.90',
          priceCurrency: 'EUR',
        },
      },
      { ...item, price: undefined },
    ],
    [
      'an aggregate of a range',
      {
        ...product,
        offers: { '@type': 'AggregateOffer', lowPrice: 1, highPrice: 9, priceCurrency: 'EUR' },
      },
      { ...item, price: undefined },
    ],
    [
      'a price in its specification',
      {
        ...product,
        offers: [
          {
            '@type': 'Offer',
            priceSpecification: [
              { priceType: 'https://schema.org/ListPrice', price: '30', priceCurrency: 'EUR' },
              { price: '19.90', priceCurrency: 'EUR' },
            ],
          },
        ],
      },
      item,
    ],
    [
      'a brand and a category',
      { ...product, brand: { '@type': 'Brand', name: 'A &amp; B' }, category: 'Kitchen' },
      { ...item, item_brand: 'A & B', item_category: 'Kitchen' },
    ],
    [
      'a group, by its variant',
      {
        '@type': 'ProductGroup',
        name: 'Mug',
        productGroupID: 'G',
        hasVariant: [
          { ...product, sku: 'V1', url: '/p/mug?variant=1' },
          { ...product, name: 'Mug, red', sku: 'V2', url: '/p/mug?variant=2' },
        ],
      },
      { ...item, item_id: 'V2', item_variant: 'Mug, red' },
    ],
    [
      'a number with its kind',
      { ...product, sku: undefined, productID: 'mpn:925872' },
      { ...item, item_id: '925872' },
    ],
    ['no number at all', { ...product, sku: undefined }, { ...item, item_id: '/p/mug' }],
    [
      'line breaks inside',
      '{"@type":"Product","name":"Mug","sku":"M1","description":"a\nb","offers":{"price":"19.90","priceCurrency":"EUR"}}',
      item,
    ],
    ['stars for searches', { '@type': 'Product', name: 'My shop', aggregateRating: {} }, undefined],
    [
      'another page’s product',
      { ...product, name: 'Cup', url: 'https://shop.example/p/cup' },
      undefined,
    ],
    ['an article', { '@type': 'Article', name: 'Mug' }, undefined],
    ['no JSON', '{"@type":"Product",', undefined],
    ['null', 'null', undefined],
  ])('reads %s', (_, data, expected) => {
    const found = read(data).product?.item;
    if (expected && 'price' in expected && expected.price === undefined) {
      expect(found).toMatchObject({ item_id: 'M1', item_name: 'Mug' });
    } else expect(found).toEqual(expected);
  });

  it('takes of several products the one of this address, else of this heading, else none', () => {
    const cup = { ...product, name: 'Cup', sku: 'C1' };
    expect(read(cup, product).product?.item.item_id).toBe('M1');
    expect(read({ ...cup, url: '/p/mug' }, { ...product, url: '/p/x' }).product?.item.item_id).toBe(
      'C1',
    );
    expect(read(cup, { ...cup, sku: 'C2' })).toEqual({});
  });

  it('reads a list of products, and no list of anything else', () => {
    const list = (of: object) => ({
      '@type': 'ItemList',
      itemListElement: [{ '@type': 'ListItem', position: 1, item: of }],
    });
    expect(read(list(product)).list).toEqual([{ ...item, index: 0 }]);
    expect(read(list({ '@type': 'Article', name: 'x' }))).toEqual({});
  });
});
