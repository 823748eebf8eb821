/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { euros } from '../cart/euros.ts';
import type { Product } from '../catalogue/product.ts';

export function Price({ product }: { product: Product }) {
  const { priceCents, wasCents, choice } = product;
  const varies = choice?.variants.some((variant) => variant.priceCents !== undefined);
  return (
    <p class="price">
      {varies && <span class="price-from">from </span>}
      {wasCents && (
        <>
          <span class="sr-only">Was </span>
          <s>{euros(wasCents)}</s>
          <span class="sr-only">, now </span>{' '}
        </>
      )}
      <strong class={wasCents ? 'price-sale' : undefined}>{euros(priceCents)}</strong>
    </p>
  );
}
