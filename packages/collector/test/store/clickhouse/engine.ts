import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChdbConnection } from 'chdb/connection';
import type { ClickHouseDriver } from '../../../src/store/clickhouse/clickhouseDriver.ts';
import { openClickhouse } from '../../../src/store/clickhouse/clickhouseStore.ts';
import { oneNode } from '../../../src/store/clickhouse/layout.ts';
import type { Store } from '../../../src/store/store.ts';
import { chdbDriver } from './chdbDriver.ts';

const chdb = await import('chdb/connection').catch(() => undefined);

/** Whether chdb, an optional native library, has a binary for this platform. Tests that need it say so. */
export const hasEngine = chdb !== undefined;

export const NO_ENGINE = `ClickHouse’s engine (chdb) is not there for ${process.platform}-${process.arch}: not tested`;

export type Engine = ReturnType<typeof startEngine>;

/** A database with the store's tables. */
interface Prepared {
  database: string;
  store: Store;
  driver: ClickHouseDriver;
  /** Ways into it, as other collectors have them. */
  others: ClickHouseDriver[];
  /** The tables that something was written to. */
  written: Set<string>;
}

/**
 * ClickHouse's engine in this process, on a folder of its own. One a process: start it once a file, and
 * stop it after all tests.
 */
export function startEngine() {
  let path: string | undefined;
  const connect = (): ChdbConnection => {
    if (!chdb) throw new Error(NO_ENGINE);
    path ??= mkdtempSync(join(tmpdir(), 'cartograph-clickhouse-'));
    return chdb.createChdbConnection({ path });
  };
  let root: ChdbConnection | undefined;
  const drivers: ClickHouseDriver[] = [];
  const free: Prepared[] = [];
  let made = 0;

  const emptyDatabase = async (): Promise<string> => {
    const database = `test_${made++}`;
    root ??= connect();
    await root.command({ query: `create database ${database}` });
    return database;
  };

  const driverOf = async (database: string): Promise<ClickHouseDriver> => {
    const driver = chdbDriver(connect());
    drivers.push(driver);
    await driver.command(`use ${database}`);
    return driver;
  };

  const prepare = async (): Promise<Prepared> => {
    const database = await emptyDatabase();
    const written = new Set<string>();
    const driver = noting(await driverOf(database), written);
    const store = await openClickhouse(driver, oneNode);
    written.clear();
    return { database, store, driver, others: [], written };
  };

  /** One that is empty. Making tables takes longer than emptying them. */
  const borrow = async (): Promise<Prepared> => {
    const prepared = free.pop() ?? (await prepare());
    const { driver, written } = prepared;
    for (const table of written) await driver.command(`truncate table ${table}`);
    written.clear();
    return prepared;
  };

  return {
    /** A session of its own. Close it. */
    connect,
    /** A new database without tables. */
    emptyDatabase,
    driverOf,

    /** A fresh, empty store. It sees what was done to its tables, so one that was closed is as good as new. */
    async open(): Promise<Store> {
      const prepared = await borrow();
      let isOpen = true;
      return {
        ...prepared.store,
        close: async () => {
          if (isOpen) free.push(prepared);
          isOpen = false;
        },
      };
    },

    /** As many collectors on one fresh, empty database. */
    async openSeveral(
      count: number,
      wrap: (driver: ClickHouseDriver, n: number) => ClickHouseDriver,
    ): Promise<{ stores: Store[]; close: () => void }> {
      const prepared = await borrow();
      const { database, others, written } = prepared;
      while (others.length < count) others.push(noting(await driverOf(database), written));
      const opening = others
        .slice(0, count)
        .map((each, n) => openClickhouse(wrap(each, n), oneNode));
      return { stores: await Promise.all(opening), close: () => void free.push(prepared) };
    },

    async stop(): Promise<void> {
      for (const driver of drivers) await driver.close();
      await root?.close();
      if (path) rmSync(path, { recursive: true, force: true });
    },
  };
}

function noting(driver: ClickHouseDriver, written: Set<string>): ClickHouseDriver {
  return {
    ...driver,
    insert: (table, rows, token) => {
      written.add(table);
      return driver.insert(table, rows, token);
    },
  };
}
