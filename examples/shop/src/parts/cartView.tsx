/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { euros } from '../cart/euros.ts';
import { keyOf, type Line, nameOf, unitCents } from '../cart/line.ts';
import type { Basket } from '../cart/totals.ts';
import type { CartNotices } from '../session/session.ts';
import { CouponForm } from './couponForm.tsx';
import { Picture } from './picture.tsx';
import { TotalsList } from './totalsList.tsx';

interface CartViewProps {
  basket: Basket;
  notices: CartNotices;
}

export function CartView({ basket, notices }: CartViewProps) {
  if (basket.lines.length === 0) return <EmptyCart />;
  return (
    <div class="cart">
      <div>
        {notices.stock && (
          <p class="note note-bad" role="alert">
            {notices.stock}
          </p>
        )}
        <ul class="lines">
          {basket.lines.map((line) => (
            <CartLine line={line} />
          ))}
        </ul>
      </div>
      <aside class="summary" aria-label="Summary">
        <TotalsList basket={basket} shippingUnknown="chosen at checkout" />
        <CouponForm coupon={basket.coupon} problem={notices.coupon} />
        <div class="cart-ways">
          <a class="button button-wide" href="/checkout/contact">
            Check out
          </a>
          <a class="button button-wide button-plain" href="/fast-checkout">
            Fast checkout
          </a>
          <p class="or">
            <span>or</span>
          </p>
          <form method="post" action="/checkout/wallet">
            <button type="submit" class="button button-wide button-wallet">
              Pay with express wallet
            </button>
          </form>
          <p class="hint">The wallet pays at once, post included. It is make-believe, too.</p>
        </div>
      </aside>
    </div>
  );
}

/** Every button sends the quantity it leads to, so that it works without script. */
function CartLine({ line }: { line: Line }) {
  const { product, variant, quantity } = line;
  const key = keyOf(line);
  const name = nameOf(line);
  return (
    <li class="line">
      <Picture product={product} variant={variant} alt="" />
      <div class="line-text">
        <h2>
          <a href={`/products/${product.slug}`}>{product.name}</a>
        </h2>
        {variant && <p>{variant.name}</p>}
        <p class="line-unit">{euros(unitCents(line))} each</p>
      </div>
      <form class="line-change" method="post" action={`/cart/lines/${key}`} data-enhance>
        <div class="stepper">
          <button
            type="submit"
            name="quantity"
            value={quantity - 1}
            id={`less.${key}`}
            aria-label={`One less: ${name}`}
          >
            −
          </button>
          <span>
            <span class="sr-only">Quantity </span>
            {quantity}
          </span>
          <button
            type="submit"
            name="quantity"
            value={quantity + 1}
            id={`more.${key}`}
            aria-label={`One more: ${name}`}
          >
            +
          </button>
        </div>
        <button
          type="submit"
          name="quantity"
          value="0"
          class="as-link"
          id={`remove.${key}`}
          aria-label={`Remove ${name}`}
        >
          Remove
        </button>
      </form>
      <p class="line-total">{euros(unitCents(line) * quantity)}</p>
    </li>
  );
}

function EmptyCart() {
  return (
    <div class="empty">
      <img src="/pictures/mark.svg" alt="" width="72" height="72" />
      <p>Nothing packed yet. Every journey starts somewhere.</p>
      <p>
        <a class="button" href="/">
          Browse the shelves
        </a>
      </p>
    </div>
  );
}
