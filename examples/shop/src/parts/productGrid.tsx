/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Product } from '../catalogue/product.ts';
import { type ProductList, selectItem } from '../events/ga4.ts';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';

export function ProductGrid({ list }: { list: ProductList }) {
  return (
    <ul class="grid">
      {list.products.map((product) => (
        <li class="card">
          <div class="card-picture">
            <Picture product={product} alt="" loading="lazy" />
            <Badge product={product} />
          </div>
          <h3>
            <a
              href={`/products/${product.slug}`}
              data-select={JSON.stringify(selectItem(list, product))}
            >
              {product.name}
            </a>
          </h3>
          <p class="card-line">{product.line}</p>
          <Price product={product} />
        </li>
      ))}
    </ul>
  );
}

function Badge({ product: { stock, wasCents, priceCents } }: { product: Product }) {
  if (stock === 0) return <span class="badge badge-out">Sold out</span>;
  if (!wasCents) return null;
  return <span class="badge badge-sale">−{Math.round(100 - (priceCents / wasCents) * 100)} %</span>;
}
