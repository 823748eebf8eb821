import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openClickhouse } from '../../../src/store/clickhouse/clickhouseStore.ts';
import { oneNode } from '../../../src/store/clickhouse/layout.ts';
import { refoldAll } from '../../../src/store/refoldAll.ts';
import type { Store } from '../../../src/store/store.ts';
import { goods, NOW, SITE, stored } from '../../touchpoints.ts';
import { atOnce } from './atOnce.ts';
import { hasEngine, startEngine } from './engine.ts';

const engine = startEngine();
afterAll(engine.stop);

const PERSONS = 450;
const { currency: _, ...params } = goods(10);

describe.skipIf(!hasEngine)('folding again in ClickHouse', { timeout: 90_000 }, () => {
  const add = (store: Store, count: number) =>
    store.append([
      {
        site: SITE,
        touchpoints: Array.from({ length: count }, (_, n) =>
          stored(n + 1, 'add_to_cart', { visitor: `v${n}`, params }),
        ),
      },
    ]);
  const inCurrency = async (store: Store, wanted: string) => {
    const carts = await store.carts(SITE.id, { from: 0, to: NOW * 2 });
    return carts.filter(({ cart }) => cart?.currency === wanted).length;
  };

  it('begins when another version folded last, goes on where it was, and is not begun again', async () => {
    const driver = await engine.driverOf(await engine.emptyDatabase());
    const open = () => openClickhouse(driver, oneNode);
    const first = await open();
    await first.put(`site:${SITE.id}`, SITE);
    await add(first, PERSONS);
    await first.put(`site:${SITE.id}`, { ...SITE, currency: 'USD' });
    await first.put('folded_by', 0);

    const opened = await open();
    expect(await opened.refolding!.waiting()).toEqual([SITE.id]);
    const left = [await inCurrency(opened, 'EUR')];
    for (let store = opened; await store.refolding!.next(); store = await open()) {
      left.push(await inCurrency(store, 'EUR'));
    }
    expect(left).toEqual([450, 250, 50, 0]);
    expect(await (await open()).refolding!.waiting()).toEqual([]);
  });

  it('has nothing left to do once everything was rebuilt', async () => {
    const store = await engine.open();
    await store.put(`site:${SITE.id}`, SITE);
    await add(store, 1);
    await store.refolding!.begin(SITE.id);
    await store.rebuild(SITE);
    expect(await store.refolding!.waiting()).toEqual([]);
    await store.close();
  });

  it('leaves nobody as they were, whoever is at it and begins it anew meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const turns = atOnce(scheduler);
        const { stores, close } = await engine.openSeveral(3, turns.wrap);
        const [store] = stores as [Store];
        await store.put(`site:${SITE.id}`, SITE);
        await add(store, 5);
        await store.put(`site:${SITE.id}`, { ...SITE, currency: 'USD' });
        await store.refolding!.begin(SITE.id);
        await turns.run([
          () => refoldAll(stores[0]!),
          () => refoldAll(stores[1]!),
          async () => {
            await stores[2]!.put(`site:${SITE.id}`, { ...SITE, currency: 'GBP' });
            await stores[2]!.refolding!.begin(SITE.id);
          },
        ]);
        await refoldAll(store);
        expect(await inCurrency(store, 'GBP')).toBe(5);
        close();
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});
