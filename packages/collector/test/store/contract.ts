import type { StoredTouchpoint } from '@cartograph/journey';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored, uuid } from '../touchpoints.ts';

/** What every store must do. Each database's test file calls this once, and adds nothing else. */
export function testStore(name: string, open: () => Promise<Store>) {
  describe(`store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const add = async (...touchpoints: StoredTouchpoint[]) =>
      (await store.append([{ site: SITE, touchpoints }]))[0]!;
    const carts = (from = 0, to = NOW * 2) => store.carts(SITE.id, { from, to });
    const dump = async () => (await carts()).map((fact) => JSON.stringify(fact)).sort();
    const idsOf = async (person: string) =>
      (await store.touchpointsOf(SITE.id, person)).map(({ id }) => id).sort();

    describe('touchpoints', () => {
      it('starts empty', async () => {
        expect(await store.counts(SITE.id)).toEqual({ touchpoints: 0, journeys: 0, persons: 0 });
        expect(await carts()).toEqual([]);
      });

      it('gives back what it was given, to the last field', async () => {
        const touchpoint = stored(1, 'add_to_cart', {
          url: 'https://shop.example/p?a=1',
          referrer: 'https://search.example/',
          title: "It's “quoted” — 기타 🎸",
          device: 'mobile',
          channel: 'web',
          params: { ...goods(19.9), flag: true, nothing: null, list: [1, 'two'] },
        });
        await add(touchpoint);
        expect(await store.touchpointsOf(SITE.id, 'v:v1')).toEqual([touchpoint]);
      });

      it('counts a touchpoint sent twice as a duplicate and keeps the first copy', async () => {
        expect(await add(stored(1, 'page_view', { title: 'first' }))).toEqual({
          accepted: 1,
          duplicates: 0,
        });
        expect(
          await add(stored(1, 'page_view', { title: 'again' }), stored(2, 'page_view')),
        ).toEqual({
          accepted: 1,
          duplicates: 1,
        });
        const titles = (await store.touchpointsOf(SITE.id, 'v:v1')).map(({ title }) => title);
        expect(titles).toContain('first');
        expect(titles).not.toContain('again');
      });

      it('sees a copy within one batch, and in another write of the same commit', async () => {
        const copy = stored(1, 'page_view');
        const results = await store.append([
          { site: SITE, touchpoints: [copy, copy] },
          { site: SITE, touchpoints: [copy] },
        ]);
        expect(results).toEqual([
          { accepted: 1, duplicates: 1 },
          { accepted: 0, duplicates: 1 },
        ]);
      });

      it('keeps sites apart, be the ids the same', async () => {
        const other = { ...SITE, id: 'other' };
        await add(stored(1, 'add_to_cart', { params: goods(10) }));
        await store.append([{ site: other, touchpoints: [stored(1, 'page_view')] }]);

        expect(await store.counts('other')).toEqual({ touchpoints: 1, journeys: 1, persons: 1 });
        expect(await store.carts('other', { from: 0, to: NOW * 2 })).toEqual([]);
        expect(await carts()).toHaveLength(1);
      });

      it('streams every touchpoint of a site', async () => {
        await add(stored(1, 'page_view'), stored(2, 'page_view', { visitor: 'v2', user: 'u1' }));
        const all: string[] = [];
        for await (const { id } of store.touchpoints(SITE.id)) all.push(id);
        expect(all.sort()).toEqual([uuid(1), uuid(2)]);
      });
    });

    describe('persons', () => {
      it('joins what a visitor did before signing in to the user', async () => {
        await add(stored(1, 'page_view'));
        await add(stored(2, 'login', { user: 'u1' }));

        expect(await idsOf('u:u1')).toEqual([uuid(1), uuid(2)]);
        expect(await idsOf('v:v1')).toEqual([]);
        expect(await store.personOfTouchpoint(SITE.id, uuid(1))).toBe('u:u1');
      });

      it('joins two devices of one user into one journey', async () => {
        await add(stored(1, 'add_to_cart', { params: goods(10) }));
        await add(stored(2, 'page_view', { visitor: 'phone', at: NOW - HOUR + 1000 }));
        expect(await store.counts(SITE.id)).toMatchObject({ journeys: 2, persons: 2 });

        await add(stored(3, 'login', { user: 'u1', at: NOW - HOUR + 2000 }));
        await add(stored(4, 'login', { visitor: 'phone', user: 'u1', at: NOW - HOUR + 3000 }));
        expect(await store.counts(SITE.id)).toMatchObject({ journeys: 1, persons: 1 });
        expect((await carts()).map(({ person }) => person)).toEqual(['u:u1']);
      });

      it('gives a shared visitor to the user who signed in first, in whatever order it hears of them', async () => {
        const touchpoints = [
          stored(1, 'page_view', { at: NOW - 3 * HOUR }),
          stored(2, 'login', { user: 'first', at: NOW - 2 * HOUR }),
          stored(3, 'login', { user: 'second', at: NOW - HOUR }),
        ];
        for (const touchpoint of touchpoints.toReversed()) await add(touchpoint);

        expect(await idsOf('u:first')).toEqual([uuid(1), uuid(2)]);
        expect(await idsOf('u:second')).toEqual([uuid(3)]);
        expect(await idsOf('v:v1')).toEqual([]);
      });

      it('never takes a visitor for a user of the same name', async () => {
        await add(stored(1, 'page_view', { visitor: 'same' }));
        await add(stored(2, 'page_view', { visitor: 'v2', user: 'same' }));
        expect(await idsOf('v:same')).toEqual([uuid(1)]);
        expect(await idsOf('u:same')).toEqual([uuid(2)]);
      });

      it('takes a user without a visitor, from a till or a call centre', async () => {
        await add(stored(1, 'purchase', { visitor: '', user: 'u1', params: goods(10) }));
        await add(stored(2, 'purchase', { visitor: '', user: 'u2', params: goods(20) }));
        expect((await carts()).map(({ person }) => person).sort()).toEqual(['u:u1', 'u:u2']);
      });

      it('does not know an unknown touchpoint', async () => {
        expect(await store.personOfTouchpoint(SITE.id, uuid(99))).toBeUndefined();
      });
    });

    describe('journeys', () => {
      it('has a cart in the period it was created in: from the start, before the end', async () => {
        await add(stored(1, 'add_to_cart', { at: 1000, params: goods(10) }));
        expect(await carts(1000, 1001)).toHaveLength(1);
        expect(await carts(0, 1000)).toHaveLength(0);
        expect(await carts(1001, 2000)).toHaveLength(0);
      });

      it('knows when the first cart was', async () => {
        expect(await store.firstCartAt(SITE.id)).toBeUndefined();
        await add(stored(1, 'add_to_cart', { at: 2000, params: goods(10) }));
        await add(stored(2, 'add_to_cart', { at: 1000, visitor: 'v2', params: goods(10) }));
        await add(stored(3, 'page_view', { at: 500, visitor: 'v3' }));
        expect(await store.firstCartAt(SITE.id)).toBe(1000);
      });

      it('corrects the past when a touchpoint arrives late', async () => {
        await add(stored(2, 'begin_checkout', { at: NOW - HOUR, params: goods(10) }));
        expect((await carts())[0]?.cart?.createdAt).toBe(NOW - HOUR);

        await add(stored(1, 'add_to_cart', { at: NOW - 2 * HOUR, params: goods(10) }));
        const [fact, ...rest] = await carts();
        expect(rest).toEqual([]);
        expect(fact?.cart?.createdAt).toBe(NOW - 2 * HOUR);
      });

      it('has the same journeys however the touchpoints arrive: late, twice, one by one', async () => {
        const deliveries = histories.chain((touchpoints) =>
          fc.record({
            touchpoints: fc.constant(touchpoints),
            order: fc.shuffledSubarray([...touchpoints.keys(), ...touchpoints.keys()], {
              minLength: 2 * touchpoints.length,
            }),
            batchSize: fc.integer({ min: 1, max: 7 }),
          }),
        );
        await fc.assert(
          fc.asyncProperty(deliveries, async ({ touchpoints, order, batchSize }) => {
            const punctual = await journeysAfter([touchpoints]);
            const arrived = order.map((place) => touchpoints[place]!);
            const batches: StoredTouchpoint[][] = [];
            for (let at = 0; at < arrived.length; at += batchSize) {
              batches.push(arrived.slice(at, at + batchSize));
            }
            expect(await journeysAfter(batches)).toEqual(punctual);
          }),
          { numRuns: 150 },
        );
      });

      const journeysAfter = async (batches: readonly (readonly StoredTouchpoint[])[]) => {
        const fresh = await open();
        for (const touchpoints of batches) await fresh.append([{ site: SITE, touchpoints }]);
        const facts = await fresh.latest(SITE.id, { from: 0, limit: 1000 });
        await fresh.rebuild(SITE);
        const rebuilt = await fresh.latest(SITE.id, { from: 0, limit: 1000 });
        await fresh.close();
        const inOrder = (list: typeof facts) => list.map((fact) => JSON.stringify(fact)).sort();
        expect(inOrder(rebuilt)).toEqual(inOrder(facts));
        return inOrder(facts);
      };

      it.each([
        ['in order', ['v1', 'v2']],
        ['the other way round', ['v2', 'v1']],
      ])(
        'gives an order told by two persons to the first who placed it, told %s',
        async (_, visitors) => {
          const at = { v1: NOW - 2 * HOUR, v2: NOW - HOUR } as Record<string, number>;
          for (const [n, visitor] of visitors.entries()) {
            const params = { ...goods(10), transaction_id: 'T1' };
            await add(stored(n + 1, 'purchase', { visitor, at: at[visitor]!, params }));
          }
          expect((await carts()).map(({ person }) => person)).toEqual(['v:v1']);
        },
      );

      it('has the latest journeys first', async () => {
        await add(
          stored(1, 'page_view', { visitor: 'old', at: 1000 }),
          stored(2, 'page_view', { visitor: 'new', at: 3000 }),
          stored(3, 'page_view', { visitor: 'mid', at: 2000 }),
        );
        const latest = await store.latest(SITE.id, { from: 2000, limit: 5 });
        expect(latest.map(({ person }) => person)).toEqual(['v:new', 'v:mid']);
        expect(await store.latest(SITE.id, { from: 0, limit: 1 })).toHaveLength(1);
      });

      it('gets the same journeys back from a rebuild', async () => {
        await add(
          stored(1, 'add_to_cart', { params: goods(10) }),
          stored(2, 'login', { user: 'u1', at: NOW - HOUR + 1 }),
          stored(3, 'add_to_cart', { visitor: 'v2', params: goods(20) }),
        );
        const before = await dump();
        expect(await store.rebuild(SITE)).toBe(2);
        expect(await dump()).toEqual(before);
        expect(await idsOf('u:u1')).toEqual([uuid(1), uuid(2)]);
      });
    });

    describe('settings', () => {
      it('keeps what was put last, and lists by prefix', async () => {
        await store.put('site:b', { n: 1 });
        await store.put('site:a', { n: 2 });
        await store.put('site:b', { n: 3 });
        await store.put('sites', 'not one of them');

        expect(await store.get('site:b')).toEqual({ n: 3 });
        expect(await store.list('site:')).toEqual([
          { key: 'site:a', value: { n: 2 } },
          { key: 'site:b', value: { n: 3 } },
        ]);
      });

      it('removes once', async () => {
        await store.put('key', true);
        expect(await store.remove('key')).toBe(true);
        expect(await store.remove('key')).toBe(false);
        expect(await store.get('key')).toBeUndefined();
      });
    });

    it('can be closed twice', async () => {
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
}

/** Two devices and two people who share them, sign in at any time, and tell of the same few orders. */
const histories: fc.Arbitrary<StoredTouchpoint[]> = fc
  .array(
    fc.record({
      visitor: fc.constantFrom('phone', 'desk'),
      user: fc.option(fc.constantFrom('ann', 'bob'), { nil: undefined, freq: 3 }),
      minute: fc.integer({ min: 0, max: 3 * 24 * 60 }),
      type: fc.constantFrom('page_view', 'add_to_cart', 'begin_checkout', 'purchase', 'refund'),
      transaction_id: fc.constantFrom('T1', 'T2'),
    }),
    { maxLength: 14 },
  )
  .map((events) =>
    events.map(({ visitor, user, minute, type, transaction_id }, n) =>
      stored(n, type, {
        visitor,
        ...(user && { user }),
        at: NOW - 100 * HOUR + minute * 60_000,
        params: type === 'page_view' ? {} : { ...goods(10, `G${n % 3}`), transaction_id },
      }),
    ),
  );
