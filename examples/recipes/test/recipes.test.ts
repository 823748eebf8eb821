import type { Batch, Touchpoint } from '@cartograph/journey';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../../scripts/browser.mjs';
import NextLayout from '../src/next/app/layout.tsx';
import NextPage from '../src/next/app/page.tsx';

const executablePath = findChromium();
const ENDPOINT = 'https://c.shop.example/v1/touchpoints';

describe.skipIf(!executablePath)('the recipes', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: CHROMIUM_ARGS });
  });
  afterAll(() => browser.close());

  it('for React tells a page once, however often an app is rendered, and who is there', async () => {
    const { page, sent } = await opened(browser, await bundle('src/react/app.tsx'));
    await page.getByText('Add to cart').click();
    await page.getByText('Sign in').click();
    await page.getByText('Cart', { exact: true }).click();
    await expect.poll(sent).toEqual([
      ['page_view', '/', undefined],
      ['add_to_cart', '/', undefined],
      ['page_view', '/cart', 'u-17'],
    ]);
    await page.getByText('Sign out').click();
    await page.getByText('Add to cart').click();
    await expect
      .poll(async () => (await sent()).at(-1))
      .toEqual(['add_to_cart', '/cart', undefined]);
  });

  it('for Vue tells what a component tells', async () => {
    const { page, sent } = await opened(browser, await bundle('src/vue/app.ts'));
    await page.getByText('Add to cart').click();
    await expect.poll(sent).toEqual([
      ['page_view', '/', undefined],
      ['add_to_cart', '/', undefined],
    ]);
  });

  it('for Next renders on the server, and tells nothing before a yes', async () => {
    const { page, sent } = await opened(browser, await bundle('test/nextInBrowser.tsx'), html());
    await page.waitForFunction(() => 'decide' in window);
    await page.getByText('Later').click();
    expect(await sent()).toEqual([]);
    await page.evaluate(() =>
      (window as unknown as { decide(consent: string): void }).decide('granted'),
    );
    await expect.poll(sent).toEqual([
      ['page_view', '/', undefined],
      ['add_to_wishlist', '/', undefined],
    ]);
  });
});

/** What Next's server makes of the recipe. */
function html(): string {
  return renderToString(createElement(NextLayout, null, createElement(NextPage)));
}

async function bundle(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../${path}`, import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'react',
    write: false,
    logLevel: 'silent',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return outputFiles[0]!.text;
}

/** A page with the app on it, and what it has sent: type, path and user of each touchpoint. */
async function opened(
  browser: Browser,
  script: string,
  body = '<!doctype html><title>Shop</title><div id="app"></div>',
) {
  const batches: Batch[] = [];
  const page: Page = await browser.newPage();
  await page.route('**/*', (route) => {
    if (route.request().url() !== ENDPOINT) {
      const isScript = route.request().url().endsWith('app.js');
      return route.fulfill(
        isScript
          ? { contentType: 'text/javascript', body: script }
          : {
              contentType: 'text/html',
              body: `${body}<script type="module" src="/app.js"></script>`,
            },
      );
    }
    const batch = route.request().postDataJSON() as Batch;
    batches.push(batch);
    return route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: { accepted: batch.touchpoints.length, duplicates: 0, rejected: [] },
    });
  });
  await page.goto('https://shop.example/');
  const told = ({ user, touchpoints }: Batch) =>
    touchpoints
      .filter(({ type }) => type !== 'web_vital')
      .map((touchpoint: Touchpoint) => [touchpoint.type, new URL(touchpoint.url!).pathname, user]);
  return { page, sent: async () => batches.flatMap(told) };
}
