import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { grant, granted, revoke } from '../../../src/security/access.ts';
import { type ReceivedTouchpoint, type Store, StoreError } from '../../../src/store/store.ts';
import { goods, NOW, SITE, stored } from '../../touchpoints.ts';
import { histories } from '../contract.ts';
import { atOnce } from './atOnce.ts';
import { hasEngine, startEngine } from './engine.ts';
import { mortalDriver } from './mortalDriver.ts';

const engine = startEngine();
afterAll(engine.stop);

const RANGE = { from: 0, to: NOW * 2 };

/** All that reports are made of. */
async function world(store: Store) {
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    trails: sorted(await store.trails(SITE.id, RANGE)),
    stages: sorted(await store.stages(SITE.id, RANGE)),
    orders: sorted(await store.orders(SITE.id, RANGE)),
    quarantine: sorted(await store.quarantined(SITE.id, { limit: 1000 })),
    deliveries: await store.deliveries(SITE.id, { ...RANGE, settledBefore: NOW }),
    counts: await store.counts(SITE.id),
  };
}

describe.skipIf(!hasEngine)('several collectors on one ClickHouse', { timeout: 90_000 }, () => {
  const append = async (store: Store, touchpoints: readonly ReceivedTouchpoint[]) =>
    (await store.append([{ site: SITE, touchpoints }]))[0]!;

  /** What collectors do at once, in an order that the scheduler chooses, and what they make of it. */
  const atOnceOn = async <T>(
    scheduler: fc.Scheduler,
    works: readonly ((store: Store) => Promise<T>)[],
    check: (store: Store, results: T[]) => Promise<void>,
    before: (store: Store) => Promise<unknown> = async () => {},
  ): Promise<void> => {
    const turns = atOnce(scheduler);
    const { stores, close } = await engine.openSeveral(works.length, turns.wrap);
    await before(stores[0]!);
    const results = await turns.run(works.map((work, n) => () => work(stores[n]!)));
    await check(stores[0]!, results);
    close();
  };

  const isAsRebuilt = async (store: Store): Promise<void> => {
    const found = await world(store);
    await store.rebuild(SITE);
    expect(found).toEqual(await world(store));
  };

  it('come to the same journeys as a rebuild, whoever runs when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), histories, histories, async (scheduler, one, two) => {
        const mine = one.map((each) => ({ ...each, id: each.id.replace(/^0192/, '0193') }));
        await atOnceOn(
          scheduler,
          [mine, two].map((touchpoints) => async (store: Store) => {
            const half = touchpoints.length >> 1;
            await append(store, touchpoints.slice(0, half));
            return append(store, touchpoints.slice(half));
          }),
          isAsRebuilt,
        );
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('count what both are told at once once, in every report', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), histories, async (scheduler, touchpoints) => {
        const later = touchpoints.map((each) => ({ ...each, receivedAt: each.receivedAt + 5 }));
        await atOnceOn(
          scheduler,
          [touchpoints, later].map((told) => (store: Store) => append(store, told)),
          async (store, results) => {
            expect((await store.counts(SITE.id)).touchpoints).toBe(touchpoints.length);
            for (const { accepted, duplicates } of results) {
              expect(accepted + duplicates).toBe(touchpoints.length);
            }
            const alone = await engine.open();
            await append(alone, touchpoints);
            const { deliveries: _, ...found } = await world(store);
            expect(await world(alone)).toMatchObject(found);
            await alone.close();
          },
        );
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('come to the same when one forgets, purges or decides meanwhile', async () => {
    const deeds = fc.constantFrom<(store: Store) => Promise<unknown>>(
      (store) => store.forget(SITE, 'u:ann'),
      (store) => store.forget(SITE, 'v:phone'),
      (store) => store.purge(SITE, { before: NOW - 60 * 60 * 60 * 1000, after: 0 }),
      (store) => store.decide(SITE, 'desk', { verdict: 'held', at: NOW }),
      (store) => store.rebuild(SITE),
    );
    await fc.assert(
      fc.asyncProperty(
        ...([fc.scheduler(), histories, histories, deeds] as const),
        async (scheduler, before, touchpoints, deed) => {
          const more = touchpoints.map((each) => ({
            ...each,
            id: each.id.replace(/^0192/, '0193'),
          }));
          await atOnceOn<unknown>(
            scheduler,
            [(store) => append(store, more), deed],
            isAsRebuilt,
            (store) => append(store, before),
          );
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('lose nothing of one that dies at any statement, once its batch is sent again', async () => {
    const deaths = fc.integer({ min: 0, max: 12 });
    await fc.assert(
      fc.asyncProperty(histories, histories, deaths, async (before, touchpoints, survived) => {
        const { mortal, dieAfter } = mortalDriver();
        const { stores, close } = await engine.openSeveral(2, (driver, n) =>
          n === 0 ? mortal(driver) : driver,
        );
        const more = touchpoints.map((each) => ({ ...each, id: each.id.replace(/^0192/, '0193') }));
        await append(stores[1]!, before);
        dieAfter(survived);
        const died = await append(stores[0]!, more).catch((error: unknown) => error);
        if (died instanceof StoreError) await append(stores[1]!, more);
        expect((await stores[1]!.counts(SITE.id)).touchpoints).toBe(before.length + more.length);
        await isAsRebuilt(stores[1]!);
        close();
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('let a login code in once, however many it is shown to at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        let secret = '';
        await atOnceOn(
          scheduler,
          [0, 1, 2].map(() => (store: Store) => revoke(store, 'login', { secret, now: NOW })),
          async (store, grants) => {
            expect(grants.filter(Boolean)).toEqual([{ scope: 'admin' }]);
            expect(await granted(store, 'login', { secret, now: NOW })).toBeUndefined();
          },
          async (store) => {
            secret = await grant(store, 'login', { scope: 'admin' });
          },
        );
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('bring nobody back who was forgotten while they were folded', async () => {
    let isForgotten = async () => {};
    const { stores, close } = await engine.openSeveral(2, (driver, n) => ({
      ...driver,
      insert: async (table, rows, token) => {
        if (n === 0 && table === 'folds') await isForgotten();
        await driver.insert(table, rows, token);
      },
    }));
    const [slow, other] = stores as [Store, Store];
    await append(other, [stored(1, 'add_to_cart', { params: goods(10) })]);
    isForgotten = async () => {
      expect(await other.forget(SITE, 'v:v1')).toBe(2);
    };
    await append(slow, [stored(2, 'begin_checkout', { params: goods(10) })]);
    expect(await world(other)).toMatchObject({ trails: [], counts: { touchpoints: 0 } });
    close();
  });

  it('read at once what another put', async () => {
    const { stores, close } = await engine.openSeveral(2, (driver) => driver);
    const [one, two] = stores as [Store, Store];
    for (let n = 1; n <= 10; n++) {
      await one.put('key', n);
      expect(await two.get('key')).toBe(n);
      await two.put('key', -n);
      expect(await one.get('key')).toBe(-n);
    }
    await append(one, [stored(1, 'add_to_cart', { params: goods(10) })]);
    expect(await two.carts(SITE.id, RANGE)).toHaveLength(1);
    close();
  });
});
