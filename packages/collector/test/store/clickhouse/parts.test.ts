import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ClickHouseDriver } from '../../../src/store/clickhouse/clickhouseDriver.ts';
import { openClickhouse } from '../../../src/store/clickhouse/clickhouseStore.ts';
import { factParts } from '../../../src/store/clickhouse/factParts.ts';
import { oneNode } from '../../../src/store/clickhouse/layout.ts';
import { SQL } from '../../../src/store/clickhouse/statements.ts';
import { KINDS } from '../../../src/store/factCache.ts';
import type { Store } from '../../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../../touchpoints.ts';
import { histories } from '../contract.ts';
import { hasEngine, startEngine } from './engine.ts';

const engine = startEngine();
afterAll(engine.stop);

const RANGE = { from: NOW - 110 * HOUR, to: NOW + HOUR };
const CUT = { from: NOW - 70 * HOUR, to: NOW - 31 * HOUR };
const FACTS: ReadonlySet<string> = new Set(KINDS.map((kind) => SQL[kind]));

describe.skipIf(!hasEngine)('facts in parts', { timeout: 90_000 }, () => {
  /** Two collectors on one database, a way into it, and which statements read facts. */
  const openTwo = async () => {
    const drivers: ClickHouseDriver[] = [];
    const read: string[] = [];
    const { stores, close } = await engine.openSeveral(2, (driver) => {
      drivers.push(driver);
      return {
        ...driver,
        rows: (statement, params) => {
          if (FACTS.has(statement)) read.push(statement);
          return driver.rows(statement, params);
        },
      };
    });
    const [reader, writer] = stores as [Store, Store];
    return { reader, writer, driver: drivers[0]!, read, close };
  };
  const factsOf = async (store: Store) => {
    const all = KINDS.flatMap((kind) => [store[kind](SITE.id, RANGE), store[kind](SITE.id, CUT)]);
    return (await Promise.all(all)).map((facts) =>
      facts.map((each) => JSON.stringify(each)).sort(),
    );
  };
  const append = (store: Store, ...touchpoints: ReturnType<typeof stored>[]) =>
    store.append([{ site: SITE, touchpoints }]);
  const cart = (n: number, hoursAgo: number, visitor = `v${n}`) =>
    stored(n, 'add_to_cart', { visitor, at: NOW - hoursAgo * HOUR, params: goods(10) });

  it('are what they would be when read for the first time, whatever another collector did since', async () => {
    const deeds = fc.array(
      fc.constantFrom<(store: Store) => Promise<unknown>>(
        (store) => store.forget(SITE, 'u:ann'),
        (store) => store.purge(SITE, { before: NOW - 60 * HOUR, after: 0 }),
        (store) => store.decide(SITE, 'desk', { verdict: 'held', at: NOW }),
        (store) => store.rebuild(SITE),
      ),
      { minLength: 1, maxLength: 2 },
    );
    await fc.assert(
      fc.asyncProperty(histories, deeds, async (touchpoints, done) => {
        const { reader, writer, driver, close } = await openTwo();
        const isAsIfNew = async () =>
          expect(await factsOf(reader)).toEqual(
            await factsOf(await openClickhouse(driver, oneNode)),
          );
        for (const touchpoint of touchpoints) {
          await append(writer, touchpoint);
          await isAsIfNew();
        }
        for (const deed of done) {
          await deed(writer);
          await isAsIfNew();
        }
        close();
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('are read again where another collector changed a journey, and nowhere else', async () => {
    const { reader, writer, read, close } = await openTwo();
    await append(writer, cart(1, 50), cart(2, 30), cart(3, 10));
    const before = await reader.parts!('carts', SITE.id, RANGE);
    expect(before.flatMap((part) => part.facts())).toHaveLength(3);
    await append(writer, cart(4, 30, 'v2'));
    read.length = 0;
    const after = await reader.parts!('carts', SITE.id, RANGE);
    expect(read).toHaveLength(1);
    const changed = after.filter((part, n) => part !== before[n]);
    expect(changed.map(({ from, to }) => [from, to])).toEqual([
      [NOW - 30 * HOUR - ((NOW - 30 * HOUR) % (6 * HOUR)), expect.any(Number)],
    ]);
    expect(changed[0]!.facts()).toMatchObject([{ cart: { amount: 2000 } }]);
    // Who was given it before goes on with what it was.
    expect(before[after.indexOf(changed[0]!)]!.facts()).toMatchObject([{ cart: { amount: 1000 } }]);
    close();
  });

  it('are not read again after a rebuild that came to the same', async () => {
    const { reader, writer, read, close } = await openTwo();
    await append(writer, cart(1, 50), cart(2, 30));
    const before = await factsOf(reader);
    await writer.rebuild(SITE);
    read.length = 0;
    expect(await factsOf(reader)).toEqual(before);
    expect(read).toEqual([]);
    close();
  });

  it('of a fold that was written twice count once, before it is merged and after', async () => {
    const { reader, driver, close } = await openTwo();
    await driver.command('system stop merges folds');
    await append(reader, cart(1, 50));
    await driver.command(`insert into folds select * from folds settings insert_deduplicate = 0`);
    expect(await reader.carts(SITE.id, RANGE)).toHaveLength(1);
    await driver.command('system start merges folds');
    await driver.command('optimize table folds final');
    expect(await reader.carts(SITE.id, RANGE)).toHaveLength(1);
    close();
  });

  it('are right, and read once for all who ask at once, with hardly any room to remember them', async () => {
    const { reader, writer, driver, read, close } = await openTwo();
    await append(writer, ...[70, 50, 30, 10].map((hoursAgo, n) => cart(n + 1, hoursAgo)));
    await Promise.all([1, 2, 3].map(() => reader.carts(SITE.id, RANGE)));
    expect(read).toHaveLength(1);
    const parts = factParts(driver, { maxFactChars: 1 });
    for (const _ of [1, 2]) {
      const found = await parts('carts', SITE.id, RANGE);
      expect(found.flatMap((part) => part.facts())).toHaveLength(4);
      expect(found.flatMap((part) => part.facts())).toHaveLength(4);
    }
    close();
  });
});
