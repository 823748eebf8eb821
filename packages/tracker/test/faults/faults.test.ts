import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../../../scripts/browser.mjs';
import { killableBrowser } from './killableBrowser.ts';
import { createWorld, type World } from './world.ts';

const executablePath = findChromium();
/** Longer than the tracker waits before it tries again, or takes over what another page left. */
const PATIENCE = { timeout: 40_000 };

// The tracker as it ships, in a real browser, against the real collector.
describe.skipIf(!executablePath)('nothing lost, nothing doubled', { timeout: 90_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: CHROMIUM_ARGS });
  });
  afterAll(() => browser.close());

  let world: World;
  let context: BrowserContext;
  beforeEach(async () => {
    world = await createWorld();
    context = await browser.newContext();
  });
  afterEach(async () => {
    await context.close();
    await world.close();
  });

  const visit = async (path = '', at: BrowserContext = context): Promise<Page> => {
    const page = await at.newPage();
    await page.goto(world.shop + path);
    await page.waitForFunction(() => typeof window.cartograph?.q?.push === 'function');
    return page;
  };
  /** Tracks `add_to_cart` with these numbers, in one task. */
  const track = (page: Page, ...numbers: number[]) =>
    page.evaluate((all) => {
      for (const n of all) window.cartograph('track', 'add_to_cart', { n });
    }, numbers);
  const told = (...numbers: number[]) => numbers.map((n) => `add_to_cart ${n}`);
  const arrived = (...numbers: number[]) =>
    expect.poll(world.stored, PATIENCE).toEqual(told(...numbers));
  /** What came twice would have come by now. */
  const onlyOnce = async () => {
    const ids = (await world.rows()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  };

  it('on a good day', async () => {
    const page = await visit();
    await track(page, 1, 2, 3);
    await arrived(1, 2, 3);
    expect((await world.rows()).map(({ type }) => type)).toEqual([
      'page_view',
      ...Array(3).fill('add_to_cart'),
    ]);
  });

  it('when the page is left in the task that tracks', async () => {
    const page = await visit();
    await page.evaluate(() => {
      window.cartograph('track', 'add_to_cart', { n: 1 });
      location.href = '/other';
    });
    await page.waitForURL('**/other');
    await arrived(1);
    await onlyOnce();
  });

  it('when the tab is closed right after', async () => {
    const page = await visit();
    await track(page, 1, 2);
    await page.close();
    await arrived(1, 2);
  });

  it('when the phone goes offline for a while', async () => {
    const page = await visit();
    await context.setOffline(true);
    await track(page, 1, 2, 3);
    await context.setOffline(false);
    await arrived(1, 2, 3);
    await onlyOnce();
  });

  it('when it goes offline, is closed, and comes back later', async () => {
    const page = await visit();
    await expect.poll(async () => (await world.rows()).length).toBe(1);
    world.proxy.fault = 'refuse';
    await track(page, 1, 2, 3);
    await page.close();
    expect(await world.stored()).toEqual([]);

    world.proxy.fault = 'pass';
    await visit();
    await arrived(1, 2, 3);
    await onlyOnce();
  });

  it('when the browser is killed, and started again', async () => {
    const first = await killableBrowser(executablePath!, world.profile);
    const page = await visit('', first.browser.contexts()[0]!);
    await expect.poll(async () => (await world.rows()).length).toBe(1);
    world.proxy.fault = 'refuse';
    await track(page, 1, 2, 3);
    // On disk is what another connection reads.
    await page.waitForFunction(
      () =>
        new Promise((answer) => {
          const opening = indexedDB.open('cartograph:shop');
          opening.onsuccess = () => {
            const database = opening.result;
            const [name] = database.objectStoreNames;
            const count = database.transaction(name!).objectStore(name!).count();
            count.onsuccess = () => {
              database.close();
              answer(count.result >= 4);
            };
          };
        }),
    );
    await first.kill();

    world.proxy.fault = 'pass';
    const second = await killableBrowser(executablePath!, world.profile);
    const again = await visit('', second.browser.contexts()[0]!);
    await arrived(1, 2, 3);
    await onlyOnce();
    const visitors = new Set((await world.rows()).map(({ visitor }) => visitor));
    expect(visitors.size).toBe(1);
    await again.close();
    await second.kill();
  });

  it('when the answer is lost after the collector has stored it', async () => {
    const page = await visit();
    world.proxy.fault = 'cutAnswer';
    await track(page, 1, 2);
    await arrived(1, 2);
    const { batches } = world.proxy;
    world.proxy.fault = 'pass';
    await expect.poll(() => world.proxy.batches, PATIENCE).toBeGreaterThan(batches);
    await track(page, 3);
    await arrived(1, 2, 3);
    await onlyOnce();
  });

  it('when the collector hangs while the page leaves', async () => {
    const page = await visit();
    world.proxy.fault = 'hang';
    await track(page, 1);
    await page.goto(`${world.shop}other`);
    world.proxy.fault = 'pass';
    await arrived(1);
    await onlyOnce();
  });

  it.each([
    ['503', { status: 503, retryAfter: 1 }],
    ['429', { status: 429, retryAfter: 1 }],
    ['500', { status: 500 }],
  ])('when the collector answers %s for a while', async (_, fault) => {
    const page = await visit();
    world.proxy.fault = fault;
    const { batches } = world.proxy;
    await track(page, 1, 2);
    await expect.poll(() => world.proxy.batches, PATIENCE).toBeGreaterThan(batches);
    world.proxy.fault = 'pass';
    await arrived(1, 2);
    await onlyOnce();
  });

  it('from two tabs at once, without one doing the work of the other again', async () => {
    const [left, right] = [await visit(), await visit('other')];
    world.proxy.fault = 'refuse';
    await track(left, 1, 2, 3);
    await track(right, 4, 5, 6);
    world.proxy.fault = 'pass';
    await arrived(1, 2, 3, 4, 5, 6);
    await onlyOnce();
  });

  it('but for the one that is no touchpoint, which costs its neighbours nothing', async () => {
    const page = await visit();
    await page.evaluate(() => {
      window.cartograph('track', 'add_to_cart', { n: 1 });
      window.cartograph('track', 'two words', { n: 2 });
      window.cartograph('track', 'add_to_cart', { n: 3 });
    });
    await arrived(1, 3);
    // It is done with: nothing is tried again.
    await track(page, 4);
    await arrived(1, 3, 4);
  });

  it('keeps two shoppers of one browser apart, however close', async () => {
    const page = await visit();
    await page.evaluate(() => {
      window.cartograph('identify', 'ann');
      window.cartograph('track', 'add_to_cart', { n: 1 });
      window.cartograph('reset');
      window.cartograph('track', 'add_to_cart', { n: 2 });
      window.cartograph('identify', 'bob');
      window.cartograph('track', 'add_to_cart', { n: 3 });
    });
    await arrived(1, 2, 3);
    const carts = (await world.rows()).filter(({ type }) => type === 'add_to_cart');
    expect(carts.map(({ user }) => user)).toEqual(['ann', undefined, 'bob']);
    expect(carts[0]?.visitor).not.toBe(carts[1]?.visitor);
    expect(carts[1]?.visitor).toBe(carts[2]?.visitor);
  });

  it('sends nothing more, and keeps nothing, once the shopper says no', async () => {
    const page = await visit();
    await expect.poll(async () => (await world.rows()).length).toBe(1);
    world.proxy.fault = 'refuse';
    await track(page, 1);
    await page.evaluate(() => window.cartograph('consent', 'denied'));
    await track(page, 2);
    world.proxy.fault = 'pass';

    const next = await visit('other');
    await track(next, 3);
    await next.evaluate(() => window.cartograph('consent', 'granted'));
    await track(next, 4);
    await arrived(4);
  });
});

declare global {
  interface Window {
    cartograph: { (...command: unknown[]): void; q?: { push?: unknown } };
  }
}
