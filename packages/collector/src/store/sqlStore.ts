import { fold, personOf, type StoredTouchpoint, transactionOf } from '@cartograph/journey';
import type { JourneyFact } from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import { MIGRATIONS } from './migrations.ts';
import { fromRow, type TouchpointRow, toRow } from './row.ts';
import type { SqlDriver } from './sqlDriver.ts';
import { SQL } from './statements.ts';
import type { Appended, FoldedPerson, Store, Write } from './store.ts';

const PAGE_ROWS = 5000;

/** A store on any SQLite engine. */
export function sqlStore(driver: SqlDriver): Store {
  migrate(driver);

  const aliasOf = (site: string) => (visitor: string) =>
    driver.all<{ user: string }>(SQL.aliasOf, site, visitor)[0]?.user;

  const touchpointsOf = (site: string, person: string): StoredTouchpoint[] => {
    if (person.startsWith('v:') && aliasOf(site)(person.slice(2)) !== undefined) return [];
    const user = person.startsWith('u:') ? person.slice(2) : null;
    return driver
      .all<TouchpointRow>(SQL.touchpointsOfPerson, site, site, user, person)
      .map(fromRow);
  };

  /** Who told of an order first, and everybody who ever did. */
  const claims = (site: string, transactionId: string): string[] =>
    driver
      .all<TouchpointRow>(SQL.claims, site, transactionId)
      .map((row) => personOf(fromRow(row), aliasOf(site)));

  const foldPerson = (site: Site, person: string) => {
    const touchpoints = touchpointsOf(site.id, person);
    const named = new Set(
      touchpoints.filter(isPurchase).map(({ params }) => transactionOf(params)),
    );
    named.delete(undefined);
    const foreignOrders = new Set(
      [...(named as Set<string>)].filter((order) => claims(site.id, order)[0] !== person),
    );
    return fold(touchpoints, {
      abandonedAfterMs: site.abandonedAfterMs,
      currency: site.currency,
      foreignOrders,
    });
  };

  const saveJourneys = (site: Site, person: string): void => {
    const stored = new Map(
      driver
        .all<{ id: string; facts: string }>(SQL.journeysOfPerson, site.id, person)
        .map(({ id, facts }) => [id, facts]),
    );
    for (const { journey } of foldPerson(site, person)) {
      const facts = JSON.stringify(journey);
      if (stored.get(journey.id) !== facts) {
        const createdAt = journey.cart?.createdAt ?? null;
        driver.run(SQL.saveJourney, site.id, person, journey.id, journey.lastAt, createdAt, facts);
      }
      stored.delete(journey.id);
    }
    for (const id of stored.keys()) driver.run(SQL.removeJourney, site.id, person, id);
  };

  /** Joins a visitor to a user, and notes everybody whose journeys that may change. */
  const touch = (site: string, owner: Owner, touched: Set<string>): void => {
    const { visitor, user, at } = owner;
    const note = (who: { visitor: string; user?: string | undefined }) =>
      touched.add(personOf(who, aliasOf(site)));

    note(owner);
    if (user === undefined || visitor === '') return;
    note({ visitor });
    if (driver.run(SQL.join, site, visitor, user, at) === 0) return;
    touched.add(`v:${visitor}`);
    note({ visitor });
  };

  const addTouchpoints = ({ site, touchpoints }: Write, touched: Set<string>): Appended => {
    const added = touchpoints.filter(
      (touchpoint) => driver.run(SQL.addTouchpoint, ...toRow(site.id, touchpoint)) > 0,
    );
    for (const owner of ownersOf(added)) touch(site.id, owner, touched);
    for (const { params } of added.filter(isPurchase)) {
      const order = transactionOf(params);
      if (order === undefined) continue;
      for (const person of claims(site.id, order)) touched.add(person);
    }
    return { accepted: added.length, duplicates: touchpoints.length - added.length };
  };

  return {
    async append(writes) {
      return driver.transaction(() => {
        const touchedBySite = new Map<string, { site: Site; persons: Set<string> }>();
        const appended = writes.map((write) => {
          const { persons } = touchedBySite.get(write.site.id) ?? { persons: new Set<string>() };
          touchedBySite.set(write.site.id, { site: write.site, persons });
          return addTouchpoints(write, persons);
        });
        for (const { site, persons } of touchedBySite.values()) {
          for (const person of persons) saveJourneys(site, person);
        }
        return appended;
      });
    },

    async carts(site, { from, to }) {
      return driver.all<JourneyRow>(SQL.carts, site, from, to).map(toFact);
    },

    async firstCartAt(site) {
      return driver.all<{ at: number | null }>(SQL.firstCart, site)[0]?.at ?? undefined;
    },

    async latest(site, { from, limit }) {
      return driver.all<JourneyRow>(SQL.latest, site, from, limit).map(toFact);
    },

    async touchpointsOf(site, person) {
      return touchpointsOf(site, person);
    },

    async personOfTouchpoint(site, id) {
      const [row] = driver.all<TouchpointRow>(SQL.touchpoint, site, id);
      return row && personOf(fromRow(row), aliasOf(site));
    },

    async journeysOf(site, person): Promise<FoldedPerson> {
      return { person, journeys: foldPerson(site, person) };
    },

    async *touchpoints(site) {
      let after = 0;
      for (;;) {
        const rows = driver.all<TouchpointRow & { rowid: number }>(
          SQL.touchpointsAfter,
          site,
          after,
          PAGE_ROWS,
        );
        yield* rows.map(fromRow);
        if (rows.length < PAGE_ROWS) return;
        after = rows.at(-1)!.rowid;
      }
    },

    async counts(site) {
      return driver.all<{ touchpoints: number; journeys: number; persons: number }>(
        SQL.counts,
        site,
        site,
        site,
      )[0]!;
    },

    async rebuild(site) {
      return driver.transaction(() => {
        driver.run(SQL.removeJourneys, site.id);
        driver.run(SQL.removeAliases, site.id);
        driver.run(SQL.rebuildAliases, site.id);
        const persons = new Set(
          driver
            .all<{ owner: string }>(SQL.owners, site.id)
            .map(({ owner }) =>
              owner.startsWith('v:')
                ? personOf({ visitor: owner.slice(2) }, aliasOf(site.id))
                : owner,
            ),
        );
        for (const person of persons) saveJourneys(site, person);
        return persons.size;
      });
    },

    async get<T>(key: string) {
      const [row] = driver.all<{ value: string }>(SQL.setting, key);
      return row && (JSON.parse(row.value) as T);
    },

    async put(key, value) {
      driver.run(SQL.saveSetting, key, JSON.stringify(value));
    },

    async remove(key) {
      return driver.run(SQL.removeSetting, key) > 0;
    },

    async list<T>(prefix: string) {
      return driver
        .all<{ key: string; value: string }>(SQL.settings, prefix, prefix.length, prefix)
        .map(({ key, value }) => ({ key, value: JSON.parse(value) as T }));
    },

    async close() {
      driver.close();
    },
  };
}

