import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../../../scripts/browser.mjs';
import { saveSite } from '../../src/sites/site.ts';
import { SITE } from '../touchpoints.ts';
import { type ServedCollector, serveCollector } from './collector.ts';
import { type ServedPage, servePage } from './page.ts';
import { MUG, MUG_ITEM, ORDER } from './spec.ts';

/** What both clients have in common. */
interface Client {
  page(name: string): void;
  track(event: string, properties: object): void;
  identify(userId: string, traits: object): void;
}
type Global = typeof globalThis & Record<string, unknown> & { client: Client };

const PATIENCE = { timeout: 60_000 };
const packageOf = (entry: string) => dirname(fileURLToPath(import.meta.resolve(entry)));

const CLIENTS = [
  {
    name: '@segment/analytics-next',
    script: join(packageOf('@segment/analytics-next'), '../umd/index.js'),
    start: (url: string) => {
      const { AnalyticsBrowser } = (globalThis as Global).AnalyticsNext as {
        AnalyticsBrowser: { load(options: object): Client };
      };
      (globalThis as Global).client = AnalyticsBrowser.load({ writeKey: 'shop', cdnURL: url });
    },
    path: '/v1/t',
  },
  {
    name: '@rudderstack/analytics-js',
    script: join(packageOf('@rudderstack/analytics-js'), '../bundled/umd/index.js'),
    start: (url: string) => {
      const { RudderAnalytics } = (globalThis as Global).rudderanalytics as {
        RudderAnalytics: new () => Client & {
          load(writeKey: string, url: string, options: object): void;
        };
      };
      const client = new RudderAnalytics();
      client.load('shop', url, { configUrl: url });
      (globalThis as Global).client = client;
    },
    path: '/v1/track',
  },
];

const executablePath = findChromium();

describe.skipIf(!executablePath).each(CLIENTS)(
  '$name, in a browser',
  { timeout: 90_000 },
  (client) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath!, args: CHROMIUM_ARGS });
    });
    afterAll(() => browser.close());

    let collector: ServedCollector;
    let shop: ServedPage;
    let context: BrowserContext;
    beforeEach(async () => {
      [collector, shop] = await Promise.all([serveCollector(), servePage(client.script)]);
      await saveSite(collector.store, { ...SITE, origins: [shop.origin] });
      context = await browser.newContext();
    });
    afterEach(async () => {
      await context.close();
      await Promise.all([collector.close(), shop.close()]);
    });

    const visit = async (): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(`${shop.origin}/p/mug?utm_source=news&token=secret`);
      await page.evaluate(client.start, collector.url);
      return page;
    };
    const types = async () => (await collector.stored()).map(({ type }) => type);

    it('tells a way to an order, with nothing but its address changed', async () => {
      const page = await visit();
      await page.evaluate(
        ([mug, order]) => {
          const { client } = globalThis as Global;
          client.page('Product');
          client.track('Product Added', mug!);
          client.identify('u-1', { email: 'ann@mail.example' });
          client.track('Order Completed', order!);
        },
        [{ ...MUG, currency: 'EUR' }, ORDER],
      );
      await expect
        .poll(async () => (await types()).sort(), PATIENCE)
        .toEqual(['add_to_cart', 'identify', 'page_view', 'purchase']);

      const stored = await collector.stored();
      const byType = Object.fromEntries(stored.map((touchpoint) => [touchpoint.type, touchpoint]));
      expect(byType).toMatchObject({
        page_view: { url: `${shop.origin}/p/mug?utm_source=news`, title: 'Mug', device: 'desktop' },
        add_to_cart: { params: { currency: 'EUR', items: [MUG_ITEM] } },
        purchase: { user: 'u-1', params: { transaction_id: 'O-1001', value: 34.9 } },
      });
      // No page vouches for an order.
      expect(byType.purchase).not.toHaveProperty('confirmed');
      expect(JSON.stringify(stored)).not.toMatch(/ann@|secret/);
      expect(new Set(stored.map(({ visitor }) => visitor)).size).toBe(1);
      expect(await collector.store.counts('shop')).toMatchObject({ journeys: 1, persons: 1 });
    });

    it('sends again what it heard no answer to, and that is stored once', async () => {
      const page = await visit();
      collector.loseAnswer(client.path);
      await page.evaluate((mug) => (globalThis as Global).client.track('Product Added', mug), MUG);

      await expect
        .poll(() => collector.asked.filter((path) => path === client.path).length, PATIENCE)
        .toBeGreaterThanOrEqual(2);
      expect(await types()).toEqual(['add_to_cart']);
    });

    it('is refused on a page whose origin is not on the list', async () => {
      await saveSite(collector.store, { ...SITE, origins: ['https://shop.example'] });
      const page = await visit();
      const refused = page.waitForResponse((response) => response.status() === 403, PATIENCE);
      await page.evaluate((mug) => (globalThis as Global).client.track('Product Added', mug), MUG);

      await refused;
      expect(await types()).toEqual([]);
    });
  },
);
