/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { CHECKOUT_STEPS, type CheckoutProps, type CheckoutStep } from '../checkout/flow.ts';
import { CheckoutSummary } from '../parts/checkoutSummary.tsx';
import { RouteSteps } from '../parts/routeSteps.tsx';
import { StepForm, stepFormId } from '../parts/stepForm.tsx';
import { basketOf } from '../session/session.ts';

/**
 * All steps on one page. Its script shows one at a time and moves between them with the History
 * API; without it, every form still leads to the next step, by a new page.
 */
export function FastCheckoutPage(props: CheckoutProps) {
  return (
    <div class="checkout">
      <section class="checkout-form">
        <RouteSteps step={props.step} />
        {(Object.keys(CHECKOUT_STEPS) as CheckoutStep[]).map((step) => (
          <section data-step={step} data-path={props.urls[step]} hidden={step !== props.step}>
            <h1 tabindex={-1}>{CHECKOUT_STEPS[step]}</h1>
            <div id={stepFormId(step)}>
              <StepForm {...props} step={step} />
            </div>
          </section>
        ))}
      </section>
      <aside class="summary" aria-label="Your cart" id="summary">
        <CheckoutSummary title="Your cart" basket={basketOf(props.session)} />
      </aside>
      <script type="module" src="/assets/fastCheckout.js"></script>
    </div>
  );
}
