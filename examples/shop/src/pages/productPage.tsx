/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { browseUrl } from '../catalogue/browse.ts';
import { CATEGORIES, type Product } from '../catalogue/product.ts';
import type { ProductList } from '../events/ga4.ts';
import type { Added } from '../parts/addedNote.tsx';
import { AddForm } from '../parts/addForm.tsx';
import { Picture } from '../parts/picture.tsx';
import { Price } from '../parts/price.tsx';
import { ProductGrid } from '../parts/productGrid.tsx';

interface ProductPageProps {
  product: Product;
  related: ProductList;
  /** What came of adding it, when that is why this page is shown again. */
  added?: Added;
}

export function ProductPage({ product, related, added }: ProductPageProps) {
  const { category, name, line, story, facts, sku, choice } = product;
  return (
    <>
      <nav class="crumbs" aria-label="Where you are">
        <a href="/">Shop</a>
        <a href={browseUrl({ category, sort: 'shelf' })}>{CATEGORIES[category]}</a>
      </nav>
      <article class="product">
        <div class="product-picture">
          <Picture
            product={product}
            variant={choice?.variants[0]}
            alt={`${name}: ${line}`}
            id="picture"
          />
        </div>
        <div class="product-text">
          <p class="kicker">{sku}</p>
          <h1>{name}</h1>
          <p class="product-line">{line}</p>
          <Price product={product} />
          <AddForm product={product} added={added} />
          <p class="product-story">{story}</p>
          <dl class="facts">
            {facts.map(([label, value]) => (
              <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </article>
      <section class="shelf shelf-related" aria-labelledby="related-title">
        <h2 id="related-title">{related.name}</h2>
        <ProductGrid list={related} />
      </section>
    </>
  );
}