/** Who a touchpoint says it is of, and when it first did. */
interface Owner {
  visitor: string;
  user: string | undefined;
  at: number;
}

function ownersOf(touchpoints: readonly StoredTouchpoint[]): Iterable<Owner> {
  const owners = new Map<string, Owner>();
  for (const { visitor, user, at } of touchpoints) {
    const key = JSON.stringify([visitor, user]);
    const known = owners.get(key);
    owners.set(key, { visitor, user, at: Math.min(at, known?.at ?? at) });
  }
  return owners.values();
}

interface JourneyRow {
  person: string;
  facts: string;
}

function toFact({ person, facts }: JourneyRow): JourneyFact {
  return { ...JSON.parse(facts), person };
}

function isPurchase({ type }: StoredTouchpoint): boolean {
  return type === 'purchase';
}

/** Brings a database of any age to the newest schema, each step in a commit of its own. */
function migrate(driver: SqlDriver): void {
  driver.script('create table if not exists migrations (version integer primary key) strict');
  const done = driver.all<{ version: number }>(SQL.version)[0]?.version ?? 0;
  if (done > MIGRATIONS.length) {
    throw new Error(
      `Expected a database of version ${MIGRATIONS.length} or older, got version ${done}: it was written by a newer Cartograph`,
    );
  }
  MIGRATIONS.slice(done).forEach((statements, index) => {
    driver.transaction(() => {
      driver.script(statements);
      driver.run(SQL.saveVersion, done + index + 1);
    });
  });
}
