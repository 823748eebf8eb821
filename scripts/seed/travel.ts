import type { Line } from '../../examples/shop/src/cart/line.ts';
import type { Order } from '../../examples/shop/src/checkout/order.ts';
import { lookAround, openProduct } from './browsing.ts';
import { seeCart, takeOut } from './cartPage.ts';
import { checkOut, type Outcome, resume } from './checkOut.ts';
import { wantedGoods } from './goods.ts';
import { type Landing, landingFrom, REMINDER } from './landing.ts';
import { placeOrder } from './placeOrder.ts';
import { PLAN } from './plan.ts';
import { busyMoment } from './rhythm.ts';
import { signIn } from './signIn.ts';
import type { Step, Trip } from './trip.ts';

const HOUR_MS = 3_600_000;

/**
 * One way towards an order: visits, a cart perhaps, and coming back for it perhaps.
 *
 * @param at When the first visit begins, in epoch milliseconds.
 */
export function travel(trip: Trip, at: number): 'looked' | 'emptied' | Outcome {
  const { channel, newcomer, shopper } = trip;
  const { random } = shopper;
  const { browsing, carts, channels, ordered } = PLAN;

  trip.browser.arrive(at, landingFrom(channel, random));
  while (random.chance(browsing.anotherVisit)) {
    lookAround(trip, []);
    comeAgain(trip, { hours: random.exponential(browsing.daysBetween * 24), landing: {} });
  }
  if (!random.chance(channels[channel].cart * (newcomer ? 1 : ordered.comesAgain.cart))) {
    lookAround(trip, []);
    return 'looked';
  }

  const wanted = wantedGoods(random);
  if (random.chance(carts.buyNow)) return buyNow(wanted[0]!, trip);
  lookAround(trip, wanted);
  // With two devices, a cart is kept for later by signing in.
  if (shopper.browsers.length > 1) signIn(trip);
  if (random.chance(carts.emptied)) return takeAllOut(trip);
  return persist(trip, checkOut(trip));
}

/** Comes back for what was left, as long as something was left and they do. */
function persist(trip: Trip, first: Outcome): Outcome {
  const { random } = trip.shopper;
  const { left } = PLAN;

  let outcome = first;
  while (isLeft(outcome) && random.chance(left.resumes)) {
    const landing = random.chance(left.byEmail) ? REMINDER : {};
    comeAgain(trip, { hours: 1.5 + random.logNormal(left.hours), landing });
    outcome = resume(outcome, trip);
  }
  if (isLeft(outcome) && random.chance(left.looksBack)) {
    comeAgain(trip, { hours: 1.5 + random.exponential(left.daysUntilLook * 24), landing: {} });
    lookAround(trip, []);
  }
  return outcome;
}

export function isLeft(outcome: 'looked' | 'emptied' | Outcome): outcome is Step {
  return typeof outcome === 'string' && outcome !== 'looked' && outcome !== 'emptied';
}

/** Straight from a product's page, with no cart. */
function buyNow(line: Line, trip: Trip): Order {
  openProduct(line.product, trip);
  trip.lines = [line];
  return placeOrder(trip);
}

function takeAllOut(trip: Trip): 'emptied' {
  seeCart(trip);
  for (const line of trip.lines) takeOut(line, trip);
  return 'emptied';
}

/** Another visit after about so many hours, perhaps on the other device. */
function comeAgain(trip: Trip, { hours, landing }: { hours: number; landing: Landing }): void {
  const { random, browsers } = trip.shopper;
  const before = trip.browser;
  const other = browsers.find((browser) => browser !== before);
  const switches = other !== undefined && random.chance(PLAN.people.switches);
  if (switches) {
    signIn(trip);
    trip.browser = other;
  }

  const { device } = trip.browser;
  const from = before.now + Math.max(hours * 0.75, 0.75) * HOUR_MS;
  const at = busyMoment({ from, to: from + (1 + hours / 2) * HOUR_MS, device }, random);
  trip.browser.arrive(at, landing);
  if (switches) signIn(trip);
}
