import { describe, expect, it } from 'vitest';
import { browse, browseUrl, readBrowse } from '../src/catalogue/browse.ts';
import { PRODUCTS } from '../src/catalogue/products.ts';
import { search } from '../src/catalogue/search.ts';

const slugs = (products: readonly { slug: string }[]) => products.map(({ slug }) => slug);

describe(browse, () => {
  it('shows one shelf, cheapest first', () => {
    const asked = readBrowse({ category: 'instruments', sort: 'price-up' });
    expect(slugs(browse(PRODUCTS, asked))).toEqual([
      'chart-dividers',
      'map-measure',
      'brass-compass',
      'desk-globe',
    ]);
  });

  it('leaves the shelf itself in its order', () => {
    const before = slugs(PRODUCTS);
    browse(PRODUCTS, { category: undefined, sort: 'name' });
    expect(slugs(PRODUCTS)).toEqual(before);
  });

  it.each([
    ['nothing', {}],
    ['shelves and orders that are not there', { category: 'toString', sort: 'constructor' }],
  ])('shows everything when asked for %s', (_, query) => {
    expect(slugs(browse(PRODUCTS, readBrowse(query)))).toEqual(slugs(PRODUCTS));
  });
});

describe(browseUrl, () => {
  it.each([
    ['/', { category: undefined, sort: 'shelf' }],
    ['/?category=maps', { category: 'maps', sort: 'shelf' }],
    ['/?category=maps&sort=price-down', { category: 'maps', sort: 'price-down' }],
  ] as const)('is %s, and reads back', (url, asked) => {
    expect(browseUrl(asked)).toBe(url);
    const query = Object.fromEntries(new URL(url, 'http://shop').searchParams);
    expect(readBrowse(query)).toEqual(asked);
  });
});

describe(search, () => {
  it.each([
    ['brass buckles', ['map-roll']],
    ['INSTRUMENTS needle', ['brass-compass']],
    ['brass zeppelin', []],
    ['   ', []],
  ])('finds all words of "%s"', (term, expected) => {
    expect(slugs(search(PRODUCTS, term))).toEqual(expected);
  });
});
