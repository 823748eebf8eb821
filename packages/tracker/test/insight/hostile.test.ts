import { expect, it } from 'vitest';
import { describeInsight, tellings, told, watched } from './insight.ts';

const APP = `<form id="pay"><input name="phone" type="tel" required><button type="button">Pay</button></form>`;

describeInsight('a page that makes it hard', (shop) => {
  it.each([
    [
      'a strict policy',
      () =>
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self' ${shop.collector.origin};
         script-src 'unsafe-inline' ${shop.collector.origin}; require-trusted-types-for 'script'; trusted-types 'none'">`,
    ],
    [
      'a frozen fetch',
      () =>
        `<script>Object.defineProperty(window, 'fetch', { writable: false, configurable: false })</script>`,
    ],
    [
      'frozen prototypes',
      () =>
        '<script>Object.freeze(Response.prototype); Object.freeze(Promise.prototype); Object.freeze(Element.prototype)</script>',
    ],
    [
      'no performance observer, and no Navigation API',
      () =>
        '<script>delete window.PerformanceObserver; Object.defineProperty(window, "navigation", { value: undefined })</script>',
    ],
    [
      'events that it stops',
      () => `<script>for (const type of ['click', 'focusin', 'error']) {
        document.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      }</script>`,
    ],
  ])('by %s is watched, and goes on as before', async (_, head) => {
    shop.head = head();
    shop.body = APP;
    const page = await watched(shop, '/checkout');
    await page.evaluate(() => fetch('/fine').then((answer) => answer.text()));
    await page.locator('input').click();
    await page.getByText('Pay').click();
    expect((await told(shop, page)).map(([type]) => type)).toEqual(['dead_click']);
    expect(shop.errors).toEqual([]);
  });

  it('in a frame of no origin is watched', async () => {
    shop.body = `<iframe sandbox="allow-scripts" srcdoc='
      <script>addEventListener("message", () => { null.cart })</script>
      <script async src="${shop.collector.origin}/c.js" data-site="frame" data-off="shop"></script>'></iframe>`;
    const page = await shop.open('/a');
    await page
      .frames()[1]!
      .waitForFunction(() => !/native/.test(`${XMLHttpRequest.prototype.open}`));
    await page.evaluate(() => window.frames[0]!.postMessage('go', '*'));
    await shop.collector.until('the error', () => tellings(shop).length > 0);
    expect(tellings(shop)).toEqual([
      ['exception', expect.objectContaining({ description: expect.stringContaining('cart') })],
    ]);
  });

  it('can switch a watcher off, by its name or by what it tells', async () => {
    shop.attributes = 'data-off="attributes shop dead_click request"';
    shop.body = APP;
    await shop.context.route('**/no', (route) => route.fulfill({ status: 500 }));
    const page = await shop.open('/checkout');
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/insight.js')),
    );
    expect(
      await page.evaluate(() => /native/.test(`${fetch}${XMLHttpRequest.prototype.open}`)),
    ).toBe(true);
  });
});
