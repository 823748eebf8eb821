/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CheckoutProps } from '../checkout/flow.ts';
import { ContactForm } from './contactForm.tsx';
import { PaymentForm } from './paymentForm.tsx';
import { ShippingForm } from './shippingForm.tsx';

/** The form of a step. */
export function StepForm({ step, ...props }: CheckoutProps) {
  switch (step) {
    case 'contact':
      return <ContactForm {...props} />;
    case 'shipping':
      return <ShippingForm {...props} />;
    case 'payment':
      return <PaymentForm {...props} />;
  }
}

/** Where the page script finds it. */
export function stepFormId(step: CheckoutProps['step']): string {
  return `${step}-form`;
}
