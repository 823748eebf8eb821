import type { Product, Variant } from '../catalogue/product.ts';

/** One row of a cart. */
export interface Line {
  product: Product;
  variant: Variant | undefined;
  quantity: number;
}

/** What tells lines apart: the product and its variant. */
export function keyOf({ product, variant }: Line): string {
  return variant ? `${product.slug}.${variant.id}` : product.slug;
}

/** Price of one piece, in cents. */
export function unitCents({ product, variant }: Pick<Line, 'product' | 'variant'>): number {
  return variant?.priceCents ?? product.priceCents;
}

/** "Field Notebook, Moss" */
export function nameOf({ product, variant }: Pick<Line, 'product' | 'variant'>): string {
  return variant ? `${product.name}, ${variant.name}` : product.name;
}

export function countOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

export function quantityOf(lines: readonly Line[], key: string): number {
  return lines.find((line) => keyOf(line) === key)?.quantity ?? 0;
}

/** The lines with this one set: in its old place or at the end, gone when its quantity is 0. */
export function withLine(lines: readonly Line[], line: Line): Line[] {
  const key = keyOf(line);
  const known = lines.some((other) => keyOf(other) === key);
  const all = known
    ? lines.map((other) => (keyOf(other) === key ? line : other))
    : [...lines, line];
  return all.filter(({ quantity }) => quantity > 0);
}
