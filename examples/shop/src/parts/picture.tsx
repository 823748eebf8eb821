/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Product, Variant } from '../catalogue/product.ts';

interface PictureProps {
  product: Product;
  variant?: Variant | undefined;
  /** What it shows. Empty where the product's name stands beside it. */
  alt: string;
  id?: string;
  loading?: 'lazy' | 'eager';
}

export function Picture({ product, variant, alt, id, loading = 'eager' }: PictureProps) {
  return (
    <img
      id={id}
      class="picture"
      src={pictureUrl(product, variant)}
      alt={alt}
      width="400"
      height="400"
      loading={loading}
    />
  );
}

export function pictureUrl({ slug }: Product, variant: Variant | undefined): string {
  return `/pictures/${slug}.svg${variant ? `?variant=${variant.id}` : ''}`;
}
