import type { AbandonmentReport, OrderDifferences } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant, type Scope } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

interface OrdersAnswer {
  accepted: number;
  duplicates: number;
  rejected: { index: number; transaction_id?: string; reason: string }[];
  error?: string;
}

describe('POST /v1/orders', () => {
  let store: Store;
  let app: Hono;
  let now: number;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    now = NOW;
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => now, log: () => {} });
  });
  afterEach(() => store.close());

  const bearer = async (scope: Scope) => ({
    Authorization: `Bearer ${await grant(store, 'token', { scope })}`,
  });
  const post = async (body: unknown, scope: Scope = 'write') =>
    app.request('/v1/orders', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: await bearer(scope),
    });
  const say = async (action: string, rest: object = {}) =>
    (await (
      await post({ site: 'shop', transaction_id: 'T1', action, ...rest })
    ).json()) as OrdersAnswer;
  /** A shopper's browser tells of an order of 10 euros. */
  const claim = (visitor = 'v1', transaction_id = 'T1') =>
    store.append([
      {
        site: SITE,
        touchpoints: [
          stored(visitor.length * 100 + 1, 'add_to_cart', {
            visitor,
            params: goods(10),
            at: NOW - HOUR,
          }),
          stored(visitor.length * 100 + 2, 'purchase', {
            visitor,
            at: NOW - HOUR + 1000,
            params: { ...goods(10), transaction_id },
          }),
        ],
      },
    ]);
  const order = async () =>
    (await store.orders('shop', { from: 0, to: NOW * 2 })).map(({ person, cart }) => ({
      person,
      direct: cart?.direct,
      ...cart?.order,
    }));
  const get = async <T>(path: string) =>
    (await (await app.request(path, { headers: await bearer('read') })).json()) as T;

  it('confirms what a browser claimed, on that browser’s journey', async () => {
    await claim();
    expect(await say('confirm', { value: 9.5, currency: 'EUR' })).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: [],
    });
    expect(await order()).toMatchObject([
      { person: 'v:v1', direct: false, confirmed: true, amount: 950, id: 'T1' },
    ]);
  });

  it('keeps the order of somebody whose browser told nothing', async () => {
    await say('confirm', { user: 'u9', value: 20, currency: 'EUR' });
    await say('confirm', { transaction_id: 'T2', value: 30, currency: 'EUR' });
    expect(await order()).toMatchObject([
      { person: 'u:u9', direct: true, confirmed: true, amount: 2000 },
      { person: 'v:order:T2', direct: true, confirmed: true, amount: 3000 },
    ]);
  });

  it('joins by the hash of an e-mail address', async () => {
    await say('confirm', { user: 'ann@shop.example', value: 20 });
    expect((await order())[0]?.person).toMatch(/^u:sha256:/);
  });

  it('gives money back in parts, and all of it with a cancellation', async () => {
    await claim();
    now += 1000;
    await say('refund', { refund_id: 'R1', value: 2 });
    await say('refund', { refund_id: 'R2', value: 2 });
    expect(await order()).toMatchObject([{ refunded: 400 }]);
    await say('cancel');
    expect(await order()).toMatchObject([{ refunded: 1000, cancelled: true }]);
  });

  it.each(['confirm', 'cancel', 'refund'])('hears %s twice and does it once', async (action) => {
    await claim();
    const first = await say(action, { value: 4 });
    const once = await order();
    now += 5000;
    expect(await say(action, { value: 4 })).toEqual({ ...first, accepted: 0, duplicates: 1 });
    expect(await order()).toEqual(once);
  });

  it('takes a list, and names the one that makes no sense', async () => {
    const orders = [
      { transaction_id: 'T1', action: 'confirm', value: 1 },
      { transaction_id: 'T2', action: 'ship' },
      { transaction_id: 'T3', action: 'confirm', value: 'a lot' },
      null,
      { transaction_id: 'T4', action: 'confirm', at: 5 },
    ];
    const answer = (await (await post({ site: 'shop', orders })).json()) as OrdersAnswer;
    expect(answer.accepted).toBe(1);
    expect(answer.rejected).toEqual([
      { index: 1, reason: 'action: expected confirm, cancel, refund, got "ship"' },
      { index: 2, transaction_id: 'T3', reason: 'value: expected a decimal number, got "a lot"' },
      { index: 3, reason: 'expected an order, got null' },
      {
        index: 4,
        transaction_id: 'T4',
        reason: 'at: expected epoch milliseconds after the year 2000, got 5',
      },
    ]);
  });

  it.each([
    ['no JSON', 'hello', 'Expected JSON'],
    ['a list', [], 'Expected an object, got []'],
    ['no site', { action: 'confirm' }, 'site: expected the id of a site, got undefined'],
    ['no number', { site: 'shop', action: 'confirm' }, 'transaction_id: expected'],
    [
      'a number of nothing',
      { site: 'shop', transaction_id: ' ', action: 'confirm' },
      'transaction_id',
    ],
    ['no action', { site: 'shop', transaction_id: 'T1' }, 'action: expected'],
    ['orders that are none', { site: 'shop', orders: 7 }, 'orders: expected a list, got 7'],
    ['too many', { site: 'shop', orders: Array(1001).fill({}) }, 'at most 1000, got 1001'],
    [
      'a user that is none',
      { site: 'shop', transaction_id: 'T1', action: 'confirm', user: 'guest' },
      'user: expected the id of a user',
    ],
    [
      'a currency that is none',
      { site: 'shop', transaction_id: 'T1', action: 'confirm', currency: 'Euro' },
      'currency: expected an ISO 4217',
    ],
  ])('refuses %s with what it expected', async (_, body, error) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as OrdersAnswer).error).toContain(error);
    expect((await store.counts('shop')).touchpoints).toBe(0);
  });

  it('is for servers with a key that may write', async () => {
    const body = JSON.stringify({ site: 'shop', transaction_id: 'T1', action: 'confirm' });
    const bare = await app.request('/v1/orders', { method: 'POST', body });
    expect(bare.status).toBe(401);
    expect((await post(body, 'read')).status).toBe(401);
    expect(
      (await post({ site: 'elsewhere', transaction_id: 'T1', action: 'confirm' })).status,
    ).toBe(401);
  });

  describe('what is told apart', () => {
    it('counts claimed orders, or confirmed ones only: then the others are carts that were left', async () => {
      await claim('v1', 'T1');
      await claim('v22', 'T2');
      await say('confirm', { transaction_id: 'T1' });
      const carts = async (orders: string) => {
        const report = await get<AbandonmentReport & { orders: string }>(
          `/api/sites/shop/abandonment?orders=${orders}`,
        );
        expect(report.orders).toBe(orders);
        return report.carts;
      };
      expect(await carts('claimed')).toMatchObject({ created: 2, ordered: 2, abandoned: 0 });
      expect(await carts('confirmed')).toMatchObject({ created: 2, ordered: 1, abandoned: 1 });

      await say('cancel', { transaction_id: 'T1' });
      expect(await carts('confirmed')).toMatchObject({ created: 2, ordered: 0, abandoned: 2 });
    });

    it('refuses a way of counting that there is none of', async () => {
      expect(await get('/api/sites/shop/abandonment?orders=hoped')).toEqual({
        error: 'Expected `orders` to be claimed or confirmed, got "hoped"',
      });
    });

    it('lists what was claimed and never confirmed, and the other way round', async () => {
      await claim('v1', 'T1');
      await claim('v22', 'T2');
      await say('confirm', { transaction_id: 'T1' });
      await say('confirm', { transaction_id: 'T3', value: 7, currency: 'EUR' });
      const found = await get<OrderDifferences>('/api/sites/shop/orders/differences');
      expect(found.counts).toEqual({ matched: 1, unconfirmed: 1, unseen: 1, cancelled: 0 });
      expect(found.unconfirmed).toMatchObject([{ order: 'T2', amount: '10.00' }]);
      expect(found.unseen).toMatchObject([{ order: 'T3', amount: '7.00' }]);

      const { journey } = found.unseen[0]!;
      expect(await get(`/api/sites/shop/journeys/${journey}`)).toMatchObject({
        person: 'v:order:T3',
      });
    });
  });
});
