/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { CHECKOUT_STEPS, type CheckoutProps } from '../checkout/flow.ts';
import { CheckoutSummary } from '../parts/checkoutSummary.tsx';
import { RouteSteps } from '../parts/routeSteps.tsx';
import { StepForm } from '../parts/stepForm.tsx';
import { basketOf } from '../session/session.ts';

/** A step on a page of its own. */
export function CheckoutPage(props: CheckoutProps) {
  return (
    <div class="checkout">
      <section class="checkout-form">
        <RouteSteps step={props.step} />
        <h1>{CHECKOUT_STEPS[props.step]}</h1>
        <StepForm {...props} />
      </section>
      <aside class="summary" aria-label="Your cart">
        <CheckoutSummary title="Your cart" basket={basketOf(props.session)} />
      </aside>
    </div>
  );
}
