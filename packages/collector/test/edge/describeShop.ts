import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedShop, serveShop } from '../../../../examples/shop/src/node.ts';
import { CHROMIUM_ARGS, findChromium } from '../../../../scripts/browser.mjs';
import { ADMIN, type Edge, startEdge } from './edge.ts';

const HOUR = 60 * 60 * 1000;
const executablePath = findChromium();

/**
 * The whole way: a browser, the shop, the script tag, the Worker, the report.
 *
 * @param script Of the Worker, known once tests run.
 */
export function describeShop(script: () => string): void {
  describe.skipIf(!executablePath)('the way from the shop to the report, over the edge', () => {
    let folder: string;
    let browser: Browser;
    let edge: Edge;
    let shop: ServedShop;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'cartograph-edge-'));
      browser = await chromium.launch({ executablePath: executablePath!, args: CHROMIUM_ARGS });
      // The shop has to know where the tracker is, and the collector then where the shop is.
      edge = await startEdge(script(), { folder, CARTOGRAPH_SITES: [{ id: 'shop' }] });
      shop = await serveShop({ port: 0, siteId: 'shop', trackerUrl: `${edge.url}/c.js` });
      await edge.close();
      const port = Number(new URL(edge.url).port);
      const site = { id: 'shop', origins: [shop.url], currency: 'EUR' };
      edge = await startEdge(script(), { folder, port, CARTOGRAPH_SITES: [site] });
    });
    afterAll(async () => {
      await browser?.close();
      await shop?.close();
      await edge?.close();
      rmSync(folder, { recursive: true });
    });

    /** Puts something into the cart, in a browser that was never here before. */
    const shopper = async (product: string) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${shop.url}/products/${product}`);
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await page.getByRole('status').filter({ hasText: /cart/i }).first().waitFor();
      return page;
    };

    it('counts a cart that was left, shows it to its owner, and follows the next one live', async () => {
      const first = await shopper('field-notebook');
      await first.goto(`${shop.url}/checkout`);
      await first.getByRole('button', { name: 'Fill in made-up details' }).click();
      await first.getByRole('button', { name: 'Continue to shipping' }).click();
      await first.waitForURL('**/checkout/shipping');
      await first.close();

      const report = async () => {
        const asOf = Date.now() + HOUR + 60_000;
        const response = await edge.askAsAdmin(`/api/sites/shop/abandonment?asOf=${asOf}`);
        return (await response.json()) as {
          carts: object;
          steps: { step: string; stoppedHere: number }[];
        };
      };
      await expect
        .poll(async () => (await report()).steps.at(-1)?.step, { timeout: 30_000 })
        .toBe('contact');
      const { carts, steps } = await report();
      expect(carts).toMatchObject({ created: 1, abandoned: 1, ordered: 0, direct: 0 });
      expect(steps.at(-1)?.stoppedHere).toBe(1);

      const owner = await (await browser.newContext()).newPage();
      await owner.goto(`${edge.url}/sites/shop/abandonment`);
      await owner.locator('input[name=token]').fill(ADMIN);
      await owner.locator('form').getByRole('button').last().click();
      await owner.waitForURL('**/sites/shop/abandonment');
      const main = owner.getByRole('main');
      await expect.poll(() => main.textContent()).toContain('€14');
      await owner.evaluate(() => Object.assign(window, { neverReloaded: true }));

      await shopper('brass-compass');
      await expect.poll(() => main.textContent(), { timeout: 30_000 }).toContain('€78');
      expect(await owner.evaluate(() => 'neverReloaded' in window)).toBe(true);
    });
  });
}
