/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Coupon } from '../cart/coupon.ts';

interface CouponFormProps {
  coupon: Coupon | undefined;
  /** Why the last one was refused. */
  problem: string | undefined;
}

export function CouponForm({ coupon, problem }: CouponFormProps) {
  if (coupon) {
    return (
      <form class="coupon-on" method="post" action="/cart/coupon/remove" data-enhance>
        <p>
          <strong>{coupon.code}</strong> takes {coupon.percent} % off
        </p>
        <button type="submit" class="as-link" id="coupon">
          Remove coupon
        </button>
      </form>
    );
  }
  return (
    <form class="coupon" method="post" action="/cart/coupon" novalidate data-enhance>
      <label for="coupon">Coupon code</label>
      <div class="coupon-row">
        <input
          id="coupon"
          name="coupon"
          autocomplete="off"
          autocapitalize="characters"
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby="coupon-note"
        />
        <button type="submit" class="button button-plain">
          Apply coupon
        </button>
      </div>
      {problem ? (
        <p class="error" id="coupon-note" role="alert">
          {problem}
        </p>
      ) : (
        <p class="hint" id="coupon-note">
          Try SPRING10, or see how EXPIRED is refused.
        </p>
      )}
    </form>
  );
}
