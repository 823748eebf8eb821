import type { RetentionReport } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const DAY = 24 * HOUR;

describe('retention', () => {
  let store: Store;
  let app: Hono;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
    const order = (n: number, daysAgo: number, visitor: string) =>
      stored(n, 'purchase', { at: NOW - daysAgo * DAY, visitor, params: goods(20) });
    await store.append([
      {
        site: SITE,
        touchpoints: [
          order(1, 95, 'v1'),
          order(2, 10, 'v1'),
          order(3, 95, 'v2'),
          // Began before the period, ordered in it.
          stored(4, 'page_view', { at: NOW - 35 * DAY, visitor: 'v3' }),
          order(5, 20, 'v3'),
          stored(6, 'review', { at: NOW - 15 * DAY, visitor: 'v3' }),
        ],
      },
    ]);
  });
  afterEach(() => store.close());

  const get = async (path: string) =>
    app.request(path, {
      headers: { Authorization: `Bearer ${await grant(store, 'token', { scope: 'read' })}` },
    });

  it('looks further back than the period for who ordered first, and when', async () => {
    const report = (await (
      await get('/api/sites/shop/retention?period=30d')
    ).json()) as RetentionReport;
    expect(report).toMatchObject({ unit: 'persons', timeZone: 'UTC' });
    expect(report.orders).toMatchObject({ placed: 2, first: 1, repeat: 1 });
    expect(report.within.find(({ days }) => days === 90)).toMatchObject({
      rate: { value: 0.5, n: 2 },
      tooRecent: 1,
    });
    expect(report.after).toMatchObject({ orders: 2, reviewed: { value: 0.5 } });
  });

  it('is a page, and a table of figures', async () => {
    const page = await get('/sites/shop/retention?lang=en');
    expect(page.headers.get('Content-Type')).toContain('text/html');
    expect(await page.text()).toContain('Who orders again');
    const csv = await (await get('/sites/shop/retention?format=csv')).text();
    expect(csv).toContain('againWithinDays,90,share,0.5');
  });
});
