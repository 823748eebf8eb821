import { compareInTime, isServersWord } from '@cartograph/journey';
import type { Verdict } from '../../quarantine/reasons.ts';
import { fromRow } from '../row.ts';
import type { PrivacyStore } from '../store.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import type { EventTables } from './eventTables.ts';
import { type Known, ordersIn } from './known.ts';
import { startReading } from './reading.ts';
import type { Removing } from './removing.ts';
import { keyOf, type OwnedRow, type SourceRow } from './sources.ts';
import { SQL } from './statements.ts';
import { TABLES } from './tables.ts';

/** Touchpoints that one call of `purge` removes. */
const PURGE_ROWS = 5000;

export function privacyTables(
  driver: ClickHouseDriver,
  { removing, events }: { removing: Removing; events: EventTables },
): PrivacyStore {
  const readPerson = async (site: string, person: string) => {
    const reading = await startReading(driver, site);
    await reading.readPersons([person]);
    return reading;
  };

  return {
    async personsNamed(site, name) {
      const { read, readPersons, known } = await startReading(driver, site);
      await read({ sources: [`v:${name}`], names: [`o:${name}`, `i:${name}`] });
      const touchpoint = known.rowOf(name);
      if (touchpoint) await read({ names: ordersIn([touchpoint]).map((order) => `o:${order}`) });
      const named = new Set([
        name,
        `u:${name}`,
        ...known.rowsAt(`v:${name}`).map(({ person }) => person),
        ...known.wordsOn(name).map(({ person }) => person),
        ...(touchpoint ? [known.personOf(touchpoint)] : []),
      ]);
      await readPersons(named);
      // Whose words all went to the order of somebody else is nobody by themselves.
      return [...named].filter((person) => {
        const isHeld = known.rowsOf(person).some(({ quarantine }) => quarantine !== null);
        return isHeld || known.material(person).touchpoints.length > 0;
      });
    },

    async everythingOf(site, person) {
      const reading = await readPerson(site.id, person);
      const { known } = reading;
      const [told = []] = await events.eventsOf(site.id, [person], reading);
      const visitors = visitorsOf(known, person);
      const verdicts = await driver.rows<{ visitor: string; verdict: Verdict; at: number }>(
        SQL.verdicts,
        { site: site.id },
      );
      return {
        person,
        visitors: [...visitors].sort(),
        touchpoints: rowsAbout(known, person)
          .map((row) => ({
            ...fromRow(row),
            ...(row.browser && { browser: row.browser }),
            ...(row.quarantine && { quarantine: row.quarantine }),
          }))
          .sort(compareInTime),
        journeys: known.folded(site, person).map(({ journey }) => journey),
        verdicts: verdicts.filter(({ visitor }) => visitors.has(visitor)),
        events: await Promise.all(
          told.map(async (event) => ({
            ...event,
            outcomes: await events.outcomes(site.id, event.id),
          })),
        ),
      };
    },

    async forget(site, person) {
      const reading = await readPerson(site.id, person);
      const rows = rowsAbout(reading.known, person);
      const [told = []] = await events.eventsOf(site.id, [person], reading);
      await events.remove(site.id, told);
      await removing.remove(site, rows, reading);
      await removing.removeFrom(TABLES.seen, 'person = {person:String}', { site: site.id, person });
      await removing.sweep(site.id);
      return rows.length;
    },

    async purge(site, { before, after }) {
      if (after === 0) await removing.sweep(site.id);
      const limit = PURGE_ROWS;
      const old = await driver.rows<SourceRow>(SQL.old, { site: site.id, before, limit });
      const reading = await startReading(driver, site.id);
      await reading.read({ sources: old.map(({ source }) => source) });
      const isOld = new Set(old.map(keyOf));
      const rows = [...new Set(old.map(({ source }) => source))]
        .flatMap(reading.known.rowsAt)
        .filter((row) => isOld.has(keyOf(row)));
      await removing.remove(site, rows, reading);
      return { removed: old.length, next: old.length < limit ? undefined : after + 1 };
    },
  };
}

/** What a person's visitors sent, and what the shop's server said about their orders. */
function rowsAbout(known: Known, person: string): OwnedRow[] {
  const own = known.rowsOf(person);
  const ids = new Set(own.map(({ id }) => id));
  const adopted = known
    .material(person)
    .touchpoints.filter((touchpoint) => !ids.has(touchpoint.id) && isServersWord(touchpoint))
    .flatMap(({ id }) => known.rowOf(id) ?? []);
  return [...own, ...adopted];
}

function visitorsOf(known: Known, person: string): Set<string> {
  const visitors = new Set(known.rowsOf(person).map(({ visitor }) => visitor));
  visitors.delete('');
  return visitors;
}
