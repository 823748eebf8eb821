/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Basket } from '../cart/totals.ts';
import { CartView } from '../parts/cartView.tsx';
import type { CartNotices } from '../session/session.ts';

export function CartPage({ basket, notices }: { basket: Basket; notices: CartNotices }) {
  return (
    <section class="cart-page">
      <h1>Your cart</h1>
      <div id="cart">
        <CartView basket={basket} notices={notices} />
      </div>
    </section>
  );
}
