import type { Product } from '../catalogue/product.ts';

/** What a shopper is told who finds none. */
export function soldOut({ name }: Product): string {
  return `The ${name} is sold out. We are making more.`;
}

/** What a shopper is told who wants more than there are; `undefined` when there are enough. */
export function shortage(product: Product, wanted: number): string | undefined {
  if (product.stock === 0) return soldOut(product);
  if (wanted <= product.stock) return undefined;
  return `We have only ${product.stock} of the ${product.name}.`;
}
