/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { CHECKOUT_STEPS, type CheckoutStep } from '../checkout/flow.ts';

/** The checkout as a route with waypoints. */
export function RouteSteps({ step }: { step: CheckoutStep }) {
  return (
    <ol class="route" aria-label="Steps of the checkout">
      {(Object.keys(CHECKOUT_STEPS) as CheckoutStep[]).map((id) => (
        <li data-waypoint={id} aria-current={id === step ? 'step' : undefined}>
          <span>{CHECKOUT_STEPS[id]}</span>
        </li>
      ))}
      <li>
        <span>Done</span>
      </li>
    </ol>
  );
}
