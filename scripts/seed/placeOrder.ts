import { unitCents } from '../../examples/shop/src/cart/line.ts';
import type { Order } from '../../examples/shop/src/checkout/order.ts';
import { WALLET_SHIPPING } from '../../examples/shop/src/checkout/shippingOptions.ts';
import { purchase } from '../../examples/shop/src/events/ga4.ts';
import { PAGES } from './pages.ts';
import { PLAN } from './plan.ts';
import { toldByShop } from './toldByShop.ts';
import type { Trip } from './trip.ts';

const DAY_MS = 86_400_000;

/** Places the order, and does what follows it: right away, and in the weeks after. */
export function placeOrder(trip: Trip): Order {
  const { browser, shopper } = trip;
  const { random } = shopper;
  const plan = PLAN.ordered;
  const order = orderOf(trip);
  const told = toldByShop(purchase(order));

  browser.open(PAGES.thanks(order));
  browser.tell(told);
  browser.pause(PLAN.browsing.secondsOnPage);
  if (random.chance(plan.survey.share)) answerSurvey(order, trip);
  if (random.chance(plan.share)) share(order, trip);
  if (random.chance(plan.reloads)) {
    browser.pause({ median: 120, sigma: 1 });
    browser.open(PAGES.thanks(order));
    browser.tell(told);
  }

  const orderedAt = browser.now;
  if (random.chance(plan.review.share)) {
    browser.arrive(daysAfter(orderedAt, plan.review.days, trip), {});
    review(order, trip);
  }
  if (random.chance(plan.refund.share)) {
    browser.arrive(daysAfter(orderedAt, plan.refund.days, trip), {});
    giveBack(order, trip);
  }
  browser.arrive(orderedAt, {});
  return order;
}

/** Where no shipping was chosen, a wallet did. */
function orderOf({ lines, coupon, shipping = WALLET_SHIPPING, shopper: { random } }: Trip): Order {
  const number = random.uint32().toString(16).padStart(8, '0').toUpperCase();
  return { id: `FF-${number}`, lines, coupon, shipping, method: '', name: undefined };
}

/** Trouble on the way costs points. */
function answerSurvey({ id }: Order, { browser, met, shopper: { random } }: Trip): void {
  const { mean, trouble } = PLAN.ordered.survey;
  const expected = [...met].reduce<number>((sum, each) => sum + trouble[each], mean);
  const score = Math.max(1, Math.min(5, Math.round(expected + random.between(-1.2, 1.2))));
  browser.tell({
    type: 'survey',
    params: { question: 'How was ordering with us?', score, transaction_id: id },
  });
}

function share({ id, lines }: Order, { browser }: Trip): void {
  const item_id = lines[0]!.product.sku;
  browser.tell({
    type: 'share',
    params: { method: 'link', content_type: 'product', item_id, transaction_id: id },
  });
}

function review({ id, lines }: Order, { browser, shopper: { random } }: Trip): void {
  const item_id = lines[0]!.product.sku;
  const score = random.pick(PLAN.ordered.review.scores);
  browser.tell({ type: 'review', params: { transaction_id: id, item_id, score } });
}

/** The whole order, or one of its dearest things. */
function giveBack({ id, lines }: Order, { browser, shopper: { random } }: Trip): void {
  const whole = random.chance(PLAN.ordered.refund.whole);
  const cents = Math.max(...lines.map((line) => unitCents(line)));
  browser.tell({
    type: 'refund',
    params: { transaction_id: id, currency: 'EUR', ...(!whole && { value: cents / 100 }) },
  });
}

function daysAfter(
  at: number,
  { from, to }: { from: number; to: number },
  { shopper: { random } }: Trip,
): number {
  return Math.floor(at + random.between(from, to) * DAY_MS);
}
