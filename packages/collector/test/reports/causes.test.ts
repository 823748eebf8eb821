import type { CausesReport } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { ReceivedTouchpoint, Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

describe('the report on causes', () => {
  let store: Store;
  let app: Hono;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
    await store.append([{ site: SITE, touchpoints: shoppers() }]);
  });
  afterEach(() => store.close());

  const get = async (path: string) =>
    app.request(path, {
      headers: { Authorization: `Bearer ${await grant(store, 'token', { scope: 'read' })}` },
    });
  const report = async (query = '') =>
    (await (await get(`/api/sites/shop/causes?${query}`)).json()) as CausesReport;

  it('finds what shoppers met, from touchpoints to JSON', async () => {
    const found = await report('period=7d');
    expect(found).toMatchObject({ unit: 'carts', currency: 'EUR', timeZone: 'UTC' });
    expect(found.ranked).toMatchObject([
      {
        step: 'checkout',
        what: 'alert:DELIVERY_ERROR',
        exposed: { carts: 40, stopped: 32 },
        unexposed: { carts: 80, stopped: 8 },
        valueAtStake: { currency: 'EUR', amount: '560.00' },
      },
    ]);
    expect(found.ranked[0]!.adjusted.value).toBeCloseTo(8, 9);
    expect(found.ranked[0]!.examples).toHaveLength(5);
  });

  it('looks at a segment only', async () => {
    expect((await report('device=tablet')).ranked).toEqual([]);
    expect((await report('device=mobile')).ranked).toHaveLength(1);
  });

  it('is a page, and a file with a line for each candidate', async () => {
    const page = await get('/sites/shop/causes?lang=en');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Told that it can’t be delivered');
    const csv = await (await get('/api/sites/shop/causes?format=csv')).text();
    expect(csv.split('\r\n').slice(1, -1)).toEqual([
      expect.stringMatching(/^ranked,checkout,alert:DELIVERY_ERROR,40,32,40,80,8,8,/),
    ]);
  });

  it('leads on to journeys that there are', async () => {
    const [id] = (await report()).ranked[0]!.examples;
    expect((await get(`/sites/shop/journeys/${id}`)).status).toBe(200);
  });
});

/** 32 of 40 leave who are told that it can't be delivered to them, and 8 of 80 who are not. */
function shoppers(): ReceivedTouchpoint[] {
  return Array.from({ length: 120 }, (_, n) => {
    const told = n < 40;
    const leaves = told ? n < 32 : n < 48;
    const types = [
      ['add_to_cart', goods(20)],
      ['begin_checkout', goods(20)],
      ...(told ? [['alert', { alert_type: 'DELIVERY_ERROR' }]] : []),
      ...(leaves ? [] : [['purchase', { ...goods(20), transaction_id: `o${n}` }]]),
    ] as [string, ReceivedTouchpoint['params']][];
    return types.map(([type, params], place) =>
      stored(n * 10 + place, type, {
        visitor: `v${n}`,
        device: 'mobile',
        at: NOW - 5 * HOUR + place * 1000,
        ...(params && { params }),
      }),
    );
  }).flat();
}
