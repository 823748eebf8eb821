/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Browse, browseUrl, SORTS, type Sort } from '../catalogue/browse.ts';
import { CATEGORIES, type Category } from '../catalogue/product.ts';
import type { ProductList } from '../events/ga4.ts';
import { Hero } from '../parts/hero.tsx';
import { ProductGrid } from '../parts/productGrid.tsx';

/** The front of the shop: all shelves, or the one that was asked for. */
export function ShelfPage({ list, asked }: { list: ProductList; asked: Browse }) {
  const { category, sort } = asked;
  return (
    <>
      {!category && <Hero />}
      <section class="shelf" id="shelf" aria-labelledby="shelf-title">
        <div class="shelf-head">
          {category ? (
            <h1 id="shelf-title">{list.name}</h1>
          ) : (
            <h2 id="shelf-title">On the shelves</h2>
          )}
          <p class="shelf-count">{list.products.length} things</p>
        </div>
        <div class="shelf-tools">
          <nav class="chips" aria-label="Filter by shelf">
            <Chip url={browseUrl({ category: undefined, sort })} current={!category}>
              Everything
            </Chip>
            {(Object.keys(CATEGORIES) as Category[]).map((id) => (
              <Chip url={browseUrl({ category: id, sort })} current={id === category}>
                {CATEGORIES[id]}
              </Chip>
            ))}
          </nav>
          <nav class="sorts" aria-label="Sort">
            {(Object.keys(SORTS) as Sort[]).map((id) => (
              <a
                href={browseUrl({ category, sort: id })}
                aria-current={id === sort ? 'true' : undefined}
              >
                {SORTS[id].name}
              </a>
            ))}
          </nav>
        </div>
        <ProductGrid list={list} />
      </section>
    </>
  );
}

function Chip({ url, current, children }: { url: string; current: boolean; children?: string }) {
  return (
    <a class="chip" href={url} aria-current={current ? 'true' : undefined}>
      {children}
    </a>
  );
}
