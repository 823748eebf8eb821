import type { Site } from '../../sites/site.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import type { Removing } from './removing.ts';
import type { Settling } from './settling.ts';
import { SQL } from './statements.ts';
import { TABLES } from './tables.ts';

const SOURCES_AT_ONCE = 500;

/** A stamp past this is of a clock that was wrong, not of a fold that began meanwhile. Microseconds. */
const HOUR = 3600 * 1e6;

/** Folds a whole site again, and throws away what was folded before. */
export function rebuilding(driver: ClickHouseDriver, settling: Settling, removing: Removing) {
  return async (site: Site): Promise<number> => {
    const first = await settling.stamp();
    const persons = new Set<string>();
    for (let after: string | undefined = ''; after !== undefined; ) {
      const found: { source: string }[] = await driver.rows(SQL.sources, {
        ...{ site: site.id, after, limit: SOURCES_AT_ONCE },
      });
      const sources = found.map(({ source }) => source);
      const { known, persons: folded } = await settling.settle(site, sources);
      for (const person of folded) if (known.rowsOf(person).length > 0) persons.add(person);
      after = found.length < SOURCES_AT_ONCE ? undefined : sources.at(-1);
    }
    // Who has nothing any more, and what a clock that was wrong has written.
    const times = { site: site.id, first, last: (await settling.stamp()) + HOUR };
    const strays = await driver.rows(SQL.strayFolds, times);
    if (strays.length > 0) {
      await removing.removeFrom(
        TABLES.folds,
        '(version < {first:UInt64} or version > {last:UInt64})',
        times,
      );
    }
    return persons.size;
  };
}
