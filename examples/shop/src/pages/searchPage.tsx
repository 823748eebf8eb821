/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ProductList } from '../events/ga4.ts';
import { ProductGrid } from '../parts/productGrid.tsx';

export function SearchPage({ term, list }: { term: string; list: ProductList }) {
  const count = list.products.length;
  return (
    <section class="shelf">
      <div class="shelf-head">
        <h1>{term ? <>Results for “{term}”</> : 'Search'}</h1>
        {term && <p class="shelf-count">{count === 1 ? '1 thing' : `${count} things`}</p>}
      </div>
      {count > 0 ? <ProductGrid list={list} /> : <NothingFound term={term} />}
    </section>
  );
}

function NothingFound({ term }: { term: string }) {
  return (
    <div class="empty">
      <img src="/pictures/mark.svg" alt="" width="72" height="72" />
      <p>
        {term
          ? 'Here be dragons: nothing of that name is on our shelves.'
          : 'What are you looking for? A compass, say.'}
      </p>
      <p>
        <a class="button" href="/">
          Back to the shelves
        </a>
      </p>
    </div>
  );
}
