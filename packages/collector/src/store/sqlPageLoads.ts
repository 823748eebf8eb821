import {
  afterArrival,
  type PageLoad,
  type PageLoadArrival,
  placeOf,
} from '../delivery/pageLoad.ts';
import { arrivalsOf, isMeasured } from '../delivery/pageLoadsOf.ts';
import type { WholeRow } from './row.ts';
import type { SqlDriver } from './sqlDriver.ts';
import { SQL } from './statements.ts';

export type PageLoads = ReturnType<typeof sqlPageLoads>;

interface Arrival extends PageLoadArrival {
  visitor: string;
}

/** Keeps count of what arrives of each page load. */
export function sqlPageLoads(driver: SqlDriver) {
  /** Most batches are of one page load: it is read and written once. */
  const note = (site: string, arrivals: readonly Arrival[]): void => {
    const loads = new Map<string, { visitor: string; tab: string; load: PageLoad }>();
    for (const arrival of arrivals) {
      const { visitor } = arrival;
      const tab = placeOf(arrival.id)?.tab;
      if (tab === undefined) continue;
      const key = JSON.stringify([visitor, tab]);
      const before =
        loads.get(key)?.load ?? driver.all<PageLoad>(SQL.pageLoad, site, visitor, tab)[0];
      loads.set(key, { visitor, tab, load: afterArrival(before, arrival) });
    }
    for (const { visitor, tab, load } of loads.values()) {
      const { browser, firstAt, lastAt, highest, delivered, late, doubled } = load;
      const counts = [highest, delivered, late, doubled];
      driver.run(SQL.savePageLoad, site, visitor, tab, browser, firstAt, lastAt, ...counts);
    }
  };

  return {
    note,

    /** Counts rows, in the order they arrived, and their copies. */
    recount(site: string, rows: readonly WholeRow[]): void {
      const measured = rows.filter(isMeasured);
      note(
        site,
        measured.flatMap((row) =>
          arrivalsOf(row).map((arrival) => ({ ...arrival, visitor: row.visitor })),
        ),
      );
    },
  };
}
