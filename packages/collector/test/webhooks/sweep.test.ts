import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { ReceivedTouchpoint, Store } from '../../src/store/store.ts';
import { addWebhook } from '../../src/webhooks/manageWebhooks.ts';
import { sweep } from '../../src/webhooks/sweep.ts';
import { goods, HOUR, NOW, SITE, stored, uuid } from '../touchpoints.ts';

const MINUTE = 60_000;
const BASE_URL = 'https://carts.shop.example';

interface Body {
  id: string;
  type: string;
  at: string;
  [field: string]: unknown;
}

async function openStore({ since }: { since: number }): Promise<Store> {
  const store = sqliteStore(':memory:');
  await saveSite(store, SITE);
  const wanted = { site: 'shop', url: 'https://mail.shop.example/' };
  await addWebhook(store.webhooks!, wanted, { now: since, targets: {} });
  return store;
}

/** What waits to be sent, oldest first. */
async function told(store: Store): Promise<Body[]> {
  const due = await store.webhooks!.due(Number.MAX_SAFE_INTEGER, 10_000);
  return due
    .map(({ body }) => JSON.parse(body) as Body)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.type < b.type ? -1 : 1));
}

describe(sweep.name, () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ since: NOW - 10 * HOUR });
  });
  afterEach(() => store.close());

  let n = 0;
  const did = (type: string, at: number, rest: Partial<ReceivedTouchpoint> = {}) =>
    stored(++n, type, { at, receivedAt: at, ...rest });
  const arrive = (...touchpoints: ReceivedTouchpoint[]) =>
    store.append([{ site: SITE, touchpoints }]);
  const sweepAt = (now: number) => sweep({ store, baseUrl: BASE_URL }, now);
  const types = async () => (await told(store)).map(({ type }) => type);
  const leave = (at = NOW, rest: Partial<ReceivedTouchpoint> = {}) =>
    arrive(
      did('add_to_cart', at - MINUTE, { params: goods(20, 'G1', 2), ...rest }),
      did('begin_checkout', at, { params: goods(20, 'G1', 2), ...rest }),
    );

  it('tells of a cart once it has been silent for as long as the site says, not before', async () => {
    await leave();
    await sweepAt(NOW + HOUR - 1);
    expect(await told(store)).toEqual([]);

    await sweepAt(NOW + HOUR);
    const [event] = await told(store);
    const journey = uuid(n - 1);
    expect(event).toEqual({
      id: expect.stringMatching(/^evt_[0-9a-f]{32}$/),
      type: 'cart.abandoned',
      site: 'shop',
      at: new Date(NOW + HOUR).toISOString(),
      stoppedAt: new Date(NOW).toISOString(),
      journey,
      url: `${BASE_URL}/sites/shop/journeys/${journey}`,
      visitor: 'v1',
      user: null,
      step: 'checkout',
      cart: {
        currency: 'EUR',
        amount: '20.00',
        emptied: false,
        lines: [{ item: 'G1', quantity: 2, price: '10.00' }],
      },
      order: null,
    });
  });

  it('names the user, and never by an address', async () => {
    await leave(NOW, { user: 'u7' });
    await leave(NOW, { user: 'ann@shop.example', visitor: 'v2' });
    await sweepAt(NOW + HOUR);
    const users = (await told(store)).map(({ user }) => user);
    expect(users).toContain('u7');
    expect(JSON.stringify(await told(store))).not.toContain('ann@');
  });

  it('tells that the shopper is back, and that the cart was won back', async () => {
    await leave();
    await sweepAt(NOW + HOUR);
    await arrive(did('page_view', NOW + 3 * HOUR));
    await sweepAt(NOW + 3 * HOUR);
    expect(await types()).toEqual(['cart.abandoned', 'cart.resumed']);

    const params = { ...goods(20), transaction_id: 'T1' };
    await arrive(did('purchase', NOW + 3 * HOUR + MINUTE, { params }));
    await sweepAt(NOW + 3 * HOUR + MINUTE);
    expect(await types()).toEqual([
      'cart.abandoned',
      'cart.resumed',
      'cart.recovered',
      'order.placed',
    ]);
    expect((await told(store)).at(-1)).toMatchObject({
      order: { id: 'T1', amount: '20.00', currency: 'EUR', confirmed: false },
    });
  });

  it('tells of each stop of a cart', async () => {
    await leave();
    await sweepAt(NOW + HOUR);
    await arrive(did('page_view', NOW + 3 * HOUR));
    await sweepAt(NOW + 4 * HOUR);
    expect(await types()).toEqual(['cart.abandoned', 'cart.resumed', 'cart.abandoned']);
  });

  it('tells of an order once, be it claimed first and confirmed later', async () => {
    const params = { ...goods(20), transaction_id: 'T1' };
    await arrive(did('purchase', NOW, { params }));
    await sweepAt(NOW);
    await arrive(did('purchase', NOW + MINUTE, { params, channel: 'server', visitor: '' }));
    await sweepAt(NOW + MINUTE);
    expect(await types()).toEqual(['order.placed']);
  });

  it.each([
    ['ordered', 'purchase', { ...goods(20), transaction_id: 'T1' }, ['order.placed']],
    ['emptied', 'remove_from_cart', goods(20, 'G1', 2), []],
  ])('tells of no abandonment when the cart was %s', async (_, type, params, expected) => {
    await leave();
    await arrive(did(type, NOW + MINUTE, { params }));
    await sweepAt(NOW + 2 * HOUR);
    expect(await types()).toEqual(expected);
  });

  it('tells nothing twice: swept again, rebuilt, with a new first touchpoint', async () => {
    await leave();
    await sweepAt(NOW + HOUR);
    const once = await told(store);
    await sweepAt(NOW + HOUR);
    await store.rebuild(SITE);
    await sweepAt(NOW + HOUR + MINUTE);
    await arrive(did('page_view', NOW - 5 * MINUTE));
    await sweepAt(NOW + HOUR + 2 * MINUTE);
    await store.remove('webhook-idle:shop');
    await sweepAt(NOW + HOUR + 3 * MINUTE);
    expect(await told(store)).toEqual(once);
  });

  it('tells nothing twice of a visitor who turns out to be somebody', async () => {
    await leave();
    await sweepAt(NOW + HOUR);
    await arrive(did('login', NOW - 2 * MINUTE, { user: 'u1' }));
    await sweepAt(NOW + HOUR + MINUTE);
    expect(await types()).toEqual(['cart.abandoned']);
  });

  describe('what comes late', () => {
    it('takes an abandonment back when the shopper was there all along', async () => {
      await leave();
      await sweepAt(NOW + HOUR);
      await arrive(did('page_view', NOW + 50 * MINUTE), did('page_view', NOW + 80 * MINUTE));
      await sweepAt(NOW + 81 * MINUTE);
      expect(await types()).toEqual(['cart.abandoned', 'cart.resumed']);
      await sweepAt(NOW + 140 * MINUTE);
      expect(await types()).toEqual(['cart.abandoned', 'cart.resumed', 'cart.abandoned']);
    });

    it('takes an abandonment back when the order was placed on another device', async () => {
      await leave();
      await sweepAt(NOW + HOUR);
      const params = { ...goods(20), transaction_id: 'T1' };
      const other = { visitor: 'v2', user: 'u1' };
      await arrive(did('purchase', NOW + 30 * MINUTE, { params, ...other }));
      await arrive(did('login', NOW - MINUTE, { user: 'u1' }));
      await sweepAt(NOW + 2 * HOUR);
      expect((await types()).sort()).toEqual(['cart.abandoned', 'cart.resumed', 'order.placed']);
    });

    it('says nothing when the silence only began some minutes later', async () => {
      await leave();
      await sweepAt(NOW + HOUR);
      await arrive(did('page_view', NOW + 5 * MINUTE));
      await sweepAt(NOW + 2 * HOUR);
      expect(await types()).toEqual(['cart.abandoned']);

      await arrive(did('page_view', NOW + 3 * HOUR));
      await sweepAt(NOW + 3 * HOUR);
      expect(await types()).toEqual(['cart.abandoned', 'cart.resumed']);
    });
  });

  describe('the past', () => {
    const DAY = 24 * HOUR;

    it.each([
      [DAY, ['cart.abandoned']],
      [DAY + 1, []],
    ])('tells of what was noticed %i ms late: %j', async (lateMs, expected) => {
      await leave();
      await sweepAt(NOW + HOUR + lateMs);
      expect(await types()).toEqual(expected);
    });

    it('tells of no order that was placed long ago and is imported now', async () => {
      await store.close();
      store = await openStore({ since: 0 });
      const params = { ...goods(20), transaction_id: 'T1' };
      await arrive(did('purchase', NOW - 2 * DAY, { params }));
      await sweepAt(NOW);
      expect(await told(store)).toEqual([]);
    });

    it('tells a webhook of nothing that was before it', async () => {
      await store.close();
      store = await openStore({ since: NOW + HOUR + 1 });
      await leave();
      await leave(NOW + 1, { visitor: 'v2' });
      await sweepAt(NOW + 2 * HOUR);
      expect((await told(store)).map(({ visitor }) => visitor)).toEqual(['v2']);
    });
  });

  it('sends each webhook what it asked for', async () => {
    const wanted = { site: 'shop', url: 'https://b.example/', events: ['order.placed'] };
    const { id } = await addWebhook(store.webhooks!, wanted, { now: NOW - HOUR, targets: {} });
    await leave();
    await sweepAt(NOW + HOUR);
    const deliveries = await store.webhooks!.deliveries('shop', { limit: 10 });
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]?.webhook).not.toBe(id);
  });

  it('forgets what was told about a person who is forgotten', async () => {
    await leave();
    await sweepAt(NOW + HOUR);
    await store.forget(SITE, 'v:v1');
    expect(await told(store)).toEqual([]);
    await sweepAt(NOW + HOUR + MINUTE);
    expect(await told(store)).toEqual([]);
  });

  it('forgets what is older than the site keeps', async () => {
    await leave();
    await sweepAt(NOW + HOUR);
    const [delivery] = await store.webhooks!.due(NOW + HOUR, 1);
    await store.webhooks!.settle({ ...delivery!, state: 'delivered' });
    await saveSite(store, { ...SITE, retentionDays: 1 });
    await sweepAt(NOW + 20 * HOUR);
    expect(await store.webhooks!.deliveries('shop', { limit: 1 })).toHaveLength(1);
    await sweepAt(NOW + 26 * HOUR);
    expect(await store.webhooks!.deliveries('shop', { limit: 1 })).toEqual([]);
  });

  it('tells every stop and every order at most once, however the sweeps fall', async () => {
    const TYPES = ['page_view', 'add_to_cart', 'begin_checkout', 'remove_from_cart', 'purchase'];
    const happening = fc.record({
      type: fc.constantFrom(...TYPES),
      minute: fc.integer({ min: 0, max: 400 }),
      visitor: fc.constantFrom('v1', 'v2'),
      user: fc.constantFrom(undefined, undefined, undefined, 'u1'),
      order: fc.constantFrom('T1', 'T2'),
      lateMinutes: fc.constantFrom(0, 0, 0, 30, 90, 600),
    });
    const plan = fc.record({
      happenings: fc.array(happening, { minLength: 1, maxLength: 14 }),
      sweeps: fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 25 }),
      rebuilds: fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 2 }),
    });

    await fc.assert(
      fc.asyncProperty(plan, async ({ happenings, sweeps, rebuilds }) => {
        const world = await openStore({ since: NOW - HOUR });
        const look = (minute: number) =>
          sweep({ store: world, baseUrl: BASE_URL }, NOW + minute * MINUTE);
        const acts: { minute: number; run: () => Promise<unknown> }[] = [
          ...happenings.map(({ type, minute, visitor, user, order, lateMinutes }, index) => ({
            minute: minute + lateMinutes,
            run: () => {
              const params = {
                ...goods(10),
                ...(type === 'purchase' && { transaction_id: order }),
              };
              const at = NOW + minute * MINUTE + index;
              const touchpoint = { visitor, at, params, ...(user && { user }) };
              return world.append([
                { site: SITE, touchpoints: [stored(index + 1, type, touchpoint)] },
              ]);
            },
          })),
          ...sweeps.map((minute) => ({ minute, run: () => look(minute) })),
          ...rebuilds.map((minute) => ({ minute, run: () => world.rebuild(SITE) })),
        ].sort((a, b) => a.minute - b.minute);
        for (const { run } of acts) await run();
        await look(1100);
        const all = await told(world);
        await world.rebuild(SITE);
        await look(1101);
        expect(await told(world)).toEqual(all);

        // Both visitors may be one person by now, and no two touchpoints have the same moment: a stop is known by it.
        const key = ({ type, stoppedAt, order }: Body) =>
          type === 'cart.abandoned' || type === 'cart.resumed'
            ? `${type} ${stoppedAt}`
            : `${type} ${(order as { id: string }).id}`;
        const keys = all.map(key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const each of keys.filter((known) => known.startsWith('cart.resumed'))) {
          expect(keys).toContain(each.replace('resumed', 'abandoned'));
        }
        await world.close();
      }),
      { numRuns: 150 },
    );
  }, 90_000);
});
