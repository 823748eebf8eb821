import { parseTouchpoint } from '@cartograph/journey/parse';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInsight, told, watched } from './insight.ts';

describeInsight('alerts', (shop) => {
  const alerts = async (page: Page) => {
    await told(shop, page);
    return shop.collector
      .stored()
      .filter(({ type }) => type === 'alert')
      .map(({ params: { inferred, ...params } = {}, ...touchpoint }) => {
        // As the collector has them, which knows what a message is about.
        const parsed = parseTouchpoint({ ...touchpoint, params }, { trusted: false });
        return parsed.ok && parsed.touchpoint.params;
      });
  };

  const show = (page: Page, html: string) =>
    page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), html);

  it.each([
    [
      'WooCommerce',
      '<ul class="woocommerce-error" role="alert"><li>Billing Phone is a required field.</li></ul>',
      {
        alert_type: 'INPUT_REQUIRED',
        message: 'Billing Phone is a required field.',
        target: expect.stringMatching(/>ul\.woocommerce-error$/),
      },
    ],
    [
      'Magento',
      '<div class="message-error error message"><div>The coupon code "X" is not valid.</div></div>',
      {
        alert_type: 'DISCOUNT_ERROR',
        message: 'The coupon code "X" is not valid.',
        target: expect.stringMatching(/>div\.message-error$/),
      },
    ],
    [
      'Shopify',
      '<p class="field__message field__message--error" id="error-for-email">Enter a valid email</p>',
      { alert_type: 'CONTACT_ERROR', message: 'Enter a valid email', target: '#error-for-email' },
    ],
    [
      'Rails',
      '<div id="errorExplanation"><h2>1 error</h2></div>',
      { alert_type: 'CHECKOUT_ERROR', message: '1 error', target: expect.any(String) },
    ],
    [
      'Bootstrap',
      '<div class="alert alert-danger">Karte abgelehnt für Order 4711 0815, ann@example.com</div>',
      {
        alert_type: 'PAYMENT_ERROR',
        message: 'Karte abgelehnt für Order #, [email]',
        target: expect.stringMatching(/>div\.alert$/),
      },
    ],
    [
      'Stripe',
      '<div id="card-errors" role="alert">Your card was declined.</div>',
      { alert_type: 'PAYMENT_ERROR', message: 'Your card was declined.', target: '#card-errors' },
    ],
    [
      'a box around it',
      '<div class="errors">Please check: <p id="it" class="error">Card declined</p></div>',
      { alert_type: 'PAYMENT_ERROR', message: 'Card declined', target: '#it' },
    ],
    [
      'a region that says it at once',
      '<p id="said" aria-live="assertive">품절된 상품은 주문할 수 없습니다</p>',
      {
        alert_type: 'INVENTORY_ERROR',
        message: '품절된 상품은 주문할 수 없습니다',
        target: '#said',
      },
    ],
  ])('of %s are told', async (_, html, expected) => {
    const page = await watched(shop, '/checkout');
    await show(page, html);
    expect(await alerts(page)).toEqual([expected]);
  });

  it('are told that the page came with, and that become visible, once each', async () => {
    shop.body = `<div class="error">Payment failed</div>
      <div class="error" id="later" style="display: none">No shipping to your country</div>`;
    const page = await watched(shop, '/checkout');
    await page.clock.fastForward(1000);
    await page.evaluate(() => {
      document.getElementById('later')!.style.display = 'block';
    });
    await page.clock.fastForward(1000);
    await page.evaluate(() => {
      document.getElementById('later')!.remove();
      document.body.append('else');
    });
    expect(await alerts(page)).toEqual([
      expect.objectContaining({ message: 'Payment failed' }),
      expect.objectContaining({ message: 'No shipping to your country', target: '#later' }),
    ]);
  });

  it.each([
    ['good news', '<div role="alert">Mug was added to your cart</div>'],
    [
      'good news of WooCommerce',
      '<div class="woocommerce-message" role="alert">Coupon code applied successfully.</div>',
    ],
    ['news', '<div role="alert">3 results</div>'],
    ['polite news', '<div aria-live="polite">Please wait</div>'],
    ['hidden', '<div class="error" hidden>Payment failed</div>'],
    ['invisible', '<div class="error" style="visibility: hidden">Payment failed</div>'],
    ['empty', '<div class="error"> </div><input class="error">'],
    ['a whole page', `<main class="error-page">${'This is a long story. '.repeat(20)}</main>`],
  ])('are not told where they are %s', async (_, html) => {
    const page = await watched(shop, '/checkout');
    await show(page, html);
    expect(await alerts(page)).toEqual([]);
  });

  it('of the browser are told after a try to submit, without what was entered', async () => {
    shop.body = `<form><input id="name" required><input id="email" type="email" value="ann">
      <button>Go on</button></form>`;
    const page = await watched(shop, '/checkout');
    await page.evaluate(() => document.querySelector('form')!.checkValidity());
    expect(await alerts(page)).toEqual([]);
    await page.getByText('Go on').click();
    expect(await alerts(page)).toEqual([
      { alert_type: 'INPUT_REQUIRED', target: '#name' },
      { alert_type: 'INPUT_INVALID', target: '#email' },
    ]);
  });
});
