/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Order } from '../checkout/order.ts';
import { CheckoutSummary } from '../parts/checkoutSummary.tsx';

interface OrderPageProps {
  order: Order;
  reportUrl: string | undefined;
}

export function OrderPage({ order, reportUrl }: OrderPageProps) {
  const { id, name, shipping, method } = order;
  return (
    <div class="order">
      <section class="order-thanks">
        <img src="/pictures/arrival.svg" alt="" width="320" height="150" />
        <p class="kicker">Order {id}</p>
        <h1>Thank you{name && `, ${name}`}</h1>
        <p class="product-line">You have arrived. Your parcel, being imaginary, already has too.</p>
        <dl class="facts">
          <div>
            <dt>Shipping</dt>
            <dd>{shipping.name}</dd>
          </div>
          <div>
            <dt>Paid with</dt>
            <dd>{method}</dd>
          </div>
        </dl>
        <p class="order-links">
          {reportUrl && (
            <a class="button" href={reportUrl}>
              See the way you came
            </a>
          )}
          <a class={reportUrl ? 'button button-plain' : 'button'} href="/">
            Back to the shelves
          </a>
        </p>
      </section>
      <aside class="summary" aria-label="Your order">
        <CheckoutSummary title="Your order" basket={order} />
      </aside>
      <script type="module" src="/assets/order.js"></script>
    </div>
  );
}
