import type { AbandonmentAnswer, JourneyList, LiveBoard } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored, uuid } from '../touchpoints.ts';

const MINUTE = HOUR / 60;

/** Left, recovered, in checkout right now, only looked: a visitor each. */
const TOUCHPOINTS = [
  stored(1, 'add_to_cart', { at: NOW - 6 * HOUR, params: goods(20), device: 'mobile' }),
  stored(2, 'add_shipping_info', { at: NOW - 6 * HOUR + 1000, params: goods(20) }),
  stored(3, 'alert', {
    at: NOW - 6 * HOUR + 2000,
    params: { alert_type: 'PAYMENT_ERROR' },
  }),
  stored(4, 'add_to_cart', { visitor: 'v2', at: NOW - 9 * HOUR, params: goods(50) }),
  stored(5, 'page_view', {
    ...{ visitor: 'v2', at: NOW - 5 * HOUR },
    url: 'https://shop.example/cart',
  }),
  stored(6, 'purchase', { visitor: 'v2', at: NOW - 5 * HOUR + MINUTE, params: goods(50) }),
  stored(7, 'add_to_cart', { visitor: 'v3', at: NOW - 2 * MINUTE, params: goods(30) }),
  stored(8, 'begin_checkout', { visitor: 'v3', at: NOW - MINUTE, params: goods(30) }),
  stored(9, 'page_view', { visitor: 'v4', at: NOW - 4 * HOUR }),
];

