import type { PathsReport } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

describe('the paths', () => {
  let store: Store;
  let app: Hono;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
    const page = (path: string) => ({ url: `https://shop.example${path}` });
    const at = NOW - 3 * HOUR;
    await store.append([
      {
        site: SITE,
        touchpoints: [
          stored(1, 'page_view', { at, ...page('/') }),
          stored(2, 'page_view', { at: at + 1000, ...page('/cart') }),
          stored(3, 'purchase', { at: at + 60_000, params: goods(20) }),
          stored(4, 'page_view', { at, visitor: 'v2', ...page('/') }),
        ],
      },
    ]);
  });
  afterEach(() => store.close());

  const get = async (path: string) =>
    app.request(path, {
      headers: { Authorization: `Bearer ${await grant(store, 'token', { scope: 'read' })}` },
    });

  it('are told as JSON, with their unit and period', async () => {
    const report = (await (await get('/api/sites/shop/paths?depth=3')).json()) as PathsReport;
    expect(report).toMatchObject({ unit: 'journeys', all: 2, journeys: 2, depth: 3 });
    expect(report).toHaveProperty('from', '2026-10-24T00:00:00.000Z');
    expect(
      report.nodes.map(({ position, kind, step, journeys }) => [position, kind, step, journeys]),
    ).toEqual([
      [0, 'step', 'page_view /', 2],
      [1, 'step', 'page_view /cart', 1],
      [1, 'left', '', 1],
      [2, 'step', 'purchase', 1],
      [3, 'ordered', '', 1],
    ]);
  });

  it('lead to a step as well, as a page and as CSV', async () => {
    const page = await (await get('/sites/shop/paths?to_step=purchase')).text();
    expect(page).toContain('Before “ordered”');
    const csv = await (await get('/api/sites/shop/paths?to_step=purchase&format=csv')).text();
    expect(csv.split('\r\n')[1]).toBe('journeys,0,step,page_view /cart,step,purchase,1,1');
  });

  it('say what was expected where the question can’t be read', async () => {
    const response = await get('/api/sites/shop/paths?depth=0');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Expected `depth` to be a number from 2 to 10');
  });
});
