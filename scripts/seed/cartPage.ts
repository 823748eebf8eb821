import { withLine } from '../../examples/shop/src/cart/line.ts';
import { removeFromCart, viewCart } from '../../examples/shop/src/events/ga4.ts';
import { PAGES } from './pages.ts';
import { PLAN } from './plan.ts';
import { toldByShop } from './toldByShop.ts';
import type { Trip } from './trip.ts';

/** Looks at what is in the cart. */
export function seeCart(trip: Trip): void {
  trip.browser.open(PAGES.cart);
  trip.browser.tell(toldByShop(viewCart(trip)));
  trip.browser.pause(PLAN.browsing.secondsOnPage);
}

/** Takes a line out of the cart that is being looked at. */
export function takeOut(line: Trip['lines'][number], trip: Trip): void {
  trip.lines = withLine(trip.lines, { ...line, quantity: 0 });
  trip.browser.tell(toldByShop(removeFromCart(line)));
  trip.browser.pause(PLAN.browsing.secondsOnPage);
}
