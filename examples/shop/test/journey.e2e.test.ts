import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveSite } from '@cartograph/collector';
import { type RunningCollector, serveOnNode, sqliteStore } from '@cartograph/collector/node';
import type { StoredTouchpoint } from '@cartograph/journey';
import type { AbandonmentReport } from '@cartograph/report';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loginLink } from '../../../packages/collector/src/commands/serve.ts';
import { grant } from '../../../packages/collector/src/security/access.ts';
import { findChromium } from '../../../scripts/browser.mjs';
import { sharedBrowser } from '../../../scripts/sharedBrowser.ts';
import { type ServedShop, serveShop } from '../src/node.ts';

const HOUR = 60 * 60 * 1000;
const executablePath = findChromium();

// The whole way: a browser, the shop, the one script tag, the collector, the report.
describe.skipIf(!executablePath)('from a click in the shop to a figure in the report', () => {
  let folder: string;
  let store: ReturnType<typeof sqliteStore>;
  let collector: RunningCollector;
  let shop: ServedShop;
  let token: string;
  let shoppers: BrowserContext[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-e2e-'));
    store = sqliteStore(join(folder, 'test.db'));
    collector = await serveOnNode({ store, port: 0 });
    shop = await serveShop({ port: 0, siteId: 'shop', trackerUrl: `${collector.url}/c.js` });
    await saveSite(store, { id: 'shop', origins: [shop.url], currency: 'EUR' });
    token = await grant(store, 'token', { scope: 'read' });
    shoppers = [];
  });
  afterEach(async () => {
    await Promise.all(shoppers.map((shopper) => shopper.close()));
    await shop.close();
    await collector.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** A browser that was never here before. */
  const newShopper = async (): Promise<Page> => {
    const context = await (await sharedBrowser()).newContext();
    shoppers.push(context);
    return context.newPage();
  };

  /** What the report says as of an hour and a minute from now: nobody has moved since. */
  const report = async (): Promise<AbandonmentReport> => {
    const asOf = Date.now() + HOUR + 60_000;
    const response = await fetch(`${collector.url}/api/sites/shop/abandonment?asOf=${asOf}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    return (await response.json()) as AbandonmentReport;
  };

  /** What the shop told, in order: not what was seen beside it. */
  const typesOf = async (): Promise<string[]> => {
    const told: StoredTouchpoint[] = [];
    for await (const touchpoint of store.touchpoints('shop')) {
      const isSeen = touchpoint.type === 'web_vital' || touchpoint.params?.inferred !== undefined;
      if (!isSeen) told.push(touchpoint);
    }
    return told.sort((a, b) => a.at - b.at || a.seq - b.seq).map(({ type }) => type);
  };

  it('sees a shopper come from the shelf, stop after shipping, and counts one abandonment', async () => {
    const page = await newShopper();
    await page.goto(shop.url);
    await addToCart(page, 'Field Notebook');
    await checkOut(page);
    await giveContact(page);
    await chooseShipping(page);
    await page.waitForURL('**/checkout/payment');
    await page.close();

    await expect.poll(async () => (await report()).steps.at(-1)?.step).toBe('shipping');
    const { carts, rate, value, steps } = await report();
    expect(carts).toMatchObject({ created: 1, abandoned: 1, ordered: 0, open: 0, direct: 0 });
    expect(rate).toMatchObject({ value: 1, n: 1 });
    expect(value).toMatchObject({ currency: 'EUR', created: '26.90', atRisk: '26.90' });
    expect(
      steps.map(({ step, reached, continued, stoppedHere }) => [
        step,
        reached,
        continued,
        stoppedHere,
      ]),
    ).toEqual([
      ['cart', 1, 1, 0],
      ['checkout', 1, 1, 0],
      ['contact', 1, 1, 0],
      ['shipping', 1, 0, 1],
    ]);
    // The notebook for 14.00, and the courier for 12.90 that was shown last.
    expect(steps.at(-1)?.valueLeft).toBe('26.90');
    expect(await typesOf()).toEqual([
      ...['page_view', 'view_item_list', 'select_item'],
      ...['page_view', 'view_item', 'view_item_list', 'add_to_cart'],
      ...['page_view', 'view_cart'],
      ...['page_view', 'begin_checkout'],
      ...['page_view', 'checkout_step'],
      ...['page_view', 'add_shipping_info'],
    ]);
  });

  it('sees an order through, counts it once however often its page is reloaded, and leaves the rest alone', async () => {
    const page = await newShopper();
    await page.goto(`${shop.url}/products/brass-compass`);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await giveContact(page);
    await chooseShipping(page);
    await pay(page, 'Use a card that works');
    await page.waitForURL('**/orders/*');
    await page.reload();
    await page.reload();

    await expect
      .poll(async () => (await typesOf()).filter((type) => type === 'purchase').length)
      .toBeGreaterThanOrEqual(2);
    const { carts, value, steps } = await report();
    expect(carts).toMatchObject({
      created: 1,
      ordered: 1,
      direct: 0,
      recovered: 0,
      abandoned: 0,
    });
    expect(value).toMatchObject({ created: '76.90', ordered: '76.90', atRisk: '0.00' });
    expect(steps.map(({ step, reached, continued }) => [step, reached, continued])).toEqual([
      ['cart', 1, 1],
      ['checkout', 1, 1],
      ['contact', 1, 1],
      ['shipping', 1, 1],
      ['payment', 1, 1],
    ]);
  });

  it('sees a checkout without page loads, and what went wrong in it', async () => {
    const page = await newShopper();
    await page.goto(`${shop.url}/products/map-roll`);
    await add(page);
    await page.goto(`${shop.url}/fast-checkout`);
    await giveContact(page);
    await chooseShipping(page);
    await pay(page, 'Use a card that is declined');
    await page
      .getByRole('alert')
      .filter({ hasText: /declined/i })
      .waitFor();

    await expect.poll(typesOf).toContain('alert');
    const { carts, value } = await report();
    expect(carts).toMatchObject({ created: 1, abandoned: 1 });
    expect(value.atRisk).toBe('70.90');
    const alerts = [];
    for await (const { type, params } of store.touchpoints('shop')) {
      if (type === 'alert' && !params?.inferred) alerts.push(params?.alert_type);
    }
    expect(alerts).toEqual(['PAYMENT_ERROR']);
  });

  it('hears everything that the page of features does', async () => {
    const page = await newShopper();
    await page.goto(`${shop.url}/features`);
    // By then all that watches has loaded, and does: what watches requests stands before the browser's own.
    await page.waitForFunction(
      () =>
        performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/shop.js')) &&
        !/native/.test(`${XMLHttpRequest.prototype.open}`),
    );
    for (const name of [
      'add',
      'custom',
      'dialog',
      'ga4',
      'gtag',
      'ua',
      'error',
      'request',
      'alert',
    ]) {
      await page.locator(`[data-run=${name}]`).click();
    }
    await page.getByText('A button', { exact: true }).click();
    await page.getByText('A button that does nothing').click({ clickCount: 4, delay: 20 });
    await page.locator('[name=email]').fill('nobody');
    await page.locator('[data-run=push]').click();

    const expected = [
      ...['page_view', 'add_to_cart', 'size_guide_opened', 'view_item', 'view_cart'],
      ...['select_item', 'add_to_wishlist', 'exception', 'alert', 'rage_click'],
      ...['field_left', 'web_vital'],
    ];
    const missing = async () => {
      const types = new Set<string>();
      for await (const { type } of store.touchpoints('shop')) types.add(type);
      return expected.filter((type) => !types.has(type));
    };
    // What is told as the page is left; an alert is told once it has been there for a moment.
    const last = ['field_left', 'web_vital'];
    await expect.poll(missing).toEqual(last);
    await page.goto('about:blank');
    await expect.poll(missing).toEqual([]);
  });

  it('lets a wallet skip steps without counting them as left', async () => {
    const page = await newShopper();
    await page.goto(`${shop.url}/products/star-wheel`);
    await add(page);
    await page.goto(`${shop.url}/cart`);
    await page.getByRole('button', { name: 'Pay with express wallet' }).click();
    await page.waitForURL('**/orders/*');

    await expect.poll(async () => (await report()).carts.ordered).toBe(1);
    const { steps } = await report();
    expect(steps.every(({ stoppedHere }) => stoppedHere === 0)).toBe(true);
  });

  it('shows it live: the open report changes while a shopper moves, without being reloaded', async () => {
    const first = await newShopper();
    await first.goto(`${shop.url}/products/map-measure`);
    await first.getByRole('button', { name: 'Add to cart' }).click();
    await expect.poll(async () => (await report()).carts.created).toBe(1);

    const owner = await newShopper();
    await owner.goto(await loginLink(store, collector.url, Date.now()));
    await owner.waitForURL('**/sites/shop/overview');
    const created = owner.locator('.figure', { hasText: 'Carts created' }).locator('.figure-value');
    await expect.poll(() => created.textContent()).toBe('1');
    const details = await owner.context().newPage();
    await details.goto(`${collector.url}/sites/shop/abandonment`);
    const main = details.getByRole('main');
    await expect.poll(() => main.textContent()).toContain('€29');
    for (const page of [owner, details]) {
      await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
    }

    const second = await newShopper();
    await second.goto(`${shop.url}/products/brass-compass`);
    await second.getByRole('button', { name: 'Add to cart' }).click();

    await expect.poll(() => main.textContent(), { timeout: 10_000 }).toContain('€64');
    await owner.bringToFront();
    await expect.poll(() => created.textContent(), { timeout: 10_000 }).toBe('2');
    for (const page of [owner, details]) {
      expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
    }
  });

  it('keeps what a shopper did while the collector was away', async () => {
    const page = await newShopper();
    await page.goto(`${shop.url}/products/map-measure`);
    const { port } = new URL(collector.url);
    await collector.close();
    await add(page);

    collector = await serveOnNode({ store, port: Number(port) });
    await page.goto(`${shop.url}/cart`);
    await expect.poll(typesOf, { timeout: 20_000 }).toContain('add_to_cart');
    expect((await typesOf()).filter((type) => type === 'add_to_cart')).toHaveLength(1);
  });
});

async function addToCart(page: Page, product: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(product) })
    .first()
    .click();
  await add(page);
  await page.getByRole('link', { name: /^Cart/ }).click();
}

/** Adds the product of the page, and waits until the shop has said so. */
async function add(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('status').filter({ hasText: /cart/i }).first().waitFor();
}

async function checkOut(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Check out', exact: true }).click();
}

async function giveContact(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fill in made-up details' }).click();
  await page.getByRole('button', { name: 'Continue to shipping' }).click();
}

async function chooseShipping(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fill in a made-up address' }).click();
  await page.getByRole('radio', { name: /Courier/ }).check();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
}

async function pay(page: Page, card: string): Promise<void> {
  await page.getByRole('button', { name: card }).click();
  await page.getByRole('button', { name: /^Pay / }).click();
}
