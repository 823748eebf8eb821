import type { ClickHouseDriver } from '../../../src/store/clickhouse/clickhouseDriver.ts';
import { StoreError } from '../../../src/store/store.ts';

/** Lets a collector die at any statement. */
export function mortalDriver() {
  let left = Number.POSITIVE_INFINITY;
  const live = () => {
    if (left-- <= 0) throw new StoreError('gone');
  };
  return {
    mortal: (driver: ClickHouseDriver): ClickHouseDriver => ({
      ...driver,
      rows: async (...args) => {
        live();
        return driver.rows(...args);
      },
      insert: async (...args) => {
        live();
        return driver.insert(...args);
      },
    }),

    dieAfter(statements: number): void {
      left = statements;
    },
  };
}
