import type { CompareReport, OverviewReport } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { annotations } from '../../src/settings/annotations.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const DAY = 24 * HOUR;

describe('the overview, and before and after', () => {
  let store: Store;
  let app: Hono;
  let headers: Record<string, string>;
  let made: number;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    made = 0;
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
    headers = { Authorization: `Bearer ${await grant(store, 'token', { scope: 'admin' })}` };
  });
  afterEach(() => store.close());

  /** Shoppers who came on a day: some only looked, some left a cart, some ordered. */
  const came = async (
    daysAgo: number,
    { looked = 0, left = 0, bought = 0, device = 'mobile' as const },
  ) => {
    const at = NOW - daysAgo * DAY;
    const shopper = (types: readonly string[]) => {
      const visitor = `v${++made}`;
      return types.map((type, n) =>
        stored(made * 10 + n, type, {
          at: at + n * 1000,
          visitor,
          device,
          ...(type !== 'page_view' && { params: goods(20) }),
        }),
      );
    };
    const all = (n: number, types: readonly string[]) =>
      Array.from({ length: n }, () => shopper(types)).flat();
    await store.append([
      {
        site: SITE,
        touchpoints: [
          ...all(looked, ['page_view']),
          ...all(left, ['page_view', 'add_to_cart']),
          ...all(bought, ['page_view', 'add_to_cart', 'purchase']),
        ],
      },
    ]);
  };
  const read = async <Report>(path: string) =>
    (await (await app.request(`/api/sites/shop/${path}`, { headers })).json()) as Report;
  const page = async (path: string) => {
    const response = await app.request(`/sites/shop/${path}`, { headers });
    return { status: response.status, html: await response.text() };
  };

  it('gives the figures of the period, each in its unit, against the period before', async () => {
    await came(65, { left: 1 });
    await came(40, { looked: 2, left: 1, bought: 3 });
    await came(5, { looked: 4, left: 3, bought: 1 });
    const report = await read<OverviewReport>('overview');
    expect(report).toMatchObject({ unit: 'carts', orders: 'claimed' });
    expect(report.abandonment.carts).toMatchObject({ created: 4, ordered: 1, abandoned: 3 });
    expect(report.abandonment.value).toMatchObject({ atRisk: '60.00', ordered: '20.00' });
    expect(report.conversion).toMatchObject({ unit: 'journeys', begun: 8, ordered: 1 });
    expect(report.previous?.abandonment.carts).toMatchObject({ created: 4, ordered: 3 });
    expect(report.previous?.conversion).toMatchObject({ begun: 6, ordered: 3 });
    expect(report.fixFirst).toMatchObject([
      { kind: 'step', step: 'cart', value: { currency: 'EUR', amount: '60.00' }, carts: 3 },
    ]);
  });

  it('compares with nothing where the site is younger', async () => {
    await came(5, { left: 1 });
    expect((await read<OverviewReport>('overview')).previous).toBeNull();
  });

  it('learns what is normal from before the period, and finds the day that is not', async () => {
    for (let day = 2; day <= 60; day++) {
      await came(day, day === 6 ? { left: 20 } : { left: 10, bought: 10 });
    }
    const { changes } = await read<OverviewReport>('overview?period=14d');
    expect(changes.baseline).toMatchObject({ isPeriod: false, days: 47 });
    expect(changes.outages).toMatchObject([{ day: '2026-11-16', reason: 'orders' }]);
    const { html } = await page('overview?period=14d');
    expect(html).toContain('not one order, where so many carts usually come with 10');
  });

  it('is the start page', async () => {
    for (const path of ['/', '/sites/shop']) {
      const { headers: sent } = await app.request(path, { headers });
      expect(sent.get('Location')).toBe('/sites/shop/overview');
    }
  });

  it('draws the days that were marked, and warns of silence', async () => {
    for (let day = 2; day <= 20; day++) await came(day, { left: 2, bought: 1 });
    await annotations.add(store, 'shop', { day: '2026-11-10', text: 'New <checkout>' });
    const { status, html } = await page('overview');
    expect(status).toBe(200);
    expect(html).toContain('New &lt;checkout&gt;');
    expect(html).not.toContain('Nothing has come');
  });

  it('gives CSV in which every line says what it is of', async () => {
    await came(5, { left: 3, bought: 1 });
    const response = await app.request('/api/sites/shop/overview?format=csv', { headers });
    const [head, ...rows] = (await response.text()).trim().split('\r\n');
    expect(head).toBe('from,to,asOf,timeZone,day,step,figure,unit,value,before,low,high,n');
    expect(rows.some((row) => row.includes('conversion,share of journeys,0.25'))).toBe(true);
    expect(rows.some((row) => row.includes(',atRisk,EUR,60.00'))).toBe(true);
  });

  it('compares before and after the day that was marked last, or any other', async () => {
    for (let day = 2; day <= 20; day++) {
      await came(day, day > 11 ? { left: 16, bought: 4 } : { looked: 1, left: 8, bought: 12 });
    }
    expect(await read<CompareReport>('compare')).toMatchObject({ day: null, figures: [] });

    await annotations.add(store, 'shop', { day: '2026-11-11', text: 'New checkout' });
    const report = await read<CompareReport>('compare?days=7');
    expect(report).toMatchObject({ day: '2026-11-11', days: 7 });
    const [abandonment] = report.figures;
    expect(abandonment).toMatchObject({
      figure: 'abandonment',
      before: { value: 0.8, n: 140 },
      after: { value: 0.4, n: 140 },
      verdict: 'better',
    });
    expect(report.figures.at(-2)).toMatchObject({ figure: 'conversion', unit: 'journeys' });
    expect((await page('compare?days=7')).html).toContain('went down by');
    expect((await read<CompareReport>('compare?at=2026-11-15')).day).toBe('2026-11-15');
    expect((await read<CompareReport>('compare?mark=2026-11-14&at=')).day).toBe('2026-11-14');
  });

  it('says what was wrong with the address', async () => {
    await came(5, { left: 1 });
    const { status, html } = await page('compare?at=soon');
    expect(status).toBe(400);
    expect(html).toContain('Expected `at` to be a date');
  });
});
