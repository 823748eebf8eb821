import { isMeasured } from '../delivery/pageLoadsOf.ts';
import type { Site } from '../sites/site.ts';
import { fromRow, type WholeRow } from './row.ts';
import type { SqlDriver } from './sqlDriver.ts';
import type { PageLoads } from './sqlPageLoads.ts';
import type { People } from './sqlPeople.ts';
import { rowsOfVisitor } from './sqlQuarantine.ts';
import { SQL } from './statements.ts';
import type { Appended, Arrival, MovingStore, Store } from './store.ts';
import { strangePlace } from './strangePlace.ts';

interface MovingDeps {
  people: People;
  pageLoads: PageLoads;
  append: Store['append'];
}

export function sqlMoving(
  driver: SqlDriver,
  { people, pageLoads, append }: MovingDeps,
): MovingStore {
  const rowOf = (site: string, id: string): WholeRow | undefined =>
    driver.all<WholeRow>(SQL.touchpoint, site, id)[0];

  /** Brings what arrived twice, here and there, to what one store would have made of it. */
  const merge = (site: Site, arrivals: readonly Arrival[]): void => {
    const visitors = new Set<string>();
    const persons = new Set<string>();
    for (const theirs of arrivals) {
      const ours = rowOf(site.id, theirs.id);
      const copies = ours && copiesOf(ours, theirs);
      if (!ours || copies === undefined) continue;
      const { id, at, receivedAt, browser = null, suspicion = null } = theirs;
      driver.run(SQL.arrivedEarlier, at, receivedAt, browser, suspicion, copies, site.id, id);
      visitors.add(ours.visitor);
      if (at !== ours.at || suspicion !== ours.suspicion) {
        persons.add(people.personOfRow(site.id, ours));
      }
    }
    for (const visitor of visitors) {
      driver.run(SQL.removePageLoadsOf, site.id, visitor);
      pageLoads.recount(site.id, rowsOfVisitor(driver, site.id, visitor));
    }
    people.settle(site, persons);
  };

  return {
    async arrivals(site, { after = '0', receivedFrom = 0, limit }) {
      if (!/^\d+$/.test(after)) throw new RangeError(strangePlace(after));
      const rows = driver.all<WholeRow>(
        SQL.arrivalsAfter,
        site,
        Number(after),
        receivedFrom,
        limit,
      );
      return { arrivals: rows.map(toArrival), place: `${rows.at(-1)?.rowid ?? after}` };
    },

    async restore(site, arrivals) {
      const fresh = new Map<string, Arrival>();
      const others: Arrival[] = [];
      for (const arrival of arrivals) {
        const isFresh = !fresh.has(arrival.id) && !rowOf(site.id, arrival.id);
        if (isFresh) fresh.set(arrival.id, arrival);
        if (!isFresh || arrival.copies > 0) others.push(arrival);
      }
      const touchpoints = [...fresh.values()].map(({ copies: _, ...touchpoint }) => touchpoint);
      if (touchpoints.length > 0) await append([{ site, touchpoints }]);
      if (others.length > 0) driver.transaction(() => merge(site, others));
      return summed(arrivals.length, fresh.size);
    },
  };
}

function summed(all: number, accepted: number): Appended {
  return { accepted, duplicates: all - accepted };
}

/** How often it arrived again in all. `undefined` where what we have is all there is to know. */
function copiesOf(ours: WholeRow, theirs: Arrival): number | undefined {
  if (theirs.receivedAt > ours.received_at) return undefined;
  if (theirs.receivedAt === ours.received_at) {
    return theirs.copies > ours.copies ? theirs.copies : undefined;
  }
  return theirs.copies + ours.copies + Number(isMeasured(ours));
}

function toArrival(row: WholeRow): Arrival {
  const { browser, suspicion, copies } = row;
  return {
    ...fromRow(row),
    ...(browser !== null && { browser }),
    ...(suspicion !== null && { suspicion }),
    copies,
  };
}
