import { Hono, type MiddlewareHandler } from 'hono';
import { CheckoutPage } from './pages/checkoutPage.tsx';
import { FastCheckoutPage } from './pages/fastCheckoutPage.tsx';
import { accountRoutes } from './routes/accountRoutes.tsx';
import { assetRoutes } from './routes/assetRoutes.ts';
import { cartRoutes } from './routes/cartRoutes.tsx';
import { checkoutRoutes } from './routes/checkoutRoutes.tsx';
import { featuresRoutes } from './routes/featuresRoutes.tsx';
import { notFound } from './routes/notFound.tsx';
import { orderRoutes } from './routes/orderRoutes.tsx';
import { shelfRoutes } from './routes/shelfRoutes.tsx';
import { securityHeaders } from './securityHeaders.ts';
import { withSession } from './session/withSession.ts';
import type { ShopEnv, ShopOptions } from './shopEnv.ts';

export type { ShopOptions } from './shopEnv.ts';

/** A small shop for map-makers, to be tracked. Everything in it is made up and lives in memory. */
export function createShop(shop: ShopOptions) {
  const checkout = {
    urls: {
      contact: '/checkout/contact',
      shipping: '/checkout/shipping',
      payment: '/checkout/payment',
    },
    Page: CheckoutPage,
  };
  const fastCheckout = {
    urls: {
      contact: '/fast-checkout',
      shipping: '/fast-checkout/shipping',
      payment: '/fast-checkout/payment',
    },
    Page: FastCheckoutPage,
  };

  return new Hono<ShopEnv>()
    .use(securityHeaders(shop.trackerUrl))
    .route('/', assetRoutes())
    .use(withSession(), async (c, next) => {
      c.set('shop', shop);
      await next();
    })
    .use('/cart/*', neverStored)
    .use('/checkout/*', neverStored)
    .use('/fast-checkout/*', neverStored)
    .use('/orders/*', neverStored)
    .route('/', shelfRoutes())
    .route('/', cartRoutes())
    .get('/checkout', (c) => c.redirect(checkout.urls.contact))
    .route('/', checkoutRoutes(checkout))
    .route('/', checkoutRoutes(fastCheckout))
    .route('/', orderRoutes())
    .route('/', accountRoutes())
    .route('/', featuresRoutes())
    .notFound(notFound);
}

/** Going back must not show a cart that was ordered meanwhile. */
const neverStored: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
};