describe('reports on single journeys', () => {
  let store: Store;
  let app: Hono;
  let now: number;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    now = NOW;
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => now, log: () => {} });
    await store.append([{ site: SITE, touchpoints: TOUCHPOINTS }]);
  });
  afterEach(() => {
    vi.useRealTimers();
    return store.close();
  });

  const get = async (path: string) =>
    app.request(path, {
      headers: { Authorization: `Bearer ${await grant(store, 'token', { scope: 'read' })}` },
    });
  const json = async <Found>(path: string) => (await (await get(path)).json()) as Found;
  const text = async (path: string) => (await get(path)).text();

  describe('the list', () => {
    it('has every journey that began in the period, the latest first', async () => {
      const list = await json<JourneyList>('/api/sites/shop/journeys');
      expect(list).toMatchObject({ unit: 'journeys', begun: 4, found: 4, page: 1, pages: 1 });
      expect(list.journeys.map(({ journey, state }) => [journey, state])).toEqual([
        [uuid(7), 'open'],
        [uuid(9), 'no_cart'],
        [uuid(1), 'abandoned'],
        [uuid(4), 'recovered'],
      ]);
    });

    it.each([
      ['state=abandoned', [1]],
      ['state=ordered', [4]],
      ['stopped=shipping', [1]],
      ['stopped=cart', [4]],
      ['met=alert:PAYMENT_ERROR', [1]],
      ['min=25&sort=value', [4, 7]],
      ['device=mobile', [1]],
      ['state=no_cart&device=mobile', []],
    ])('is cut by ?%s', async (query, expected) => {
      const { journeys } = await json<JourneyList>(`/api/sites/shop/journeys?${query}`);
      expect(journeys.map(({ journey }) => journey)).toEqual(expected.map(uuid));
    });

    it('is a page with links to them, and CSV', async () => {
      const page = await text('/sites/shop/journeys?state=abandoned');
      expect(page).toContain('1 of 4 journeys');
      expect(page).toContain(`/sites/shop/journeys/${uuid(1)}`);
      expect(page).toContain('Shown a payment error');
      const csv = await text('/api/sites/shop/journeys?format=csv&sort=value&limit=2');
      expect(csv.split('\r\n').map((line) => line.split(',')[0])).toEqual([
        'journey',
        uuid(4),
        uuid(7),
        '',
      ]);
    });

    it('says what it can’t read', async () => {
      const response = await get('/sites/shop/journeys?state=gone');
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('Expected `state` to be one of');
    });
  });

  describe('live', () => {
    it('tells where carts are now', async () => {
      const board = await json<LiveBoard>('/api/sites/shop/live?format=json');
      expect(board).toMatchObject({
        ...{ unit: 'carts', complete: true, asOf: new Date(NOW).toISOString() },
        shopping: { carts: 0 },
        checkout: { carts: 1, value: '30.00', listed: [{ lastType: 'begin_checkout' }] },
        idle: { carts: 0 },
        left: { carts: 1, listed: [{ step: 'shipping', met: 'alert:PAYMENT_ERROR' }] },
        wonBack: { carts: 1, value: '50.00' },
      });
    });

    it('lets time alone move carts on', async () => {
      now += 30 * MINUTE;
      const { checkout, idle } = await json<LiveBoard>('/sites/shop/live?format=json');
      expect([checkout.carts, idle.carts]).toEqual([0, 1]);
    });

    it('is a page, CSV, and cut by segments', async () => {
      const page = await text('/sites/shop/live');
      expect(page).toContain('Just won back');
      expect(page).toContain(`/sites/shop/journeys/${uuid(1)}`);
      expect(await text('/sites/shop/live?format=csv')).toContain(`left,${uuid(1)}`);
      const mobile = await json<LiveBoard>('/sites/shop/live?format=json&device=mobile');
      expect([mobile.left.carts, mobile.wonBack.carts]).toEqual([1, 0]);
    });

    it('keeps the stream of events at its address, which tells of time as well', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const watching = await get('/api/sites/shop/live');
      expect(watching.headers.get('Content-Type')).toContain('text/event-stream');
      const reader = watching.body!.pipeThrough(new TextDecoderStream()).getReader();
      expect((await reader.read()).value).toContain('event: ready');

      const told: string[] = [];
      while (told.length < 5) {
        now += 15_000;
        const next = reader.read();
        await vi.advanceTimersByTimeAsync(15_000);
        told.push((await next).value ?? '');
      }
      expect(told.map((text) => text.includes('event: changed'))).toEqual([
        ...[false, false, false, true, false],
      ]);
      await reader.cancel();
    });
  });

  describe('abandonment', () => {
    it('sets carts side by side by what is asked', async () => {
      const { breakdown, carts } = await json<AbandonmentAnswer>(
        '/api/sites/shop/abandonment?by=device',
      );
      expect(breakdown.rows.map(({ value, created, left }) => [value, created, left])).toEqual([
        ['mobile', 1, 1],
        [null, 2, 0],
      ]);
      expect(carts.created).toBe(3);
      const { breakdown: byItem } = await json<AbandonmentAnswer>(
        '/api/sites/shop/abandonment?by=item',
      );
      expect(byItem).toMatchObject({
        by: 'item',
        overlaps: true,
        rows: [{ value: 'G1', created: 3 }],
      });
    });

    it('tells where they went after a stop, and reads silences from what they did', async () => {
      const answer = await json<AbandonmentAnswer>('/api/sites/shop/abandonment');
      expect(answer.afterStops).toMatchObject([
        {
          ...{ step: 'cart', stops: 1, ordered: 1, known: 1, medianSecondsAway: 4 * 3600 },
          back: [{ mark: 'page_view /cart', stops: 1 }],
        },
        { step: 'shipping', nothing: 1, last: [{ mark: 'alert PAYMENT_ERROR', stops: 1 }] },
      ]);
      expect(answer.comingBack).toMatchObject({
        unit: 'silences',
        silences: 2,
        cameBack: 1,
        carts: 3,
      });
    });

    it('knows the way of a cart whose journey began days before it', async () => {
      const looks = (n: number, at: number) => stored(n, 'page_view', { visitor: 'v5', at });
      const touchpoints = [
        ...[looks(20, NOW - 80 * HOUR), looks(21, NOW - 40 * HOUR)],
        stored(22, 'add_to_cart', { visitor: 'v5', at: NOW - 39 * HOUR, params: goods(5) }),
      ];
      await store.append([{ site: SITE, touchpoints }]);
      const { comingBack, carts } = await json<AbandonmentAnswer>('/api/sites/shop/abandonment');
      expect([comingBack.carts, carts.created]).toEqual([4, 4]);
    });

    it('says which ways to cut there are', async () => {
      const response = await get('/api/sites/shop/abandonment?by=colour');
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('Expected `by` to be one of device, channel');
    });
  });
});
