import { CATEGORIES, type Category, type Product } from './product.ts';

export const SORTS = {
  shelf: { name: 'As on the shelf', compare: () => 0 },
  'price-up': {
    name: 'Cheapest first',
    compare: (a, b) => a.priceCents - b.priceCents,
  },
  'price-down': {
    name: 'Dearest first',
    compare: (a, b) => b.priceCents - a.priceCents,
  },
  name: { name: 'By name', compare: (a, b) => a.name.localeCompare(b.name, 'en') },
} as const satisfies Record<string, { name: string; compare: Comparator }>;

type Comparator = (a: Product, b: Product) => number;

export type Sort = keyof typeof SORTS;

/** What a shopper asked the shelf to show. */
export interface Browse {
  category: Category | undefined;
  sort: Sort;
}

/** Reads a query. What it doesn't know means "everything, as on the shelf". */
export function readBrowse({ category = '', sort = '' }: Record<string, string>): Browse {
  return {
    category: Object.hasOwn(CATEGORIES, category) ? (category as Category) : undefined,
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : 'shelf',
  };
}

export function browse(products: readonly Product[], { category, sort }: Browse): Product[] {
  return products
    .filter((product) => !category || product.category === category)
    .sort(SORTS[sort].compare);
}

export function browseUrl({ category, sort }: Browse): string {
  const query = new URLSearchParams({
    ...(category && { category }),
    ...(sort !== 'shelf' && { sort }),
  });
  return query.size > 0 ? `/?${query}` : '/';
}
