/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { redeem } from '../cart/coupon.ts';
import { keyOf, type Line, withLine } from '../cart/line.ts';
import { readQuantity } from '../cart/readQuantity.ts';
import { shortage } from '../cart/stock.ts';
import { alert, couponTried } from '../events/cartograph.ts';
import { addToCart, removeFromCart, viewCart } from '../events/ga4.ts';
import type { ShopEvent } from '../events/shopEvent.ts';
import { CartPage } from '../pages/cartPage.tsx';
import { CartLabel } from '../parts/cartLabel.tsx';
import { CartView } from '../parts/cartView.tsx';
import { fromScript, goOn, patch, show } from '../respond.tsx';
import { basketOf, type Session } from '../session/session.ts';
import type { ShopContext, ShopEnv } from '../shopEnv.ts';

/** The cart, and all that can be done to it. */
export function cartRoutes() {
  return new Hono<ShopEnv>()
    .get('/cart', (c) => {
      const { session } = c.var;
      const basket = basketOf(session);
      return show(c, {
        title: 'Your cart',
        body: <CartPage basket={basket} notices={takeNotices(session)} />,
        events: basket.lines.length > 0 ? [viewCart(basket)] : [],
      });
    })

    .post('/cart/lines/:key', async (c) => {
      const line = c.var.session.lines.find((other) => keyOf(other) === c.req.param('key'));
      const quantity = readQuantity((await c.req.parseBody()).quantity);
      // Gone meanwhile (another tab), or not from our form: show the cart as it is.
      if (!line || quantity === undefined) return answer(c, []);
      return answer(c, setQuantity(c.var.session, line, quantity));
    })

    .post('/cart/coupon', async (c) => {
      const typed = (await c.req.parseBody()).coupon;
      const code = typeof typed === 'string' ? typed.trim().toUpperCase().slice(0, 40) : '';
      return answer(c, applyCoupon(c.var.session, code));
    })

    .post('/cart/coupon/remove', (c) => {
      delete c.var.session.coupon;
      return answer(c, []);
    });
}

/** The cart as it is now: a part of the page for a script, a new page for a form. */
function answer(c: ShopContext, events: readonly ShopEvent[]) {
  const { session } = c.var;
  if (!fromScript(c)) return goOn(c, '/cart', events);
  return patch(c, {
    parts: {
      cart: <CartView basket={basketOf(session)} notices={takeNotices(session)} />,
      'cart-link': <CartLabel lines={session.lines} />,
    },
    events,
  });
}

/** What went in or out is told as GA4 has it: only the difference. */
function setQuantity(session: Session, line: Line, quantity: number): ShopEvent[] {
  const more = quantity - line.quantity;
  const short = more > 0 ? shortage(line.product, quantity) : undefined;
  if (short) {
    session.notices.stock = short;
    return [alert('INVENTORY_ERROR', short)];
  }
  session.lines = withLine(session.lines, { ...line, quantity });
  if (more > 0) return [addToCart({ ...line, quantity: more })];
  return more < 0 ? [removeFromCart({ ...line, quantity: -more })] : [];
}

function applyCoupon(session: Session, code: string): ShopEvent[] {
  if (code === '') {
    session.notices.coupon = 'Please enter a coupon code.';
    return [alert('INPUT_REQUIRED', session.notices.coupon)];
  }
  const answer = redeem(code);
  if ('refusal' in answer) {
    session.notices.coupon = answer.refusal;
    return [couponTried(code, 'denied')];
  }
  session.coupon = answer.coupon;
  return [couponTried(code, 'applied')];
}

function takeNotices(session: Session) {
  const { notices } = session;
  session.notices = {};
  return notices;
}
