/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Wordmark } from './wordmark.tsx';

/** No shelves and no search: someone who is paying has other things in mind. */
export function CheckoutHeader() {
  return (
    <header class="header header-checkout">
      <div class="neatline" />
      <div class="header-inner">
        <Wordmark />
        <a href="/cart">Back to cart</a>
      </div>
    </header>
  );
}
