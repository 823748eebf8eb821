/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { browseUrl } from '../catalogue/browse.ts';
import { CATEGORIES, type Category } from '../catalogue/product.ts';
import type { Session } from '../session/session.ts';
import { CartLabel } from './cartLabel.tsx';
import { Wordmark } from './wordmark.tsx';

interface ShopHeaderProps {
  session: Session;
  category?: Category | undefined;
  term?: string;
}

export function ShopHeader({ session, category, term }: ShopHeaderProps) {
  return (
    <header class="header">
      <div class="neatline" />
      <div class="header-inner">
        <Wordmark />
        <search class="search">
          <form action="/search">
            <label class="sr-only" for="q">
              Search the shop
            </label>
            <input id="q" type="search" name="q" value={term} placeholder="Search, e.g. brass" />
            <button type="submit">Search</button>
          </form>
        </search>
        <div class="header-you">
          <Account session={session} />
          <a class="cart-link" href="/cart" id="cart-link">
            <CartLabel lines={session.lines} />
          </a>
        </div>
        <nav class="shelves" aria-label="Shelves">
          {(Object.keys(CATEGORIES) as Category[]).map((id) => (
            <a
              href={browseUrl({ category: id, sort: 'shelf' })}
              aria-current={id === category ? 'page' : undefined}
            >
              {CATEGORIES[id]}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}

function Account({ session: { user } }: { session: Session }) {
  if (!user) return <a href="/login">Log in</a>;
  return (
    <form method="post" action="/logout" class="account">
      <span>{user.name}</span>
      <button type="submit" class="as-link">
        Log out
      </button>
    </form>
  );
}
