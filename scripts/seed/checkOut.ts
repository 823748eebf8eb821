import type { Order } from '../../examples/shop/src/checkout/order.ts';
import {
  SHIPPING_OPTIONS,
  WALLET_SHIPPING,
} from '../../examples/shop/src/checkout/shippingOptions.ts';
import { checkoutStep } from '../../examples/shop/src/events/cartograph.ts';
import {
  addPaymentInfo,
  addShippingInfo,
  beginCheckout,
} from '../../examples/shop/src/events/ga4.ts';
import { seeCart, takeOut } from './cartPage.ts';
import { PAGES } from './pages.ts';
import { placeOrder } from './placeOrder.ts';
import { PLAN } from './plan.ts';
import { signIn } from './signIn.ts';
import { toldByShop } from './toldByShop.ts';
import type { Step, Trip } from './trip.ts';
import { shippingRisk, troublesAt } from './troubles.ts';

/** How it went: an order, or the last step that was done. */
export type Outcome = Order | Step;

/** Goes for an order from goods that were just put into the cart. */
export function checkOut(trip: Trip): Outcome {
  return goOn('cart', trip);
}

/** Takes up a cart that was left after `step`: finds it as it was, and goes on from there. */
export function resume(step: Step, trip: Trip): Outcome {
  trip.cameBack = true;
  seeCart(trip);
  if (step !== 'cart') openCheckout(trip);
  return leaves(step, trip, 1) ? step : goOn(nextOf(step), trip);
}

/** From doing `first` to the end, or as far as they get. */
function goOn(first: Step | undefined, trip: Trip): Outcome {
  for (let step = first; step; step = nextOf(step)) {
    DO[step](trip);
    const trouble = troublesAt(step, trip);
    trip.browser.pause(PLAN.checkout.secondsOnStep);
    if (leaves(step, trip, trouble)) return step;
    if (step === 'cart' && trip.shopper.random.chance(PLAN.checkout.wallet)) return payAtOnce(trip);
  }
  // A declined card is replaced by another one, which is given anew.
  if (trip.met.has('declined')) DO.payment(trip);
  return placeOrder(trip);
}

const STEPS = Object.keys(PLAN.risk) as Step[];

function nextOf(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) + 1];
}

/** What is told when a step gets done, and the page that opens next. */
const DO: Readonly<Record<Step, (trip: Trip) => void>> = {
  cart: (trip) => {
    const { random } = trip.shopper;
    if (!random.chance(PLAN.carts.seesCart)) return;
    seeCart(trip);
    const [first, second] = trip.lines;
    if (first && second && random.chance(PLAN.carts.oneThingOut)) takeOut(first, trip);
  },
  checkout: (trip) => {
    openCheckout(trip);
    signIn(trip);
  },
  contact: ({ browser }) => {
    browser.tell(toldByShop(checkoutStep('contact')));
    browser.open(PAGES.shipping);
  },
  shipping: (trip) => {
    const id = trip.shopper.random.weighted(PLAN.checkout.shipping);
    const option = SHIPPING_OPTIONS.find((one) => one.id === id)!;
    trip.shipping = option;
    trip.browser.tell(toldByShop(addShippingInfo(trip, option.name)));
    trip.browser.open(PAGES.payment);
  },
  payment: (trip) => {
    const type = trip.shipping === WALLET_SHIPPING ? 'wallet' : 'card';
    trip.browser.tell(toldByShop(addPaymentInfo(trip, type)));
  },
};

function openCheckout(trip: Trip): void {
  trip.browser.open(PAGES.contact);
  trip.browser.tell(toldByShop(beginCheckout(trip)));
  trip.browser.pause(PLAN.checkout.secondsOnStep);
}

/** By a wallet, which brings name and address along. */
function payAtOnce(trip: Trip): Outcome {
  trip.shipping = WALLET_SHIPPING;
  trip.browser.tell(toldByShop(beginCheckout(trip)));
  return goOn('payment', trip);
}

function leaves(step: Step, trip: Trip, trouble: number): boolean {
  const { browser, channel, newcomer, cameBack, shopper } = trip;
  const risk =
    PLAN.risk[step] *
    PLAN.channels[channel].risk *
    (newcomer ? PLAN.newcomer.risk : 1) *
    (step === 'contact' && browser.device === 'mobile' ? PLAN.mobileAtContact.risk : 1) *
    (cameBack ? PLAN.left.risk : 1) *
    shippingRisk(trip) *
    trouble;
  return shopper.random.chance(risk);
}
