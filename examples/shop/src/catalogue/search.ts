import { CATEGORIES, type Product } from './product.ts';

/** Products that have every word of the term in what their page says. */
export function search(products: readonly Product[], term: string): Product[] {
  const words = term.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return products.filter((product) => {
    const { name, line, story, category, facts } = product;
    const text = [name, line, story, CATEGORIES[category], ...facts.flat()].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
