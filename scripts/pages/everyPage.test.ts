import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../sharedBrowser.ts';
import { type Filled, filled } from './filled.ts';
import { PAGES } from './pages.ts';

/** Of a page with all that it loads, uncompressed. */
const MAX_BYTES = 150_000;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

describe('every page', { timeout: 120_000 }, () => {
  let shop: Filled;
  beforeAll(async () => {
    shop = await filled();
  }, 120_000);
  afterAll(async () => {
    await shop.close();
  });

  /** Does something in a window of its own, signed in. */
  const inWindow = async (
    options: Parameters<Browser['newContext']>[0],
    work: (page: Page, context: BrowserContext) => Promise<void>,
  ) => {
    // The checks are put into the page, which its policy rightly forbids.
    const context = await (await sharedBrowser()).newContext({ bypassCSP: true, ...options });
    try {
      const page = await context.newPage();
      await page.goto(await shop.signIn());
      // The page that signs in leads on by itself.
      await page.waitForURL('**/overview');
      await work(page, context);
    } finally {
      await context.close();
    }
  };

  const addresses = () => [...PAGES, shop.journey];

  it.each(['light', 'dark'] as const)('can be read by everybody, %s', async (colorScheme) => {
    await inWindow({ colorScheme, viewport: { width: 1280, height: 900 } }, async (page) => {
      const found: unknown[] = [];
      for (const path of addresses()) {
        await page.goto(shop.url + path);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
        );
        for (const { id, nodes } of violations)
          found.push([path, id, nodes[0]?.html.slice(0, 200)]);
      }
      expect(found).toEqual([]);
    });
  });

  it('comes whole, small and quiet: no error, no shift, nothing from elsewhere', async () => {
    await inWindow({ viewport: { width: 1440, height: 900 } }, async (page) => {
      const wrong: unknown[] = [];
      let bytes = 0;
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      page.on('response', async (response) => {
        if (!response.url().startsWith(new URL(shop.url).origin)) wrong.push(response.url());
        if (response.request().resourceType() === 'eventsource') return;
        bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
      });
      for (const path of addresses()) {
        bytes = 0;
        const response = await page.goto(shop.url + path, { waitUntil: 'load' });
        if (response?.status() !== 200) wrong.push([path, response?.status()]);
        const shift = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let sum = 0;
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
                  sum += entry.value;
                }
              }).observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() =>
                requestAnimationFrame(() => setTimeout(() => resolve(sum))),
              );
            }),
        );
        if (shift > 0) wrong.push([path, 'shift', shift]);
        if (bytes > MAX_BYTES) wrong.push([path, 'bytes', bytes]);
      }
      expect(wrong).toEqual([]);
    });
  });

  it('fits a phone', async () => {
    await inWindow({ viewport: { width: 390, height: 844 } }, async (page) => {
      const wide: unknown[] = [];
      for (const path of addresses()) {
        await page.goto(shop.url + path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 390) wide.push([path, width]);
      }
      expect(wide).toEqual([]);
    });
  });

  it('has everything without script, in every language', async () => {
    await inWindow({ javaScriptEnabled: false, locale: 'ko-KR' }, async (page) => {
      const untold: unknown[] = [];
      for (const path of addresses()) {
        const response = await page.goto(shop.url + path);
        const title = await page.locator('h1').first().textContent();
        if (response?.status() !== 200 || !/[가-힣]/.test(title ?? '')) untold.push([path, title]);
      }
      expect(untold).toEqual([]);
    });
  });
});
