import type { MapReport } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const DAY = 24 * HOUR;

describe('the map', () => {
  let store: Store;
  let app: Hono;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
    const order = (n: number, at: number, visitor: string) => [
      stored(n, 'page_view', { at, visitor, device: 'mobile' }),
      stored(n + 1, 'add_to_cart', { at: at + 1000, visitor, params: goods(20) }),
      stored(n + 2, 'purchase', { at: at + 2000, visitor, params: goods(20) }),
    ];
    await store.append([
      {
        site: SITE,
        touchpoints: [
          ...order(1, NOW - 3 * DAY, 'v1'),
          // Came back, on another device, after the period that some questions are about.
          stored(10, 'page_view', { at: NOW - DAY, visitor: 'v1', device: 'desktop' }),
          stored(20, 'add_to_cart', { at: NOW - 2 * DAY, visitor: 'v2', params: goods(30) }),
          ...order(30, NOW - 40 * DAY, 'v3'),
        ],
      },
    ]);
  });
  afterEach(() => store.close());

  const get = async (path: string) =>
    app.request(path, {
      headers: { Authorization: `Bearer ${await grant(store, 'token', { scope: 'read' })}` },
    });
  const mapOf = async (query: string) =>
    (await (await get(`/api/sites/shop/map?${query}`)).json()) as MapReport & {
      previous?: MapReport & { from: string; to: string };
    };
  const reachedIn = ({ stages }: MapReport) => stages.map(({ reached }) => reached);

  it('is told as JSON, with its unit and its period', async () => {
    const map = await mapOf('period=30d');
    expect(map).toMatchObject({ unit: 'journeys', journeys: 3, timeZone: 'UTC' });
    expect(reachedIn(map)).toEqual([3, 2, 2, 1, 1, 1, 0]);
    expect(map.previous).toBeUndefined();
  });

  it('knows who came back, whatever it is cut to and wherever the period ends', async () => {
    const cut = await mapOf('from=2026-11-19&to=2026-11-20&device=mobile');
    expect(cut.journeys).toBe(1);
    expect(reachedIn(cut)[5]).toBe(1);
  });

  it('is compared with the period before, if asked', async () => {
    const map = await mapOf('period=30d&compare=previous');
    expect(map.previous).toMatchObject({ journeys: 1, orders: 1 });
    expect(map.previous!.from < map.previous!.to).toBe(true);
    const page = await (await get('/sites/shop/map?period=30d&compare=previous')).text();
    expect(page).toContain('Compared with');
    expect(
      (await mapOf('from=2026-11-19&to=2026-11-20&compare=previous')).previous,
    ).toBeUndefined();

    const refused = await get('/api/sites/shop/map?compare=rival');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Expected `compare` to be previous');
  });

  it('is a page, and a table of figures', async () => {
    const page = await get('/sites/shop/map');
    expect(page.headers.get('Content-Type')).toContain('text/html');
    expect(await page.text()).toContain('class="voyage"');
    const csv = await (await get('/sites/shop/map?format=csv')).text();
    expect(csv).toContain('cart,moneyLeft,,EUR,30.00');
  });
});
