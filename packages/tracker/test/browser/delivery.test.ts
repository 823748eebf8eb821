import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CHROMIUM_ARGS } from '../../../../scripts/browser.mjs';
import type { Conduct } from './collector.ts';
import { call, describeInBrowser, settled } from './shop.ts';

type Cartograph = { cartograph(...command: unknown[]): void };

const failed = (page: Page) => page.waitForEvent('requestfailed');

describeInBrowser('delivery', (shop) => {
  const arrived = (type: string) =>
    shop.collector.until(type, () => shop.collector.types().includes(type));
  /** How many times a type was sent. */
  const sent = (type: string) =>
    shop.collector.requests
      .flatMap(({ batch }) => batch.touchpoints)
      .filter((touchpoint) => touchpoint.type === type).length;

  it('sends what happened together in one request, as text and without a preflight', async () => {
    const page = await shop.open('/a');
    await page.evaluate(() => {
      const { cartograph } = window as unknown as Cartograph;
      cartograph('track', 'view_item', { value: 5 });
      cartograph('track', 'add_to_cart', { value: 5 });
    });
    await arrived('add_to_cart');

    const { requests, otherMethods } = shop.collector;
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      origin: shop.origin,
      contentType: 'text/plain;charset=UTF-8',
      batch: {
        site: 'shop',
        visitor: expect.stringMatching(/^\d{18,40}$/),
      },
    });
    expect(shop.collector.stored()).toMatchObject([
      { type: 'page_view', url: `${shop.origin}/a`, title: 'Page /a' },
      { type: 'view_item', params: { value: 5 } },
      { type: 'add_to_cart', params: { value: 5 } },
    ]);
    expect(otherMethods).toEqual([]);
    for (const { id } of requests[0]!.batch.touchpoints) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('keeps the order over the pages of a tab', async () => {
    const page = await shop.open('/a');
    await settled(shop, page, 'first');
    await page.goto(`${shop.origin}/b`);
    await settled(shop, page, 'second');
    expect(shop.collector.types()).toEqual(['page_view', 'first', 'page_view', 'second']);
    // Each page counts its own.
    expect(shop.collector.stored().map(({ seq }) => seq)).toEqual([1, 2, 1, 2]);
  });

  it('sends what was tracked in the task that leaves the page', async () => {
    const page = await shop.open('/a');
    await settled(shop, page, 'start');
    await page.evaluate(() => {
      (window as unknown as Cartograph).cartograph('track', 'select_item');
      // Where nobody is to send what is left.
      location.href = 'about:blank';
    });
    await page.waitForURL('about:blank');
    await arrived('select_item');
    expect(sent('select_item')).toBe(1);
  });

  it('sends what was tracked just before the tab is closed', async () => {
    const page = await shop.open('/a');
    await settled(shop, page, 'start');
    await call(page, 'track', 'last');
    await page.close({ runBeforeUnload: true });
    await arrived('last');
  });

  it('sends an order at once, though another request hangs', async () => {
    shop.collector.conduct = ({ touchpoints }) =>
      touchpoints.some(({ type }) => type === 'purchase') ? 'store' : 'hang';
    const page = await shop.open('/a');
    await shop.collector.until('the page view', () => sent('page_view') === 1);
    await call(page, 'track', 'purchase', { transaction_id: 'T1' });
    await arrived('purchase');
    expect(sent('page_view')).toBe(1);
  });

  it('sends the order first when not all fits what a leaving page may send', async () => {
    const page = await shop.open('/a');
    await settled(shop, page, 'start');
    await page.evaluate(() => {
      const { cartograph } = window as unknown as Cartograph;
      const items = Array.from({ length: 20 }, () => ({ item_name: 'Ω'.repeat(200) }));
      for (let n = 0; n < 10; n++) cartograph('track', 'view_item_list', { items });
      cartograph('track', 'begin_checkout', { items });
      setTimeout(() => {
        document.location.href = '/b';
      });
    });
    await arrived('begin_checkout');
    // Not all had room: what is still to come has waited for it, not the other way round.
    expect(sent('view_item_list')).toBeLessThan(10);

    // The rest was kept, and the next page sends it.
    await shop.collector.until(
      'the rest',
      () => shop.collector.types().filter((type) => type === 'view_item_list').length === 10,
    );
    for (const { batch } of shop.collector.requests) {
      expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThanOrEqual(60_000);
    }
  });

  it('sends what was tracked offline when the network is back', async () => {
    const page = await shop.open('/a');
    await settled(shop, page, 'start');
    await shop.context.setOffline(true);
    const failure = failed(page);
    await call(page, 'track', 'offline');
    await failure;
    await shop.context.setOffline(false);
    await arrived('offline');
    expect(sent('offline')).toBe(1);
  });

  it('sends what was tracked offline after the browser was closed and opened again', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'cartograph-'));
    const launch = () =>
      chromium.launchPersistentContext(profile, {
        executablePath: shop.executablePath,
        args: CHROMIUM_ARGS,
      });
    try {
      const before = await launch();
      const page = await shop.open('/a', before);
      await settled(shop, page, 'start');
      await before.setOffline(true);
      // The browser lets the page go online for a moment when it closes.
      shop.collector.conduct = () => 'refuse';
      const failure = failed(page);
      await call(page, 'track', 'offline');
      await failure;
      await before.close();
      expect(shop.collector.types()).toEqual(['page_view', 'start']);

      shop.collector.conduct = () => 'store';
      const after = await launch();
      await shop.open('/b', after);
      await arrived('offline');
      await after.close();
      const visitors = shop.collector.stored().map(({ visitor }) => visitor);
      expect(new Set(visitors).size).toBe(1);
    } finally {
      await rm(profile, { recursive: true, force: true });
    }
  });

  it.each<[what: string, conduct: Conduct, inStore: number]>([
    ['breaks off', 'refuse', 0],
    ['stores, but breaks off within its answer', 'cut', 1],
    ['is out of order', { status: 503 }, 0],
    ['is overrun', { status: 429, headers: { 'retry-after': '1' } }, 0],
    ['is behind a login page', { status: 200 }, 0],
  ])('sends again what a collector was sent that %s', async (_, conduct, inStore) => {
    const { requests, stored } = shop.collector;
    let storedBefore: number | undefined;
    shop.collector.conduct = () => {
      if (requests.length < 2) return conduct;
      storedBefore = stored().length;
      return 'store';
    };
    await shop.open('/a');
    await shop.collector.until('three tries', () => requests.length === 3);
    expect(storedBefore).toBe(inStore);
    expect(stored()).toHaveLength(1);
    const [first, second] = requests;
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(450);
  });

  it('waits as long as the collector asks', async () => {
    const { requests } = shop.collector;
    shop.collector.conduct = () =>
      requests.length === 0 ? { status: 503, headers: { 'retry-after': '3' } } : 'store';
    const page = await shop.open('/a');
    await shop.collector.until('the first try', () => requests.length > 0);
    await call(page, 'track', 'meanwhile');
    await arrived('meanwhile');
    const [first, second] = requests;
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(2900);
    expect(requests).toHaveLength(2);
  });

  it('drops the one touchpoint that spoils a batch, and nothing else', async () => {
    shop.collector.conduct = ({ touchpoints }) =>
      touchpoints.some(({ type }) => type === 'poison') ? { status: 400 } : 'store';
    const page = await shop.open('/a');
    await page.evaluate(() => {
      const { cartograph } = window as unknown as Cartograph;
      for (const type of ['a', 'b', 'poison', 'c', 'd']) cartograph('track', type);
    });
    await shop.collector.until('the others', () => shop.collector.types().length === 5);
    await settled(shop, page);
    const tries = sent('poison');
    await settled(shop, page, 'later');
    expect(sent('poison')).toBe(tries);
    expect(shop.collector.types()).toEqual(['page_view', 'a', 'b', 'c', 'd', 'end', 'later']);
  });

  it('splits what is too large for the collector', async () => {
    shop.collector.conduct = ({ touchpoints }) =>
      touchpoints.length > 2 ? { status: 413 } : 'store';
    const page = await shop.open('/a');
    await page.evaluate(() => {
      const { cartograph } = window as unknown as Cartograph;
      for (const type of ['a', 'b', 'c', 'd', 'e']) cartograph('track', type);
    });
    await shop.collector.until('all', () => shop.collector.types().length === 6);
  });

  it('stores what two tabs tracked offline once each', async () => {
    const pages = [await shop.open('/a'), await shop.open('/b')];
    await shop.collector.until('both pages', () => shop.collector.types().length === 2);
    await shop.context.setOffline(true);
    for (const [index, page] of pages.entries()) {
      const failure = failed(page);
      await call(page, 'track', `offline${index}`);
      await failure;
    }
    await shop.context.setOffline(false);
    await arrived('offline0');
    await arrived('offline1');
    expect(shop.collector.stored()).toHaveLength(4);
    expect(new Set(shop.collector.stored().map(({ visitor }) => visitor)).size).toBe(1);
  });

  it('resolves flush() once all is answered', async () => {
    const page = await shop.open('/a');
    await page.evaluate(async () => {
      const tracker = (window as unknown as Record<string, { flush(): Promise<void> }>)[
        'cartograph:shop'
      ];
      await tracker!.flush();
    });
    expect(shop.collector.types()).toEqual(['page_view']);
  });
});
