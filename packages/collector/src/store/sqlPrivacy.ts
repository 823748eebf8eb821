import { compareInTime, isServersWord } from '@cartograph/journey';
import type { Verdict } from '../quarantine/reasons.ts';
import type { Outcome } from '../webhooks/webhook.ts';
import { fromRow, type TouchpointRow, type WholeRow } from './row.ts';
import type { SqlDriver } from './sqlDriver.ts';
import type { PageLoads } from './sqlPageLoads.ts';
import type { People } from './sqlPeople.ts';
import { rowsOfVisitor } from './sqlQuarantine.ts';
import { eventsOf, forgetEventsOf } from './sqlWebhooks.ts';
import { SQL } from './statements.ts';
import type { PrivacyStore } from './store.ts';
import { WEBHOOK_SQL } from './webhookStatements.ts';

/** Touchpoints that one call of `purge` looks at: a few milliseconds' work. */
const PURGE_ROWS = 5000;

export function sqlPrivacy(
  driver: SqlDriver,
  { people, pageLoads }: { people: People; pageLoads: PageLoads },
): PrivacyStore {
  /** What a person's visitors sent, and what the shop's server said about their orders. */
  const rowsAbout = (site: string, person: string): WholeRow[] => {
    const own = people.rowsOf(site, person);
    const ids = new Set(own.map(({ id }) => id));
    const adopted = people
      .materialOf(site, person, own)
      .touchpoints.filter((touchpoint) => !ids.has(touchpoint.id) && isServersWord(touchpoint))
      .flatMap(({ id }) => driver.all<WholeRow>(SQL.touchpoint, site, id));
    const wholeOf = ({ id }: TouchpointRow) => driver.all<WholeRow>(SQL.touchpoint, site, id)[0]!;
    return [...own.map(wholeOf), ...adopted];
  };

  const visitorsOf = (
    site: string,
    person: string,
    rows: readonly TouchpointRow[],
  ): Set<string> => {
    const visitors = new Set(rows.map(({ visitor }) => visitor));
    if (person.startsWith('u:')) {
      const joined = driver.all<{ visitor: string }>(SQL.visitorsOfUser, site, person.slice(2));
      for (const { visitor } of joined) visitors.add(visitor);
    }
    visitors.delete('');
    return visitors;
  };

  /** Removes rows and brings what was derived from them up to date. Returns whom that concerns. */
  const remove = (
    site: string,
    rows: readonly TouchpointRow[],
    visitors: ReadonlySet<string>,
  ): Set<string> => {
    const persons = new Set(rows.map((row) => people.personOfRow(site, row)));
    for (const { id } of rows) driver.run(SQL.removeTouchpoint, site, id);
    for (const visitor of visitors) {
      persons.add(people.personNamed(site, visitor));
      const left = rowsOfVisitor(driver, site, visitor);
      driver.run(SQL.removeAlias, site, visitor);
      for (const { owner, at } of left) {
        if (owner.startsWith('u:')) driver.run(SQL.join, site, visitor, owner.slice(2), at);
      }
      driver.run(SQL.removePageLoadsOf, site, visitor);
      pageLoads.recount(site, left);
      if (left.length === 0) driver.run(SQL.removeVerdict, site, visitor);
      for (const row of left) persons.add(people.personOfRow(site, row));
      persons.add(people.personNamed(site, visitor));
    }
    for (const order of new Set(rows.map(({ transaction_id }) => transaction_id))) {
      if (order === null) continue;
      for (const { person } of people.wordsOn(site, order)) persons.add(person);
    }
    for (const person of persons) driver.run(SQL.removeQuarantineOf, site, person);
    return persons;
  };

  return {
    async personsNamed(site, name) {
      const named = [
        name,
        `u:${name}`,
        ...rowsOfVisitor(driver, site, name).map((row) => people.personOfRow(site, row)),
        ...people.wordsOn(site, name).map(({ person }) => person),
        people.personOfTouchpoint(site, name) ?? name,
      ];
      // Whose words all went to the order of somebody else is nobody by themselves.
      return [...new Set(named)].filter((person) => {
        const rows = people.rowsOf(site, person);
        const isHeld = rows.some(({ quarantine }) => quarantine !== null);
        return isHeld || people.materialOf(site, person, rows).touchpoints.length > 0;
      });
    },

    async everythingOf(site, person) {
      const rows = rowsAbout(site.id, person);
      const visitors = visitorsOf(site.id, person, people.rowsOf(site.id, person));
      return {
        person,
        visitors: [...visitors].sort(),
        touchpoints: rows
          .map((row) => ({
            ...fromRow(row),
            ...(row.browser && { browser: row.browser }),
            ...(row.quarantine && { quarantine: row.quarantine }),
          }))
          .sort(compareInTime),
        journeys: people.foldPerson(site, person).map(({ journey }) => journey),
        verdicts: driver
          .all<{ visitor: string; verdict: Verdict; at: number }>(SQL.verdicts, site.id)
          .filter(({ visitor }) => visitors.has(visitor)),
        events: eventsOf(driver, people, { site: site.id, person }).map((event) => ({
          ...event,
          outcomes: driver.all<Outcome>(WEBHOOK_SQL.outcomes, site.id, event.id),
        })),
      };
    },

    async forget(site, person) {
      return driver.transaction(() => {
        const rows = rowsAbout(site.id, person);
        forgetEventsOf(driver, people, { site: site.id, person });
        const persons = remove(site.id, rows, visitorsOf(site.id, person, rows));
        people.settle(site, persons.add(person));
        return rows.length;
      });
    },

    async purge(site, { before, after }) {
      return driver.transaction(() => {
        const rows = driver.all<WholeRow>(SQL.allAfter, site.id, after, PURGE_ROWS);
        const old = rows.filter(({ at }) => at < before);
        const visitors = new Set(old.map(({ visitor }) => visitor));
        visitors.delete('');
        if (old.length > 0) people.settle(site, remove(site.id, old, visitors));
        const next = rows.length < PURGE_ROWS ? undefined : rows.at(-1)?.rowid;
        return { removed: old.length, next };
      });
    },
  };
}
