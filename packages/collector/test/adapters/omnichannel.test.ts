import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, uuid } from '../touchpoints.ts';

const DAY = 24 * HOUR;
const ORIGIN = 'https://shop.example';

describe('a way through every channel', () => {
  let store: Store;
  let app: Hono;
  let token: string;
  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    token = await grant(store, 'token', { scope: 'write' });
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
  });
  afterEach(() => store.close());

  const post = async (path: string, headers: Record<string, string>, body: object) => {
    const response = await app.request(path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
  };
  /** The mail system, the call centre and the till speak for a customer, each with a secret key. */
  const server = (n: number, hoursAgo: number, touchpoint: object) =>
    post(
      '/v1/touchpoints',
      { Authorization: `Bearer ${token}` },
      {
        site: 'shop',
        touchpoints: [{ id: uuid(n), at: NOW - hoursAgo * HOUR, user: 'u1', ...touchpoint }],
      },
    );
  const journeys = async () =>
    (await store.journeysOf(SITE, 'u:u1')).journeys.map(({ journey, touchpoints }) => ({
      journey,
      channels: touchpoints.map(({ channel = 'web' }) => channel),
    }));

  const newsletter = () => server(1, 50, { type: 'newsletter_clicked', channel: 'email' });
  const call = () =>
    server(2, 20, { type: 'call', channel: 'phone', params: { reason: 'delivery time' } });
  const till = () =>
    server(3, 2, {
      type: 'purchase',
      channel: 'store',
      confirmed: true,
      params: { transaction_id: 'TILL-1', ...goods(49.9) },
    });
  /** Their browser, by a client of another tracker, which learns who they are. */
  const browser = async () => {
    const page = { url: `${ORIGIN}/p/guitar?utm_source=crm&utm_medium=email`, title: 'Guitar' };
    const at = (hoursAgo: number) => new Date(NOW - hoursAgo * HOUR).toISOString();
    const message = { anonymousId: 'a1', context: { page } };
    await post(
      '/v1/b',
      { Origin: ORIGIN, Authorization: `Basic ${btoa('shop:')}` },
      {
        sentAt: at(0),
        batch: [
          { ...message, type: 'page', messageId: 'm1', timestamp: at(49.9) },
          {
            ...message,
            type: 'track',
            messageId: 'm2',
            timestamp: at(49.8),
            event: 'Product Added',
            properties: { product_id: 'G1', price: 49.9, quantity: 1, currency: 'EUR' },
          },
          { ...message, type: 'identify', messageId: 'm3', timestamp: at(49.7), userId: 'u1' },
        ],
      },
    );
  };

  it('is one journey of one person, from the newsletter to the till', async () => {
    for (const tell of [newsletter, browser, call, till]) await tell();

    const [told, ...others] = await journeys();
    expect(others).toEqual([]);
    expect(told?.channels).toEqual(['email', 'web', 'web', 'web', 'phone', 'store']);
    expect(told?.journey).toMatchObject({
      entry: { channel: 'email', channelGroup: 'Email' },
      stage: 'order',
      visits: 3,
      cart: {
        amount: 4990,
        direct: false,
        order: { id: 'TILL-1', confirmed: true, amount: 4990 },
      },
    });
    // The cart was left behind on the web, once more after the call, and won back in the shop.
    expect(told?.journey.cart?.stops).toHaveLength(2);
    expect(await store.counts('shop')).toMatchObject({ persons: 1, journeys: 1 });
  });

  it('is the same journey in whatever order it is told', async () => {
    for (const tell of [newsletter, browser, call, till]) await tell();
    const punctual = await journeys();

    const later = sqliteStore(':memory:');
    await saveSite(later, SITE);
    token = await grant(later, 'token', { scope: 'write' });
    app = createCollector({ store: later, tracker: {}, now: () => NOW, log: () => {} });
    for (const tell of [till, call, browser, newsletter, till]) await tell();
    await store.close();
    store = later;
    expect(await journeys()).toEqual(punctual);
  });

  it('begins by phone, where it does, and the next one in the shop', async () => {
    await server(1, 60, { type: 'call', channel: 'phone' });
    await server(2, 59.9, {
      type: 'purchase',
      channel: 'phone',
      confirmed: true,
      params: { transaction_id: 'TEL-1', ...goods(10) },
    });
    await server(3, 59.9 - DAY / HOUR, { type: 'store_visited', channel: 'store' });

    expect((await journeys()).map(({ journey }) => journey.entry.channelGroup)).toEqual([
      'Phone',
      'Store',
    ]);
  });
});
