import { type Line, withLine } from '../../examples/shop/src/cart/line.ts';
import { soldOut } from '../../examples/shop/src/cart/stock.ts';
import { browse } from '../../examples/shop/src/catalogue/browse.ts';
import { CATEGORIES, type Product } from '../../examples/shop/src/catalogue/product.ts';
import { PRODUCTS } from '../../examples/shop/src/catalogue/products.ts';
import { search as find } from '../../examples/shop/src/catalogue/search.ts';
import { alert } from '../../examples/shop/src/events/cartograph.ts';
import {
  addToCart,
  type ProductList,
  search,
  selectItem,
  viewItem,
  viewItemList,
} from '../../examples/shop/src/events/ga4.ts';
import { pickProduct } from './goods.ts';
import { PAGES } from './pages.ts';
import { PLAN } from './plan.ts';
import { toldByShop } from './toldByShop.ts';
import type { Trip } from './trip.ts';

/** A visit's worth of looking around, putting what is wanted into the cart as it comes by. */
export function lookAround(trip: Trip, wanted: readonly Line[]): void {
  const { random } = trip.shopper;
  const landsOnProduct = random.chance(PLAN.browsing.landOnProduct);
  const looked: { product: Product; line?: Line }[] = [
    ...(wanted.length === 0 || random.chance(PLAN.browsing.looksFirst)
      ? justLooking(trip)
      : []
    ).map((product) => ({ product })),
    ...wanted.map((line) => ({ product: line.product, line })),
  ];
  if (!landsOnProduct) {
    openHome(trip);
    if (wanted.length === 0 && random.chance(PLAN.browsing.bounce)) return;
  }

  for (const [index, { product, line }] of looked.entries()) {
    if (index > 0 || !landsOnProduct) goTo(product, trip);
    openProduct(product, trip);
    if (line) putInCart(line, trip);
  }
}

export function openProduct(product: Product, { browser, shopper: { random } }: Trip): void {
  browser.open(PAGES.product(product));
  browser.tell(toldByShop(viewItem(product)));
  if (product.stock === 0) browser.tell(toldByShop(alert('INVENTORY_ERROR', soldOut(product))));
  if (random.chance(PLAN.browsing.wishlist)) {
    browser.tell({ ...toldByShop(viewItem(product)), type: 'add_to_wishlist' });
  }
  browser.pause(PLAN.browsing.secondsOnPage);
}

function putInCart(line: Line, trip: Trip): void {
  trip.browser.tell(toldByShop(addToCart(line)));
  trip.lines = withLine(trip.lines, line);
  trip.browser.pause(PLAN.browsing.secondsOnPage);
}

/** One product, and perhaps some more. */
function justLooking({ channel, shopper: { random } }: Trip): Product[] {
  const more = Math.floor(random.exponential(PLAN.channels[channel].products - 0.5));
  return Array.from({ length: Math.min(1 + more, 8) }, () => pickProduct(PRODUCTS, random));
}

function openHome({ browser }: Trip): void {
  browser.open(PAGES.home);
  browser.tell(ALL_SHELVES);
  browser.pause(PLAN.browsing.secondsOnPage);
}

function goTo(product: Product, { browser, shopper: { random } }: Trip): void {
  const way = random.weighted(PLAN.browsing.way);
  if (way === 'link') return;

  const term = product.name.split(' ').at(-1)!.toLowerCase();
  const list = way === 'search' ? resultsOf(term) : shelfOf(product);
  browser.open(way === 'search' ? PAGES.search(term) : PAGES.shelf(product.category));
  if (way === 'search') browser.tell(toldByShop(search(term)));
  browser.tell(toldByShop(viewItemList(list)));
  browser.pause(PLAN.browsing.secondsOnPage);
  browser.tell(toldByShop(selectItem(list, product)));
}

function resultsOf(term: string): ProductList {
  return { id: 'search', name: 'Search results', products: find(PRODUCTS, term) };
}

function shelfOf({ category }: Product): ProductList {
  const products = browse(PRODUCTS, { category, sort: 'shelf' });
  return { id: category, name: CATEGORIES[category], products };
}

const ALL_SHELVES = toldByShop(
  viewItemList({ id: 'shelves', name: 'All shelves', products: PRODUCTS }),
);
