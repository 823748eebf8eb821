import { alert, checkoutStep, fieldAlerts } from '../events/cartograph.ts';
import { addPaymentInfo, addShippingInfo } from '../events/ga4.ts';
import type { ShopEvent } from '../events/shopEvent.ts';
import { readForm } from '../forms/readForm.ts';
import { basketOf, type Session } from '../session/session.ts';
import { authorize } from './authorize.ts';
import type { CheckoutForms, CheckoutStep } from './flow.ts';
import { newOrderId, type Order, placeOrder } from './order.ts';
import { CONTACT_RULES, paymentRules, SHIPPING_RULES } from './rules.ts';
import { SHIPPING_OPTIONS } from './shippingOptions.ts';

/** A posted form of the checkout. */
interface Posted {
  session: Session;
  body: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds. */
  now: number;
}

/** What came of it. */
export type StepAnswer = { events: readonly ShopEvent[] } & (
  | { next: CheckoutStep }
  | { order: Order }
  /** To be shown again, with what is wrong. */
  | { again: Partial<CheckoutForms>; status: 402 | 422 }
);

/** Takes what a shopper said in a step, into the session when it is right. */
export const TAKE_STEP: Record<CheckoutStep, (posted: Posted) => StepAnswer> = {
  contact: takeContact,
  shipping: takeShipping,
  payment: takePayment,
};

function takeContact({ session, body }: Posted): StepAnswer {
  const read = readForm(CONTACT_RULES, body);
  if (!read.ok) {
    return { again: { contact: read.form }, status: 422, events: fieldAlerts(read.form) };
  }
  session.contact = read.values;
  return { next: 'shipping', events: [checkoutStep('contact')] };
}

function takeShipping({ session, body }: Posted): StepAnswer {
  const read = readForm(SHIPPING_RULES, body);
  if (!read.ok) {
    return { again: { shipping: read.form }, status: 422, events: fieldAlerts(read.form) };
  }
  const option = SHIPPING_OPTIONS.find(({ id }) => id === read.values.tier)!;
  session.address = read.values;
  session.shipping = option;
  return { next: 'payment', events: [addShippingInfo(basketOf(session), option.name)] };
}

function takePayment({ session, body, now }: Posted): StepAnswer {
  const read = readForm(paymentRules(now), body);
  if (!read.ok) {
    return { again: { payment: read.form }, status: 422, events: fieldAlerts(read.form) };
  }
  const given = addPaymentInfo(basketOf(session), 'card');
  const payment = authorize(read.values.number);
  if (!payment.approved) {
    const form = { values: read.values, errors: {}, alert: payment.message };
    return {
      again: { payment: form },
      status: 402,
      events: [given, alert('PAYMENT_ERROR', payment.message)],
    };
  }
  const shipping = session.shipping!;
  const order = placeOrder(session, { id: newOrderId(), shipping, method: payment.method });
  return { order, events: [given] };
}
