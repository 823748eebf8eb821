import type { Child } from 'hono/jsx';
import type { FormState } from '../forms/readForm.ts';
import type { Session } from '../session/session.ts';
import type { ContactField, PaymentField, ShippingField } from './rules.ts';
import { SHIPPING_OPTIONS } from './shippingOptions.ts';

export const CHECKOUT_STEPS = {
  contact: 'Contact',
  shipping: 'Shipping',
  payment: 'Payment',
} as const;

export type CheckoutStep = keyof typeof CHECKOUT_STEPS;

/** One way through the checkout: page by page, or all on one page. */
export interface Flow {
  urls: Readonly<Record<CheckoutStep, string>>;
  Page: (props: CheckoutProps) => Child;
}

export interface CheckoutProps {
  urls: Flow['urls'];
  step: CheckoutStep;
  session: Session;
  forms: CheckoutForms;
}

export interface CheckoutForms {
  contact: FormState<ContactField>;
  shipping: FormState<ShippingField>;
  payment: FormState<PaymentField>;
}

/** The forms as a shopper finds them: with what they said before. */
export function formsOf({ contact, address, user }: Session): CheckoutForms {
  return {
    contact: { values: contact ?? (user ? { name: user.name } : {}), errors: {} },
    shipping: { values: address ?? { tier: SHIPPING_OPTIONS[0]?.id ?? '' }, errors: {} },
    payment: { values: {}, errors: {} },
  };
}

/** Where a shopper must go first: nobody pays for nothing, or ships to nowhere. */
export function detourFrom(session: Session, step: CheckoutStep, urls: Flow['urls']) {
  if (session.lines.length === 0) return '/cart';
  if (step !== 'contact' && !session.contact) return urls.contact;
  if (step === 'payment' && !session.shipping) return urls.shipping;
  return undefined;
}
