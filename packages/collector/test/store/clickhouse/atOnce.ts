import { setImmediate } from 'node:timers/promises';
import type { Scheduler } from 'fast-check';
import type { ClickHouseDriver } from '../../../src/store/clickhouse/clickhouseDriver.ts';

/**
 * Several collectors at once, in one process: whose statement runs next is the scheduler's choice, at
 * every statement of each, and a statement runs to its end before the next one is chosen.
 */
export function atOnce(scheduler: Scheduler) {
  let isOn = false;
  let running = 0;

  const inTurn =
    <Args extends unknown[], T>(label: string, work: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      if (!isOn) return work(...args);
      await scheduler.schedule(Promise.resolve(), label);
      running++;
      try {
        return await work(...args);
      } finally {
        running--;
      }
    };

  return {
    /** A driver whose every statement waits for its turn, once it is on. */
    wrap: (driver: ClickHouseDriver, n: number): ClickHouseDriver => ({
      rows: inTurn(`collector ${n} reads`, driver.rows) as ClickHouseDriver['rows'],
      insert: inTurn(`collector ${n} writes`, driver.insert),
      command: inTurn(`collector ${n} removes`, driver.command),
      close: driver.close,
    }),

    /** Lets them go on, one statement after the other, until all is done. */
    async run<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
      isOn = true;
      const all = Promise.all(works.map((work) => work()));
      // Whoever is chosen goes on; what becomes of it is seen below.
      const over = all.then(
        () => {
          isOn = false;
        },
        () => {
          isOn = false;
        },
      );
      while (isOn) {
        await setImmediate();
        if (running === 0 && scheduler.count() > 0) await scheduler.waitNext(1);
      }
      await over;
      return all;
    },
  };
}
