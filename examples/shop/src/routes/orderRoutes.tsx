/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { newOrderId, orderUrl, placeOrder } from '../checkout/order.ts';
import { WALLET_SHIPPING } from '../checkout/shippingOptions.ts';
import { addPaymentInfo, beginCheckout, purchase } from '../events/ga4.ts';
import { OrderPage } from '../pages/orderPage.tsx';
import { goOn, show } from '../respond.tsx';
import { basketOf } from '../session/session.ts';
import type { ShopEnv } from '../shopEnv.ts';

/** Paying at once with a wallet, and the page that says thanks. */
export function orderRoutes() {
  return (
    new Hono<ShopEnv>()
      .post('/checkout/wallet', (c) => {
        const { session } = c.var;
        if (session.lines.length === 0) return goOn(c, '/cart');
        const shipping = WALLET_SHIPPING;
        const basket = { ...basketOf(session), shipping };
        const events = [beginCheckout(basket), addPaymentInfo(basket, 'wallet')];
        const order = placeOrder(session, {
          id: newOrderId(),
          shipping,
          method: 'Express wallet',
        });
        return goOn(c, orderUrl(order), events);
      })

      // Every view of this page tells of the purchase, as real shops do: a reload tells it again.
      .get('/orders/:id', (c) => {
        const { session, shop } = c.var;
        const order = session.orders.find(({ id }) => id === c.req.param('id'));
        if (!order) return c.notFound();
        return show(c, {
          title: 'Thank you',
          body: <OrderPage order={order} reportUrl={shop.reportUrl} />,
          events: [purchase(order)],
        });
      })
  );
}
