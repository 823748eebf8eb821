import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClickHouseDriver } from '../../../src/store/clickhouse/clickhouseDriver.ts';
import { openClickhouse } from '../../../src/store/clickhouse/clickhouseStore.ts';
import { cluster, type Layout, oneNode, type Table } from '../../../src/store/clickhouse/layout.ts';
import { migrate } from '../../../src/store/clickhouse/migrate.ts';
import { MIGRATED, MIGRATIONS } from '../../../src/store/clickhouse/migrations.ts';
import { SQL } from '../../../src/store/clickhouse/statements.ts';
import { TABLES } from '../../../src/store/clickhouse/tables.ts';
import { NOW, SITE, stored } from '../../touchpoints.ts';
import { hasEngine, startEngine } from './engine.ts';

const engine = startEngine();
afterAll(engine.stop);

const ALL: readonly Table[] = Object.values(TABLES);

describe.skipIf(!hasEngine)('the schema', () => {
  let driver: ClickHouseDriver;
  beforeEach(async () => {
    driver = await engine.driverOf(await engine.emptyDatabase());
  });

  const tables = async () =>
    (
      await driver.rows<{ name: string; engine: string; sorting_key: string }>(
        `select name, engine, sorting_key from system.tables where database = currentDatabase()
          order by name`,
      )
    ).map(({ name, engine: kind, sorting_key }) => [
      ...[name, kind, sorting_key.replace(/^\((.*)\)$/, '$1')],
    ]);

  it('is what the tables say, and the same when it is applied again', async () => {
    await migrate(driver, oneNode);
    const first = await tables();
    await migrate(driver, oneNode);
    expect(await tables()).toEqual(first);
    const expected = [...ALL, MIGRATED].map(({ name, version, key }) => [
      ...[name, version ? 'ReplacingMergeTree' : 'MergeTree', key],
    ]);
    expect(first).toEqual(expected.sort());
    expect(await driver.rows(SQL.version)).toEqual([{ version: MIGRATIONS.length }]);
  });

  it('is finished by the next start when one was broken off, at whatever statement', async () => {
    for (let survived = 0; survived < ALL.length + 2; survived++) {
      const half = await engine.driverOf(await engine.emptyDatabase());
      let left = survived;
      const mortal: ClickHouseDriver = {
        ...half,
        command: async (...args) => {
          if (left-- <= 0) throw new Error('gone');
          return half.command(...args);
        },
      };
      await migrate(mortal, oneNode).catch(() => {});
      const store = await openClickhouse(half, oneNode);
      await store.append([{ site: SITE, touchpoints: [stored(1, 'page_view')] }]);
      expect(await store.counts(SITE.id)).toMatchObject({ journeys: 1 });
    }
  });

  it('may be applied by several collectors at once', async () => {
    await Promise.all([1, 2, 3].map(() => openClickhouse(driver, oneNode)));
    expect(await driver.rows(SQL.version)).toEqual([{ version: MIGRATIONS.length }]);
  });

  it('of a newer Cartograph is left alone', async () => {
    await migrate(driver, oneNode);
    await driver.insert(MIGRATED.name, [{ version: 99 }], 'newer');
    await expect(openClickhouse(driver, oneNode)).rejects.toThrow(
      /got version 99.*newer Cartograph/,
    );
  });

  it('brings a database of the first version along, with what is in it', async () => {
    const old = await openClickhouse(driver, oneNode);
    const touchpoints = [1, 2, 3].map((n) =>
      stored(n, 'add_to_cart', { visitor: `v${n}`, receivedAt: NOW + n }),
    );
    await old.append([{ site: SITE, touchpoints }]);
    await driver.command(`delete from places where startsWith(name, 't:')`);
    await driver.command('alter table folds drop column digest');
    for (const name of ['seen', 'events', 'deliveries', 'outcomes']) {
      await driver.command(`drop table ${name}`);
    }
    await driver.command(`truncate table ${MIGRATED.name}`);
    await driver.insert(MIGRATED.name, [{ version: 1 }], 'first');

    let read = 0;
    const store = await openClickhouse(
      {
        ...driver,
        rows: (statement, params) => {
          if (statement === SQL.carts) read++;
          return driver.rows(statement, params);
        },
      },
      oneNode,
    );
    const { arrivals } = await store.arrivals(SITE.id, { limit: 9 });
    expect(arrivals.map(({ id }) => id)).toEqual(touchpoints.map(({ id }) => id));
    const range = { from: NOW - 24 * 60 * 60 * 1000, to: NOW };
    expect(await store.carts(SITE.id, range)).toHaveLength(3);
    expect(await store.carts(SITE.id, range)).toHaveLength(3);
    expect(read).toBe(1);
    expect(await store.webhooks!.due(NOW, 9)).toEqual([]);
  });

  it('keeps the first of two copies when the engine merges them', async () => {
    const store = await openClickhouse(driver, oneNode);
    const [late, early] = [NOW + 5, NOW].map((receivedAt) =>
      stored(1, 'page_view', { receivedAt, title: `${receivedAt}` }),
    );
    await store.append([{ site: SITE, touchpoints: [late!] }]);
    await store.restore(SITE, [{ ...early!, copies: 0 }]);
    await driver.command('optimize table touchpoints final');
    const rows = await driver.rows('select received_at from touchpoints');
    expect(rows).toEqual([{ received_at: NOW }]);
  });

  it('takes back nothing that another version of it has already removed', async () => {
    const store = await openClickhouse(driver, oneNode);
    await store.put('key', 1);
    await store.put('key', 2);
    await store.remove('key');
    await driver.command('optimize table settings final');
    expect(await store.get('key')).toBeUndefined();
    await store.put('key', 3);
    expect(await store.get('key')).toBe(3);
  });

  it('loses the last trace of who is gone an hour later, and nothing of who came back', async () => {
    const store = await openClickhouse(driver, oneNode);
    const folds = TABLES.folds.name;
    const old = { site: SITE.id, version: 7, written_at: 1 };
    await driver.insert(
      folds,
      ['v:gone', 'v:back'].flatMap((person) => [
        { ...old, person, kind: 'person', gone: true },
        { ...old, person, kind: 'journey', id: 'lost', version: 6 },
      ]),
      'old',
    );
    await store.append([
      { site: SITE, touchpoints: [stored(1, 'page_view', { visitor: 'back' })] },
    ]);
    await store.purge(SITE, { before: 0, after: 0 });
    const left = () => driver.rows(`select distinct person from folds where site = 'shop'`);
    await expect.poll(left, { timeout: 60_000 }).toEqual([{ person: 'v:back' }]);
    expect(await store.counts(SITE.id)).toEqual({ touchpoints: 1, journeys: 1, persons: 1 });
  });

  describe('of a cluster', () => {
    const layout: Layout = cluster("tw`o's");

    it('is SQL that the engine understands', async () => {
      const statements = [
        ...layout.create(MIGRATED),
        ...MIGRATIONS.flatMap((each) => each(layout)),
      ];
      const made = (each: string) => (each.startsWith('create') ? [each.split(' ')[5]!] : []);
      const local = ALL.filter(isSharded).map(({ name }) => `${name}_local`);
      const names = [...ALL, MIGRATED].map(({ name }) => name);
      expect([...new Set(statements.flatMap(made))].sort()).toEqual([...names, ...local].sort());
      for (const statement of statements) {
        const [formatted] = await driver.rows<{ sql: string }>(
          'select formatQuerySingleLine({statement:String}) as sql',
          { statement },
        );
        expect(formatted?.sql).toMatch(
          /^(CREATE TABLE IF NOT EXISTS|ALTER TABLE) \w+ ON CLUSTER `tw\\`o's` |^INSERT INTO places /,
        );
      }
      for (const table of ALL) {
        await driver.rows('select formatQuerySingleLine({statement:String}) as sql', {
          statement: `delete from ${layout.removable(table)} where 1`,
        });
      }
      await driver.rows('select formatQuerySingleLine({statement:String}) as sql', {
        statement: layout.stamp,
      });
    });

    it.each(ALL.map((table) => [table.name, table] as const))('replicates %s', (_, table) => {
      const [local = '', distributed] = cluster('two').create(table);
      const kind = table.version ? 'ReplicatedReplacingMergeTree' : 'ReplicatedMergeTree';
      const version = table.version ? `, ${table.version}` : '';
      if (isSharded(table)) {
        expect(local).toContain(`not exists ${table.name}_local on cluster`);
        const path = `/clickhouse/tables/{database}/${table.name}/{shard}`;
        expect(local).toContain(`${kind}('${path}', '{replica}'${version})`);
        expect(distributed).toContain(
          `Distributed(\`two\`, currentDatabase(), ${table.name}_local, cityHash64(${table.shardBy}))`,
        );
      } else {
        expect(distributed).toBeUndefined();
        expect(local).toContain(
          `${kind}('/clickhouse/tables/{database}/${table.name}', '{shard}-{replica}'${version})`,
        );
      }
    });

    it('has settings that the engine knows', async () => {
      const names = Object.keys(layout.settings).filter((name) => name !== 'wait_end_of_query');
      const known = await driver.rows<{ name: string }>(
        'select name from system.settings where name in {names:Array(String)}',
        { names },
      );
      expect(known.map(({ name }) => name).sort()).toEqual(names.sort());
    });
  });
});

function isSharded({ shardBy }: Table): boolean {
  return shardBy !== undefined;
}
