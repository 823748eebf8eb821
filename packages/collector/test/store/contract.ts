import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Arrival, ReceivedTouchpoint, Store } from '../../src/store/store.ts';
import type { WebhookEvent } from '../../src/webhooks/webhook.ts';
import { goods, HOUR, NOW, SITE, stored, uuid } from '../touchpoints.ts';
import { testRefolding } from './refoldingContract.ts';
import { testWebhooks } from './webhookContract.ts';

/**
 * What every store must do. Each database's test file calls this once, and adds nothing else.
 *
 * @param share How much of its tries a property gets, where a store takes its time to open and to write.
 */
export function testStore(name: string, open: () => Promise<Store>, { share = 1 } = {}) {
  // A property is tried on a hundred stores, which takes a while on a busy machine.
  describe(`store: ${name}`, { timeout: 90_000 }, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const add = async (...touchpoints: ReceivedTouchpoint[]) =>
      (await store.append([{ site: SITE, touchpoints }]))[0]!;
    const carts = (from = 0, to = NOW * 2) => store.carts(SITE.id, { from, to });
    const dump = async () => (await carts()).map((fact) => JSON.stringify(fact)).sort();
    /** All that reports are made of. */
    const world = async (from: Store) => ({
      journeys: (await from.latest(SITE.id, { from: 0, limit: 1000 }))
        .map((fact) => JSON.stringify(fact))
        .sort(),
      quarantine: (await from.quarantined(SITE.id, { limit: 1000 }))
        .map((held) => JSON.stringify(held))
        .sort(),
      deliveries: await from.deliveries(SITE.id, { from: 0, to: NOW * 2, settledBefore: NOW }),
    });
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
          country: 'KR',
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

      it('leaves nothing of a visitor who signs in within the same commit', async () => {
        await store.append([
          { site: SITE, touchpoints: [stored(1, 'add_to_cart', { params: goods(10) })] },
          { site: SITE, touchpoints: [stored(2, 'login', { user: 'u1' })] },
        ]);
        expect((await carts()).map(({ person }) => person)).toEqual(['u:u1']);
        expect(await store.counts(SITE.id)).toMatchObject({ journeys: 1, persons: 1 });
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

      it('counts those that began in a period, also after they were folded anew', async () => {
        await add(stored(1, 'page_view', { at: 1000 }));
        await add(stored(2, 'page_view', { at: 2000, visitor: 'v2' }));
        await add(stored(3, 'page_view', { at: 2500, visitor: 'v2' }));
        const begun = (from: number, to: number) => store.journeysBegun(SITE.id, { from, to });
        expect(await begun(0, 5000)).toBe(2);
        expect(await begun(1000, 2000)).toBe(1);
        expect(await begun(2001, 5000)).toBe(0);
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
            const batches: ReceivedTouchpoint[][] = [];
            for (let at = 0; at < arrived.length; at += batchSize) {
              batches.push(arrived.slice(at, at + batchSize));
            }
            expect(await journeysAfter(batches)).toEqual(punctual);
          }),
          { numRuns: Math.ceil(100 * share) },
        );
      });

      const journeysAfter = async (batches: readonly (readonly ReceivedTouchpoint[])[]) => {
        const fresh = await open();
        for (const touchpoints of batches) await fresh.append([{ site: SITE, touchpoints }]);
        const first = await world(fresh);
        await fresh.rebuild(SITE);
        expect(await world(fresh)).toEqual(first);
        await fresh.close();
        return { journeys: first.journeys, quarantine: first.quarantine };
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

    describe('identities', () => {
      const login = (n: number, visitor: string, user: string, hoursAgo: number) =>
        stored(n, 'login', { visitor, user, at: NOW - hoursAgo * HOUR });

      it.each([
        ['said twice', [login(1, 'v1', 'u1', 5), login(2, 'v1', 'u1', 4)]],
        [
          'crosswise',
          [
            login(1, 'v1', 'u1', 5),
            login(2, 'v2', 'u2', 4),
            login(3, 'v1', 'u2', 3),
            login(4, 'v2', 'u1', 2),
          ],
        ],
        ['in a circle of names', [login(1, 'a', 'b', 5), login(2, 'b', 'a', 4)]],
        ['with oneself', [login(1, 'same', 'same', 5)]],
        ['with somebody’s key', [login(1, 'v1', 'v:v2', 5), login(2, 'v2', 'u:v1', 4)]],
      ])('joined %s do no harm, in either order', async (_, logins) => {
        const looks = ['v1', 'v2', 'a', 'b', 'same'].map((visitor, n) =>
          stored(20 + n, 'add_to_cart', { visitor, at: NOW - HOUR, params: goods(10) }),
        );
        const all = [...looks, ...logins, ...logins.toReversed()];
        const other = await open();
        for (const touchpoint of all) await add(touchpoint);
        for (const touchpoint of all.toReversed()) {
          await other.append([{ site: SITE, touchpoints: [touchpoint] }]);
        }
        const joined = await world(store);
        expect(await world(other)).toEqual(joined);
        await other.close();

        const persons = joined.journeys.map((fact) => JSON.parse(fact).person as string);
        const ids = await Promise.all([...new Set(persons)].map(idsOf));
        expect(ids.flat().sort()).toEqual([...new Set(all.map(({ id }) => id))].sort());
      });
    });

    describe('orders', () => {
      const order = (n: number, rest: Partial<ReceivedTouchpoint> = {}) =>
        stored(n, 'purchase', { params: { ...goods(10), transaction_id: 'T1' }, ...rest });
      const confirmed = (n: number, rest: Partial<ReceivedTouchpoint> = {}) =>
        order(n, { visitor: 'order:T1', confirmed: true, at: NOW - HOUR + 9000, ...rest });
      const told = async () =>
        (await carts()).map(({ person, cart }) => ({
          person,
          confirmed: cart?.order?.confirmed,
          refunded: cart?.order?.refunded,
        }));

      it.each([
        ['nobody', {}],
        ['another person', { visitor: '', user: 'u9' }],
        ['an earlier time', { at: NOW - 5 * HOUR }],
      ])('belong to the browser that told of them when the server names %s', async (_, rest) => {
        await add(order(1), stored(2, 'page_view'));
        await add(confirmed(3, rest));
        expect(await told()).toEqual([{ person: 'v:v1', confirmed: true, refunded: 0 }]);
        expect(await store.counts(SITE.id)).toMatchObject({ persons: 1 });
        expect(await store.personOfTouchpoint(SITE.id, uuid(3))).toBe('v:v1');
        expect(await idsOf('v:v1')).toEqual([uuid(1), uuid(2), uuid(3)]);
      });

      it('stay with the person that the server names when no browser tells of them', async () => {
        await add(confirmed(1, { visitor: '', user: 'u9' }));
        expect(await told()).toEqual([{ person: 'u:u9', confirmed: true, refunded: 0 }]);
      });

      it('stand alone when nobody is named, until a browser tells of them', async () => {
        await add(confirmed(1));
        expect(await told()).toEqual([{ person: 'v:order:T1', confirmed: true, refunded: 0 }]);
        await add(order(2, { at: NOW }));
        expect(await told()).toEqual([{ person: 'v:v1', confirmed: true, refunded: 0 }]);
      });

      it('are refunded by a server that names nobody', async () => {
        await add(order(1));
        const params = { transaction_id: 'T1', value: 4, currency: 'EUR' };
        await add(stored(2, 'refund', { visitor: 'order:T1', at: NOW, confirmed: true, params }));
        expect(await told()).toEqual([{ person: 'v:v1', confirmed: false, refunded: 400 }]);
      });

      it('are not refunded by another browser', async () => {
        await add(order(1));
        await add(stored(2, 'refund', { visitor: 'v2', params: { transaction_id: 'T1' } }));
        expect((await told())[0]).toMatchObject({ person: 'v:v1', refunded: 0 });
      });

      it('are found by the time they were placed', async () => {
        await add(
          stored(1, 'add_to_cart', { at: 1000, params: goods(10) }),
          order(2, { at: 5000 }),
        );
        expect(await store.orders(SITE.id, { from: 5000, to: 5001 })).toHaveLength(1);
        expect(await store.orders(SITE.id, { from: 1000, to: 5000 })).toEqual([]);
      });
    });

    describe('quarantine', () => {
      const bot = { browser: 'Chrome 126', suspicion: 'bot' } as const;
      const human = { browser: 'Chrome 126', suspicion: '' } as const;
      const cart = (n: number, rest: Partial<ReceivedTouchpoint> = {}) =>
        stored(n, 'add_to_cart', { params: goods(10), ...rest });

      it('keeps what is odd, and counts it nowhere', async () => {
        expect(await add(cart(1, bot))).toEqual({ accepted: 1, duplicates: 0 });
        expect(await carts()).toEqual([]);
        expect(await idsOf('v:v1')).toEqual([]);
        expect(await store.counts(SITE.id)).toEqual({ touchpoints: 1, journeys: 0, persons: 0 });
        expect(await store.quarantineCounts(SITE.id)).toEqual([
          { reason: 'bot', touchpoints: 1, visitors: 1 },
        ]);
        expect(await store.quarantined(SITE.id, { limit: 9 })).toMatchObject([
          { visitor: 'v1', person: 'v:v1', reason: 'bot', touchpoints: 1 },
        ]);
        expect(await store.quarantined(SITE.id, { reason: 'speed', limit: 9 })).toEqual([]);
      });

      it('is no export: what is in it would count where it is read in', async () => {
        await add(cart(1, bot), cart(2, human));
        const all: string[] = [];
        for await (const { id } of store.touchpoints(SITE.id)) all.push(id);
        expect(all).toEqual([uuid(2)]);
      });

      it('lets an order out when the page view comes in', async () => {
        const params = { ...goods(10), transaction_id: 'T1' };
        await add(stored(1, 'purchase', { ...human, params }));
        expect(await carts()).toEqual([]);
        await add(stored(2, 'page_view', { ...human, at: NOW - HOUR - 1 }));
        expect(await carts()).toHaveLength(1);
        expect(await store.quarantineCounts(SITE.id)).toEqual([]);
      });

      it('takes no order away from a shopper', async () => {
        const params = { ...goods(10), transaction_id: 'T1' };
        await add(
          stored(1, 'purchase', { visitor: 'bot', ...bot, params, at: NOW - 3 * HOUR }),
          stored(2, 'page_view', human),
          stored(3, 'purchase', { ...human, params }),
        );
        expect((await carts()).map(({ person }) => person)).toEqual(['v:v1']);

        await store.decide(SITE, 'bot', { verdict: 'released', at: NOW });
        expect((await carts()).map(({ person }) => person)).toEqual(['v:bot']);
        await store.decide(SITE, 'bot', { verdict: undefined, at: NOW });
        expect((await carts()).map(({ person }) => person)).toEqual(['v:v1']);
      });

      it('is left and entered as somebody decides, and rebuilt the same', async () => {
        await add(cart(1, bot), cart(2, { visitor: 'v2', ...human }));
        const before = await world(store);

        expect(await store.decide(SITE, 'v1', { verdict: 'released', at: NOW })).toBe(true);
        expect(await store.decide(SITE, 'v2', { verdict: 'held', at: NOW })).toBe(true);
        expect((await carts()).map(({ person }) => person)).toEqual(['v:v1']);
        expect(await store.verdicts(SITE.id)).toHaveLength(2);
        const decided = await world(store);
        await store.rebuild(SITE);
        expect(await world(store)).toEqual(decided);

        await store.decide(SITE, 'v1', { verdict: undefined, at: NOW });
        await store.decide(SITE, 'v2', { verdict: undefined, at: NOW });
        expect(await world(store)).toEqual(before);
        expect(await store.verdicts(SITE.id)).toEqual([]);
      });

      it('knows nothing of a visitor that never came', async () => {
        expect(await store.decide(SITE, 'nobody', { verdict: 'held', at: NOW })).toBe(false);
        expect(await store.verdicts(SITE.id)).toEqual([]);
      });

      it('follows a visitor that signs in', async () => {
        await add(cart(1, bot));
        await add(stored(2, 'login', { user: 'u1', ...human }));
        expect(await store.quarantined(SITE.id, { limit: 9 })).toMatchObject([
          { person: 'u:u1', visitor: 'v1', reason: 'bot' },
        ]);
      });
    });

    describe('facts that were read before', () => {
      const read = async (from: Store) => {
        const range = { from: NOW - 40 * 24 * HOUR, to: NOW + HOUR };
        const kinds = ['carts', 'orders', 'journeys', 'stages', 'trails'] as const;
        const facts = await Promise.all(kinds.map((kind) => from[kind](SITE.id, range)));
        const persons = ['u:ann', 'u:bob', 'v:phone', 'v:desk', 'v:order:T1'];
        const past = persons.map((person) => ({ person }));
        return [
          ...facts.map((each) => each.map((fact) => JSON.stringify(fact)).sort()),
          await from.journeysAt(SITE, past, NOW - 60 * HOUR),
        ];
      };

      it('are what they would be when read for the first time, whatever came since', async () => {
        await fc.assert(
          fc.asyncProperty(histories, async (touchpoints) => {
            const [often, once] = [await open(), await open()];
            for (const touchpoint of touchpoints) {
              await often.append([{ site: SITE, touchpoints: [touchpoint] }]);
              await read(often);
            }
            await once.append([{ site: SITE, touchpoints }]);
            expect(await read(often)).toEqual(await read(once));
            await often.forget(SITE, 'u:ann');
            await once.forget(SITE, 'u:ann');
            expect(await read(often)).toEqual(await read(once));
            await often.close();
            await once.close();
          }),
          { numRuns: Math.ceil(60 * share) },
        );
      });
    });

    describe('journeys in the past', () => {
      it('know what happened until then, and nothing of what is taken for never told', async () => {
        await add(
          stored(1, 'add_to_cart', { at: NOW - 3 * HOUR, params: goods(10) }),
          stored(2, 'purchase', { at: NOW - 2 * HOUR, params: goods(10) }),
          stored(3, 'page_view', { at: NOW - HOUR }),
        );
        const at = async (asOf: number, without: string[] = []) =>
          (await store.journeysAt(SITE, [{ person: 'v:v1', without }], asOf))[0]!.map(
            ({ journey, purchases }) => [journey.touchpoints, !!journey.cart?.order, purchases],
          );
        expect(await at(NOW - 3 * HOUR)).toEqual([[1, false, []]]);
        expect(await at(NOW - 2 * HOUR)).toEqual([[2, true, [uuid(2)]]]);
        expect(await at(NOW, [uuid(2)])).toEqual([[2, false, []]]);
        expect(await at(NOW - 4 * HOUR)).toEqual([]);
      });
    });

    it('has journeys in the past of many persons, each in the place they were asked for', async () => {
      const visitors = Array.from({ length: 700 }, (_, n) => `v${n}`);
      await add(...visitors.map((visitor, n) => stored(n + 1, 'page_view', { visitor })));
      const asked = [...visitors, 'nobody'].map((visitor) => ({ person: `v:${visitor}` }));
      const [second, ...others] = asked.toReversed();
      const past = await store.journeysAt(SITE, [others[0]!, second!, ...others.slice(1)], NOW);
      const ids = past.map((journeys) => journeys.map(({ journey }) => journey.id));
      const last = visitors.map((_, n) => [uuid(n + 1)]).toReversed();
      expect(ids).toEqual([last[0], [], ...last.slice(1)]);
      const without = [uuid(1)];
      const [none, one] = await store.journeysAt(
        SITE,
        [
          { person: 'v:v0', without },
          { person: 'v:v1', without },
        ],
        NOW,
      );
      expect([none, one?.length]).toEqual([[], 1]);
    });

    describe('late arrivals', () => {
      const late = (receivedFrom = 0) => store.late(SITE.id, { from: 0, to: NOW, receivedFrom });

      it('are what arrived an hour or more after it happened', async () => {
        const at = NOW - 10 * HOUR;
        await add(
          stored(1, 'page_view', { at, receivedAt: at + HOUR }),
          stored(2, 'page_view', { at: at + 60_000, receivedAt: at + HOUR + 60_000 }),
          stored(3, 'page_view', { at, receivedAt: at + 5 * HOUR }),
          stored(4, 'page_view', { at, receivedAt: at + HOUR - 1 }),
        );
        expect((await late()).sort((a, b) => a.receivedAt - b.receivedAt)).toEqual([
          { at, receivedAt: at + HOUR + 60_000, touchpoints: 2 },
          { at, receivedAt: at + 5 * HOUR, touchpoints: 1 },
        ]);
        expect(await late(at + 2 * HOUR)).toHaveLength(1);
      });

      it('begin with the first that ever came', async () => {
        expect(await store.firstReceivedAt(SITE.id)).toBeUndefined();
        await add(stored(1, 'page_view', { at: NOW - HOUR, receivedAt: NOW - 5 }));
        await add(stored(2, 'page_view', { at: NOW - 9 * HOUR, receivedAt: NOW }));
        expect(await store.firstReceivedAt(SITE.id)).toBe(NOW - 5);
        expect(await store.firstReceivedAt('another')).toBeUndefined();
      });

      it('are none of what is held', async () => {
        await add(stored(1, 'page_view', { at: NOW - 9 * HOUR, receivedAt: NOW }));
        await store.decide(SITE, 'v1', { verdict: 'held', at: NOW });
        expect(await late()).toEqual([]);
      });
    });

    describe('deliveries', () => {
      const from = (n: number, rest: Partial<ReceivedTouchpoint> = {}, tab = 'aaaaaaaaaaaa') =>
        stored(n, 'page_view', {
          id: `0192f8a0-0000-7${n.toString(16).padStart(3, '0')}-8000-${tab}`,
          browser: 'Chrome 126',
          suspicion: '',
          at: NOW - HOUR,
          receivedAt: NOW - HOUR,
          ...rest,
        });
      const deliveries = (settledBefore = NOW) =>
        store.deliveries(SITE.id, { from: 0, to: NOW * 2, settledBefore });

      it('counts page loads, what came of them, late, twice, and what is missing', async () => {
        await add(from(1), from(2), from(5, { receivedAt: NOW }));
        await add(from(1), from(1, {}, 'bbbbbbbbbbbb'));
        expect(await deliveries()).toEqual([
          {
            browser: 'Chrome 126',
            at: NOW - HOUR,
            pageLoads: 2,
            delivered: 4,
            late: 1,
            doubled: 1,
            lost: 2,
            awaited: 0,
          },
        ]);
        expect((await deliveries(0))[0]).toMatchObject({ lost: 0, awaited: 2 });
      });

      it('says nothing of servers, crawlers and files', async () => {
        await add(from(1, { suspicion: 'bot' }), stored(2, 'page_view'));
        expect(await deliveries()).toEqual([]);
      });

      it('forgets who is held', async () => {
        await add(from(1));
        await store.decide(SITE, 'v1', { verdict: 'held', at: NOW });
        expect(await deliveries()).toEqual([]);
      });
    });

    describe('privacy', () => {
      it('finds a person by user, visitor, order, touchpoint and key', async () => {
        const params = { ...goods(10), transaction_id: 'T1' };
        await add(
          stored(1, 'page_view'),
          stored(2, 'login', { user: 'u1', at: NOW }),
          stored(3, 'purchase', { visitor: 'v2', params }),
        );
        for (const name of ['u1', 'v1', uuid(1), 'u:u1']) {
          expect(await store.personsNamed(SITE.id, name)).toEqual(['u:u1']);
        }
        for (const name of ['v2', 'T1', 'v:v2']) {
          expect(await store.personsNamed(SITE.id, name)).toEqual(['v:v2']);
        }
        for (const name of ['nobody', 'v:v1', '', '%']) {
          expect(await store.personsNamed(SITE.id, name)).toEqual([]);
        }
      });

      it('finds the browser that told of an order, not the server that confirmed it', async () => {
        const params = { ...goods(10), transaction_id: 'T1' };
        await add(stored(1, 'purchase', { params }));
        await add(stored(2, 'purchase', { visitor: 'order:T1', confirmed: true, params }));
        expect(await store.personsNamed(SITE.id, 'T1')).toEqual(['v:v1']);
        expect(await store.personsNamed(SITE.id, uuid(2))).toEqual(['v:v1']);
        expect((await store.everythingOf(SITE, 'v:v1')).touchpoints).toHaveLength(2);
      });

      it('gives out everything that is kept, what is in quarantine too', async () => {
        await add(
          stored(1, 'add_to_cart', { browser: 'Chrome 126', suspicion: 'bot', params: goods(1) }),
          stored(2, 'login', { user: 'u1', at: NOW }),
        );
        await store.decide(SITE, 'v1', { verdict: 'held', at: NOW });
        const kept = await store.everythingOf(SITE, 'u:u1');
        expect(kept.visitors).toEqual(['v1']);
        expect(kept.touchpoints.map(({ quarantine }) => quarantine)).toEqual(['held', 'held']);
        expect(kept.verdicts).toMatchObject([{ visitor: 'v1', verdict: 'held' }]);
      });

      it('gives out what others were told of a person, and forgets that, too', async () => {
        await add(stored(1, 'add_to_cart', { params: goods(10) }));
        const event: WebhookEvent = {
          ...{ site: SITE.id, id: 'evt_1', type: 'cart.abandoned' as const, journey: uuid(1) },
          ...{ person: 'v:v1', visitor: 'v1', at: NOW, stopAt: NOW, detectedAt: NOW, body: '{}' },
        };
        const { webhooks } = store;
        // A store without webhooks has told nobody.
        await webhooks?.add([{ ...event, webhooks: [] }]);
        await webhooks?.addOutcome(SITE.id, { event: 'evt_1', outcome: 'mailed', at: NOW });
        const { events } = await store.everythingOf(SITE, 'v:v1');
        const outcomes = [{ outcome: 'mailed', at: NOW }];
        expect(events).toEqual(webhooks ? [{ ...event, outcomes }] : []);
        await store.forget(SITE, 'v:v1');
        expect((await store.everythingOf(SITE, 'v:v1')).events).toEqual([]);
      });

      it('forgets a person as if they had never been', async () => {
        const persons = ['u:ann', 'u:bob', 'v:phone', 'v:desk', 'v:order:T1'];
        await fc.assert(
          fc.asyncProperty(histories, fc.constantFrom(...persons), async (touchpoints, person) => {
            const [real, without] = [await open(), await open()];
            await real.append([{ site: SITE, touchpoints }]);
            const kept = await real.everythingOf(SITE, person);
            const theirs = new Set(kept.touchpoints.map(({ id }) => id));
            const others = touchpoints.filter(({ id }) => !theirs.has(id));
            await without.append([{ site: SITE, touchpoints: others }]);

            expect(await real.forget(SITE, person)).toBe(theirs.size);
            expect(await world(real)).toEqual(await world(without));
            expect((await real.everythingOf(SITE, person)).touchpoints).toEqual([]);
            expect((await real.counts(SITE.id)).touchpoints).toBe(others.length);
            await real.rebuild(SITE);
            expect(await world(real)).toEqual(await world(without));
            await real.close();
            await without.close();
          }),
          { numRuns: Math.ceil(60 * share) },
        );
      });

      it('forgets the decision about a visitor with them', async () => {
        await add(stored(1, 'page_view'));
        await store.decide(SITE, 'v1', { verdict: 'held', at: NOW });
        await store.forget(SITE, 'v:v1');
        expect(await store.verdicts(SITE.id)).toEqual([]);
        expect(await store.quarantineCounts(SITE.id)).toEqual([]);
      });

      it('removes what is too old as if it had never been', async () => {
        const moments = fc.integer({ min: NOW - 101 * HOUR, max: NOW });
        await fc.assert(
          fc.asyncProperty(histories, moments, async (touchpoints, before) => {
            const [real, without] = [await open(), await open()];
            await real.append([{ site: SITE, touchpoints }]);
            const younger = touchpoints.filter(({ at }) => at >= before);
            await without.append([{ site: SITE, touchpoints: younger }]);

            const { removed, next } = await real.purge(SITE, { before, after: 0 });
            expect(removed).toBe(touchpoints.length - younger.length);
            expect(next).toBeUndefined();
            expect(await world(real)).toEqual(await world(without));
            await real.close();
            await without.close();
          }),
          { numRuns: Math.ceil(100 * share) },
        );
      });
    });

    describe('moving', () => {
      const at = (n: number, rest: Partial<ReceivedTouchpoint> = {}) =>
        stored(n, 'page_view', { browser: 'Chrome 126', suspicion: '', ...rest });
      const allOf = async (from: Store, limit: number, receivedFrom?: number) => {
        const all: Arrival[] = [];
        for (let after: string | undefined; ; ) {
          const page = await from.arrivals(SITE.id, { after, receivedFrom, limit });
          if (page.arrivals.length === 0) return all;
          expect(page.arrivals.length).toBeLessThanOrEqual(limit);
          all.push(...page.arrivals);
          after = page.place;
        }
      };

      it('goes on from no place that it never gave', async () => {
        const page = { after: 'somewhere', limit: 1 };
        await expect(store.arrivals(SITE.id, page)).rejects.toThrow('Expected `after` to be');
      });

      it('gives out all that arrived, in that order, with what is known of its delivery', async () => {
        const touchpoints = [
          at(3, { device: 'mobile', params: { flag: true } }),
          at(1, { receivedAt: NOW + 1, suspicion: 'bot', user: 'u1' }),
          stored(2, 'purchase', { receivedAt: NOW + 2, confirmed: true, params: goods(10) }),
        ];
        for (const each of touchpoints) await add(each);
        await add(at(3));
        const expected = [1, 0, 0].map((copies, n) => ({ ...touchpoints[n], copies }));
        expect(await allOf(store, 1)).toEqual(expected);
        expect(await allOf(store, 100)).toEqual(expected);
        expect(await allOf(store, 2, NOW + 1)).toEqual(expected.slice(1));
      });

      it('makes another store of it with the same in every report, however often and in whatever parts', async () => {
        const other = await open();
        await add(at(1), at(2, { visitor: 'v2', suspicion: 'bot' }), at(3, { user: 'u1' }));
        await add(at(1), stored(4, 'add_to_cart', { visitor: 'till', params: goods(7) }));
        const all = await allOf(store, 100);
        expect(await other.restore(SITE, all.slice(0, 3))).toEqual({ accepted: 3, duplicates: 0 });
        expect(await other.restore(SITE, all)).toEqual({ accepted: 1, duplicates: 3 });
        await other.restore(SITE, all.slice(2));
        expect(await world(other)).toEqual(await world(store));
        expect(await allOf(other, 100)).toEqual(all);
        await other.close();
      });

      it('keeps of what came to both what came first, and counts the other as a copy', async () => {
        const late = { receivedAt: NOW + 9 };
        await add(at(1, { ...late, browser: 'Safari 17' }), at(2, { ...late, suspicion: 'time' }));
        await store.restore(SITE, [
          { ...at(1), copies: 2 },
          { ...at(2), copies: 0 },
        ]);
        // What is odd is no copy that a browser is asked about.
        const kept = [
          { ...at(1), copies: 3 },
          { ...at(2), copies: 0 },
        ];
        expect(await allOf(store, 9)).toEqual(kept);
        expect((await world(store)).deliveries).toMatchObject([{ delivered: 2, doubled: 3 }]);
        expect((await world(store)).quarantine).toEqual([]);

        await store.restore(SITE, [{ ...at(1), copies: 1 }]);
        await store.restore(SITE, [{ ...at(1, { receivedAt: NOW + 1 }), copies: 8 }]);
        expect(await allOf(store, 9)).toEqual(kept);
      });

      it('hears of copies that came since', async () => {
        await store.restore(SITE, [{ ...at(1), copies: 0 }]);
        await store.restore(SITE, [{ ...at(1), copies: 2 }]);
        expect((await world(store)).deliveries).toMatchObject([{ delivered: 1, doubled: 2 }]);
      });
    });

    testRefolding(() => store);
    testWebhooks(() => store);

    describe('the audit log', () => {
      it('says who did what, the latest first, of one site or of all', async () => {
        const first = { at: 1, actor: 'token abc', action: 'person.forget', site: 'shop' };
        await store.audit({ ...first, detail: { touchpoints: 3 } });
        await store.audit({ at: 2, actor: 'command line', action: 'token.add' });
        expect(await store.auditLog({ limit: 9 })).toEqual([
          { id: 2, at: 2, actor: 'command line', action: 'token.add' },
          { id: 1, ...first, detail: { touchpoints: 3 } },
        ]);
        expect(await store.auditLog({ site: 'shop', limit: 9 })).toHaveLength(1);
        expect(await store.auditLog({ limit: 1 })).toHaveLength(1);
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

/**
 * Two devices and two people who share them, sign in at any time, and tell of the same few orders; a
 * server that has its say about them; a crawler among the browsers.
 */
export const histories: fc.Arbitrary<ReceivedTouchpoint[]> = fc
  .array(
    fc.record({
      visitor: fc.constantFrom('phone', 'desk', 'order:T1'),
      user: fc.option(fc.constantFrom('ann', 'bob'), { nil: undefined, freq: 3 }),
      minute: fc.integer({ min: 0, max: 3 * 24 * 60 }),
      type: fc.constantFrom('page_view', 'add_to_cart', 'begin_checkout', 'purchase', 'refund'),
      transaction_id: fc.constantFrom('T1', 'T2'),
      tab: fc.constantFrom('aaaaaaaaaaaa', 'bbbbbbbbbbbb'),
      sender: fc.constantFrom('browser', 'browser', 'crawler', 'server', 'file'),
    }),
    { maxLength: 14 },
  )
  .map((events) =>
    events.map(({ visitor, user, minute, type, transaction_id, tab, sender }, n) =>
      stored(n, type, {
        id: `0192f8a0-0000-7${(n + 1).toString(16).padStart(3, '0')}-8000-${tab}`,
        visitor,
        ...(user && { user }),
        at: NOW - 100 * HOUR + minute * 60_000,
        params: type === 'page_view' ? {} : { ...goods(10, `G${n % 3}`), transaction_id },
        ...(sender === 'server' && { confirmed: true }),
        ...(sender === 'browser' && { browser: 'Chrome 126', suspicion: '' }),
        ...(sender === 'crawler' && { browser: 'Chrome 126', suspicion: 'bot' }),
      }),
    ),
  );
