import { SHIPPING_RULES } from '../../examples/shop/src/checkout/rules.ts';
import { alert, couponTried } from '../../examples/shop/src/events/cartograph.ts';
import { PAGES } from './pages.ts';
import { PLAN } from './plan.ts';
import { toldByShop } from './toldByShop.ts';
import type { Step, Trip } from './trip.ts';

const DAY_MS = 86_400_000;

/**
 * Lets a shopper meet what they meet at a step, told by the page. They meet it before they decide
 * whether to go on, so that nothing is only seen on those who stayed.
 *
 * @returns What it does to the risk of leaving here.
 */
export function troublesAt(step: Step, trip: Trip): number {
  const risk = MEET[step]?.(trip) ?? 1;
  return risk * askForHelp(trip, step === 'payment' && risk > 1);
}

/** Whether shipping turned out dear. It stays dear to the end. */
export function shippingRisk({ shipping, met }: Trip): number {
  const { aboveCents, risk } = PLAN.causes.shippingShock;
  if (!shipping || shipping.cents <= aboveCents) return 1;
  met.add('shippingShock');
  return risk;
}

const MEET: Readonly<Partial<Record<Step, (trip: Trip) => number>>> = {
  cart: tryCoupon,
  contact: fillInAddress,
  payment: pay,
};

function tryCoupon(trip: Trip): number {
  const { random } = trip.shopper;
  const { couponDenied } = PLAN.causes;
  const { couponApplied } = PLAN.innocent;
  if (!trip.browser.isOn(PAGES.cart)) return 1;
  if (random.chance(couponDenied.share)) {
    trip.browser.tell(toldByShop(couponTried('EXPIRED', 'denied')));
    trip.browser.pause(PLAN.checkout.secondsOnStep);
    return couponDenied.risk;
  }
  if (random.chance(couponApplied.share)) {
    trip.coupon = { code: 'SPRING10', percent: 10 };
    trip.browser.tell(toldByShop(couponTried(trip.coupon.code, 'applied')));
    return couponApplied.risk;
  }
  return 1;
}

function fillInAddress(trip: Trip): number {
  const { browser, shopper, met } = trip;
  const { inputInvalid } = PLAN.causes;
  if (shopper.random.chance(PLAN.innocent.fieldLeft)) {
    browser.tell({ type: 'field_left', params: { field: 'company', state: 'empty' } });
  }
  const share = isFormBroken(trip) ? PLAN.brokenForm.share : inputInvalid.share;
  if (!shopper.random.chance(share)) return 1;

  browser.tell(toldByShop(alert('INPUT_INVALID', SHIPPING_RULES.postcode.invalid!)));
  browser.pause(PLAN.checkout.secondsOnStep);
  met.add('inputInvalid');
  return inputInvalid.risk;
}

function isFormBroken({ browser, shopper: { until } }: Trip): boolean {
  const { device, daysAgo, days } = PLAN.brokenForm;
  const brokenFor = browser.now - (until - daysAgo * DAY_MS);
  return browser.device === device && brokenFor >= 0 && brokenFor < days * DAY_MS;
}

function pay({ browser, shopper, met }: Trip): number {
  const { paymentDeclined } = PLAN.causes;
  if (!shopper.random.chance(paymentDeclined.share)) return 1;

  browser.tell(toldByShop(alert('PAYMENT_ERROR', DECLINED)));
  browser.pause(PLAN.checkout.secondsOnStep);
  met.add('declined');
  return paymentDeclined.risk;
}

const DECLINED = 'Your bank declined this card. Nothing was charged: try another one.';

/** Mostly after a declined payment. It changes nobody's mind. */
function askForHelp({ browser, shopper: { random } }: Trip, declined: boolean): number {
  const { supportChat } = PLAN.innocent;
  if (!random.chance(declined ? supportChat.afterDeclined : supportChat.otherwise)) return 1;

  browser.tell({ type: 'support_chat', params: { opened_by: 'shopper' } });
  browser.pause(PLAN.checkout.secondsOnStep);
  return supportChat.risk;
}
