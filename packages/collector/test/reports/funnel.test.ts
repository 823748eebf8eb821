import type { FunnelReport } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored, uuid } from '../touchpoints.ts';

const WAY = 'step1=page_view+/p/*&step2=search&optional2=1&step3=purchase';

describe('the funnel', () => {
  let store: Store;
  let app: Hono;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
    const url = 'https://shop.example/p/oak';
    const at = NOW - 3 * HOUR;
    await store.append([
      {
        site: SITE,
        touchpoints: [
          stored(1, 'page_view', { at, url, device: 'mobile' }),
          stored(2, 'purchase', { at: at + 60_000, params: goods(20) }),
          stored(3, 'page_view', { at, url, visitor: 'v2', device: 'desktop' }),
          stored(4, 'search', { at: at + 5000, visitor: 'v2' }),
        ],
      },
    ]);
  });
  afterEach(() => store.close());

  const get = async (path: string) =>
    app.request(path, {
      headers: { Authorization: `Bearer ${await grant(store, 'token', { scope: 'read' })}` },
    });

  it('is told as JSON, with its unit and period', async () => {
    const response = await get(`/api/sites/shop/funnel?${WAY}&window=1h&by=device`);
    const report = (await response.json()) as FunnelReport;
    expect(report).toMatchObject({
      unit: 'journeys',
      entered: 2,
      converted: 1,
      windowSeconds: 3600,
    });
    expect(report).toHaveProperty('from', '2026-10-24T00:00:00.000Z');
    expect(report.steps.map(({ reached }) => reached)).toEqual([2, 1, 1]);
    expect(report.time.medianSeconds).toBe(60);
    expect(report.groups.map(({ value, converted }) => [value, converted])).toEqual([
      ['desktop', 0],
      ['mobile', 1],
    ]);
  });

  it('lists who got no further, with ways to their journeys', async () => {
    const page = await (await get(`/sites/shop/funnel?${WAY}&show=1`)).text();
    expect(page).toContain(`/sites/shop/journeys/${uuid(3)}`);
    expect(page).not.toContain(`/sites/shop/journeys/${uuid(1)}`);
  });

  it('is told as CSV, a line a step', async () => {
    const csv = await (await get(`/api/sites/shop/funnel?${WAY}&format=csv`)).text();
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).toContain('journeys,,,1,page_view /p/*,false,2,0,');
  });

  it('says what was expected where the question can’t be read', async () => {
    const response = await get('/api/sites/shop/funnel?step=a&step=b');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Expected `step` with a number');
  });
});
