import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, LaunchOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { findChromium } from '../../../../scripts/browser.mjs';
import { sharedBrowser } from '../../../../scripts/sharedBrowser.ts';
import { builtFiles } from '../build.ts';
import { within } from '../within.ts';
import { type Collector, startCollector } from './collector.ts';

/** What shops put before the script, so that they can call it at once. */
const SNIPPET = '<script>window.cartograph ||= (...a) => (cartograph.q ||= []).push(a)</script>';

/** A shop with a tracker on every page, and a collector on another origin. */
export interface Shop {
  readonly origin: string;
  readonly collector: Collector;
  readonly context: BrowserContext;
  readonly executablePath: string;
  /** Uncaught errors and rejections of all its pages. */
  readonly errors: string[];
  /** HTML that stands before the script tag. */
  head: string;
  /** More attributes of the script tag. */
  attributes: string;
  /** HTML after the script tag. */
  body: string;
  /** Opens a tab. */
  open(path?: string, context?: BrowserContext): Promise<Page>;
}

/** Runs tests in a real browser, if there is one: each in a profile of its own, with a collector of its own. */
export function describeInBrowser(
  name: string,
  tests: (shop: Shop) => void,
  launch: LaunchOptions = {},
): void {
  const executablePath = findChromium() ?? '';
  if (!executablePath) console.warn(`No Chromium found (CHROMIUM_PATH): skipping "${name}"`);

  // A browser that its neighbours starve may miss its moment. What is broken fails twice.
  describe.skipIf(!executablePath)(name, { retry: 1 }, () => {
    let server: Awaited<ReturnType<typeof startShop>>;
    const shop = {} as { -readonly [Key in keyof Shop]: Shop[Key] };

    beforeAll(async () => {
      server = await startShop(shop);
    });
    afterAll(() => server?.close());

    beforeEach(async () => {
      const errors: string[] = [];
      Object.assign(shop, {
        executablePath,
        origin: server.origin,
        collector: await startCollector(builtFiles),
        context: await (await sharedBrowser(launch)).newContext(),
        errors,
        head: '',
        attributes: 'data-off="insight shop"',
        body: '',
        async open(path = '/', context = shop.context) {
          const page = await context.newPage();
          page.on('pageerror', (error) => errors.push(String(error)));
          await page.goto(server.origin + path);
          return page;
        },
      });
    });
    afterEach(async () => {
      // First, so that no request holds a page back.
      await shop.collector.close();
      await within(CLOSING_MS, shop.context.close());
    });

    tests(shop);
  });
}

/** Closing a context whose page has just been left may never be answered: the browser's end closes it, too. */
const CLOSING_MS = 15_000;

async function startShop(shop: Shop) {
  const server = createServer(({ url = '' }, response) => {
    const { collector, head, attributes, body } = shop;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html>
      <title>Page ${url}</title>
      ${head}
      ${SNIPPET}
      <script async src="${collector.origin}/c.js" data-site="shop" ${attributes}></script>
      ${body}
      <h1>${url}</h1>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Calls a command of the page's tracker. */
export function call(page: Page, ...command: unknown[]): Promise<void> {
  return page.evaluate((args) => {
    (window as unknown as { cartograph: (...args: unknown[]) => void }).cartograph(...args);
  }, command);
}

/**
 * Resolves once all that was to be sent has been: what a page tracks a task later arrives last.
 * What isn't stored by then was not sent.
 */
export async function settled({ collector }: Shop, page: Page, end = 'end'): Promise<void> {
  await nextTask(page);
  await call(page, 'track', end);
  await collector.until(end, () => collector.types().includes(end));
  await page.evaluate(() => {
    const trackers = window as unknown as Record<string, { flush(): Promise<void> }>;
    return trackers['cartograph:shop']!.flush();
  });
}

export function nextTask(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
}
