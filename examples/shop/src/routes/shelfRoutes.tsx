/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { keyOf, type Line, quantityOf, withLine } from '../cart/line.ts';
import { readQuantity } from '../cart/readQuantity.ts';
import { shortage, soldOut } from '../cart/stock.ts';
import { browse, readBrowse } from '../catalogue/browse.ts';
import { CATEGORIES, type Product } from '../catalogue/product.ts';
import { PRODUCTS, productBySlug } from '../catalogue/products.ts';
import { search } from '../catalogue/search.ts';
import { alert } from '../events/cartograph.ts';
import * as ga4 from '../events/ga4.ts';
import type { AlertType } from '../events/shopEvent.ts';
import { ProductPage } from '../pages/productPage.tsx';
import { SearchPage } from '../pages/searchPage.tsx';
import { ShelfPage } from '../pages/shelfPage.tsx';
import { AddedNote } from '../parts/addedNote.tsx';
import { CartLabel } from '../parts/cartLabel.tsx';
import { ShopHeader } from '../parts/shopHeader.tsx';
import { fromScript, goOn, patch, show } from '../respond.tsx';
import type { ShopContext, ShopEnv } from '../shopEnv.ts';

/** Looking around: the shelves, search, a product, and putting it into the cart. */
export function shelfRoutes() {
  return new Hono<ShopEnv>()
    .get('/', (c) => {
      const asked = readBrowse(c.req.query());
      const { category } = asked;
      const list: ga4.ProductList = {
        id: category ?? 'shelves',
        name: category ? CATEGORIES[category] : 'All shelves',
        products: browse(PRODUCTS, asked),
      };
      return show(c, {
        title: list.name,
        header: <ShopHeader session={c.var.session} category={category} />,
        body: <ShelfPage list={list} asked={asked} />,
        events: [ga4.viewItemList(list)],
      });
    })

    .get('/search', (c) => {
      const term = c.req.query('q')?.trim().slice(0, 100) ?? '';
      const list = { id: 'search', name: 'Search results', products: search(PRODUCTS, term) };
      return show(c, {
        title: term ? `“${term}”` : 'Search',
        header: <ShopHeader session={c.var.session} term={term} />,
        body: <SearchPage term={term} list={list} />,
        events: [
          ...(term ? [ga4.search(term)] : []),
          ...(list.products.length > 0 ? [ga4.viewItemList(list)] : []),
        ],
      });
    })

    .get('/products/:slug', (c) => {
      const product = productBySlug(c.req.param('slug'));
      if (!product) return c.notFound();
      const related = relatedTo(product);
      return show(c, {
        title: product.name,
        header: <ShopHeader session={c.var.session} category={product.category} />,
        body: <ProductPage product={product} related={related} />,
        events: [
          ga4.viewItem(product),
          ...(product.stock === 0 ? [alert('INVENTORY_ERROR', soldOut(product))] : []),
          ga4.viewItemList(related),
        ],
      });
    })

    .post('/products/:slug', async (c) => {
      const product = productBySlug(c.req.param('slug'));
      if (!product) return c.notFound();
      const { variant, quantity } = await c.req.parseBody();
      const variants = product.choice?.variants;
      return addLine(c, {
        product,
        variant: variants?.find(({ id }) => id === variant) ?? variants?.[0],
        // What is no quantity adds nothing, and is refused as such.
        quantity: readQuantity(quantity) ?? 0,
      });
    });
}

function addLine(c: ShopContext, line: Line) {
  const { session } = c.var;
  if (line.quantity === 0) {
    return refuse(c, line.product, ['INPUT_INVALID', 'Please enter a whole number, 1 or more.']);
  }
  const quantity = line.quantity + quantityOf(session.lines, keyOf(line));
  const short = shortage(line.product, quantity);
  if (short) return refuse(c, line.product, ['INVENTORY_ERROR', short]);

  session.lines = withLine(session.lines, { ...line, quantity });
  const events = [ga4.addToCart(line)];
  if (!fromScript(c)) return goOn(c, '/cart', events);
  return patch(c, {
    parts: {
      'cart-link': <CartLabel lines={session.lines} />,
      added: <AddedNote added={{ line: { ...line, quantity } }} />,
    },
    events,
  });
}

function refuse(c: ShopContext, product: Product, [type, problem]: [AlertType, string]) {
  const status = type === 'INVENTORY_ERROR' ? 409 : 422;
  const events = [alert(type, problem)];
  const added = { problem };
  if (fromScript(c)) {
    return patch(c, { parts: { added: <AddedNote added={added} /> }, events, status });
  }
  const body = <ProductPage product={product} related={relatedTo(product)} added={added} />;
  return show(c, { title: product.name, body, events, status });
}

const MAX_RELATED = 4;

/** From the same shelf first, then the rest, as they stand. */
function relatedTo(product: Product): ga4.ProductList {
  const others = PRODUCTS.filter((other) => other !== product && other.stock > 0);
  const near = others.filter(({ category }) => category === product.category);
  const far = others.filter(({ category }) => category !== product.category);
  return {
    id: 'related',
    name: 'Goes well with',
    products: [...near, ...far].slice(0, MAX_RELATED),
  };
}
