import type { StoredTouchpoint } from '@cartograph/journey';
import type {
  DeliveryCount,
  JourneyFact,
  LateArrival,
  Part,
  StagesFact,
  TrailFact,
} from '@cartograph/report';
import type { AuditEntry } from '../audit/auditEntry.ts';
import { isMeasured } from '../delivery/pageLoadsOf.ts';
import type { Site } from '../sites/site.ts';
import { type Kind, MOMENTS } from './factCache.ts';
import { type FactRow, lengthOf, toFact } from './journeyTexts.ts';
import { type Memory, type MemoryOptions, remembered } from './memory.ts';
import { migrate } from './migrate.ts';
import { fromRow, type TouchpointRow, toRow, valuesOf, type WholeRow } from './row.ts';
import type { SqlDriver } from './sqlDriver.ts';
import { sqlMoving } from './sqlMoving.ts';
import { sqlPageLoads } from './sqlPageLoads.ts';
import { sqlPeople } from './sqlPeople.ts';
import { sqlPrivacy } from './sqlPrivacy.ts';
import { sqlQuarantine } from './sqlQuarantine.ts';
import { sqlRefolding, waitingKey } from './sqlRefolding.ts';
import { sqlWebhooks } from './sqlWebhooks.ts';
import { SQL } from './statements.ts';
import type { Appended, Range, Store, Write } from './store.ts';

const PAGE_ROWS = 5000;

/** A store on any SQLite engine. */
export function sqlStore(database: SqlDriver, options: MemoryOptions = {}): Store {
  migrate(database);
  const memory = remembered(options);
  const driver = remembering(database, memory);
  const people = sqlPeople(driver, memory);
  const pageLoads = sqlPageLoads(driver);

  /** Joins a visitor to a user, and notes everybody else whose journeys that may change. */
  const touch = (site: string, { visitor, user, at }: Owner, touched: Set<string>): void => {
    if (user === undefined || visitor === '') return;
    const before = people.personNamed(site, visitor);
    if (before !== `u:${user}`) touched.add(before);
    if (driver.run(SQL.join, site, visitor, user, at) === 0) return;
    const after = people.personNamed(site, visitor);
    for (const person of [before, after, `v:${visitor}`]) {
      touched.add(person);
      // What moves from one to the other is summed up anew.
      driver.run(SQL.removeQuarantineOf, site, person);
    }
  };

  const addTouchpoints = (
    { site, touchpoints }: Write,
    { persons, additions }: Touched,
  ): Appended => {
    const arrivals = touchpoints.map((touchpoint) => {
      const row = toRow(touchpoint);
      const isNew = driver.run(SQL.addTouchpoint, ...valuesOf(site.id, row)) > 0;
      return { touchpoint, row, isNew };
    });
    const measured = arrivals.filter(({ touchpoint }) => isMeasured(touchpoint));
    for (const { touchpoint, isNew } of measured) {
      if (!isNew) driver.run(SQL.countCopy, site.id, touchpoint.id);
    }
    pageLoads.note(
      site.id,
      measured.map(({ touchpoint: { id, visitor, browser = '', at, receivedAt }, isNew }) => ({
        id,
        visitor,
        browser,
        at,
        receivedAt,
        isNew,
      })),
    );

    const added = arrivals.filter(({ isNew }) => isNew);
    for (const owner of ownersOf(added.map(({ touchpoint }) => touchpoint))) {
      touch(site.id, owner, persons);
    }
    for (const order of new Set(added.map(({ row }) => row.transaction_id))) {
      if (order === null) continue;
      for (const { person } of people.wordsOn(site.id, order)) persons.add(person);
    }
    for (const group of Map.groupBy(added, ({ row }) => row.owner).values()) {
      const person = people.personOfRow(site.id, group[0]!.row);
      const rows = group.map(({ row }) => row);
      additions.set(person, [...(additions.get(person) ?? []), ...rows]);
    }
    return { accepted: added.length, duplicates: touchpoints.length - added.length };
  };

  function* pages(statement: string, site: string): Generator<WholeRow[]> {
    let after = 0;
    for (;;) {
      const rows = driver.all<WholeRow>(statement, site, after, PAGE_ROWS);
      yield rows;
      if (rows.length < PAGE_ROWS) return;
      after = rows.at(-1)!.rowid;
    }
  }

  const rebuild = (site: Site): number =>
    driver.transaction(() => {
      memory.forgetAll();
      driver.run(SQL.removeJourneys, site.id);
      driver.run(SQL.removeAliases, site.id);
      driver.run(SQL.removeQuarantine, site.id);
      driver.run(SQL.clearQuarantine, site.id);
      driver.run(SQL.removePageLoads, site.id);
      driver.run(SQL.removeSetting, waitingKey(site.id));
      driver.run(SQL.rebuildAliases, site.id);
      for (const rows of pages(SQL.allAfter, site.id)) pageLoads.recount(site.id, rows);
      return people.settleAll(site);
    });

  const partsOf = <Fact extends JourneyFact>(
    kind: Kind,
    site: string,
    range: Range,
  ): Part<Fact>[] => {
    memory.asOf(driver.version?.());
    return memory.cache.parts<Fact>(kind, site, range, {
      momentOf: MOMENTS[kind],
      source: ({ from, to }) => ({
        read: () => {
          const rows = driver.all<FactRow>(SQL[kind], site, from, to);
          const facts = rows.map(toFact) as Fact[];
          return { facts, chars: rows.reduce((sum, row) => sum + lengthOf(row), 0) };
        },
      }),
    });
  };

  const factsOf = <Fact extends JourneyFact>(kind: Kind, site: string, range: Range): Fact[] =>
    partsOf<Fact>(kind, site, range).flatMap((part) => part.facts());

  const store: Store = {
    ...sqlQuarantine(driver, people),
    ...sqlPrivacy(driver, { people, pageLoads }),
    ...sqlMoving(driver, { people, pageLoads, append: (writes) => store.append(writes) }),
    refolding: sqlRefolding(driver, people),
    webhooks: sqlWebhooks(driver, people),

    async append(writes) {
      return driver.transaction(() => {
        const touchedBySite = new Map<string, Touched & { site: Site }>();
        const appended = writes.map((write) => {
          const { site } = write;
          const known = touchedBySite.get(site.id);
          const touched = known ?? { site, persons: new Set(), additions: new Map() };
          touchedBySite.set(site.id, { ...touched, site });
          return addTouchpoints(write, touched);
        });
        for (const { site, persons, additions } of touchedBySite.values()) {
          people.settle(site, persons, additions);
        }
        return appended;
      });
    },

    async carts(site, range) {
      return factsOf<JourneyFact>('carts', site, range);
    },

    async orders(site, range) {
      return factsOf<JourneyFact>('orders', site, range);
    },

    async journeys(site, range) {
      return factsOf<JourneyFact>('journeys', site, range);
    },

    async stages(site, range) {
      return factsOf<StagesFact>('stages', site, range);
    },

    async trails(site, range) {
      return factsOf<TrailFact>('trails', site, range);
    },

    async parts(kind, site, range) {
      return partsOf(kind, site, range);
    },

    async ordersToldBy(site, transactionId) {
      return people.wordsOn(site, transactionId).map(({ touchpoint }) => touchpoint);
    },

    async firstCartAt(site) {
      return driver.all<{ at: number | null }>(SQL.firstCart, site)[0]?.at ?? undefined;
    },

    async latest(site, { from, limit }) {
      return driver.all<FactRow>(SQL.latest, site, from, limit).map(toFact);
    },

    async touchpointsOf(site, person) {
      return people.materialOf(site, person, people.rowsOf(site, person)).touchpoints;
    },

    async personOfTouchpoint(site, id) {
      return people.personOfTouchpoint(site, id);
    },

    async journeysOf(site, person) {
      return { person, journeys: people.foldPerson(site, person) };
    },

    async journeysAt(site, persons, asOf) {
      memory.asOf(driver.version?.());
      return persons.map((person) => people.journeysAt(site, person, asOf));
    },

    async *touchpoints(site) {
      for (const rows of pages(SQL.touchpointsAfter, site)) yield* rows.map(fromRow);
    },

    async journeysBegun(site, { from, to }) {
      const [row] = driver.all<{ journeys: number }>(SQL.journeysBegun, site, from, to);
      return row!.journeys;
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
      return rebuild(site);
    },

    async deliveries(site, { from, to, settledBefore }) {
      return driver.all<DeliveryCount>(
        SQL.deliveries,
        settledBefore,
        settledBefore,
        site,
        from,
        to,
      );
    },

    async late(site, { from, to, receivedFrom }) {
      return driver.all<LateArrival>(SQL.late, site, receivedFrom, from, to);
    },

    async firstReceivedAt(site) {
      return driver.all<{ at: number }>(SQL.firstReceived, site)[0]?.at;
    },

    async audit({ at, actor, action, site, detail }) {
      driver.run(
        SQL.addAudit,
        at,
        actor,
        action,
        site ?? null,
        detail ? JSON.stringify(detail) : null,
      );
    },

    async auditLog({ site, limit }) {
      return driver.all<AuditRow>(SQL.auditLog, site ?? null, limit).map(
        ({ id, at, actor, action, site: about, detail }): AuditEntry => ({
          id,
          at,
          actor,
          action,
          ...(about !== null && { site: about }),
          ...(detail !== null && { detail: JSON.parse(detail) }),
        }),
      );
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
  return store;
}

/** A driver that forgets what it remembered of people when that may no longer be what is stored. */
function remembering(database: SqlDriver, memory: Memory): SqlDriver {
  return {
    ...database,
    transaction: (work) => {
      try {
        return database.transaction(() => {
          memory.asOf(database.version?.());
          return work();
        });
      } catch (error) {
        memory.forgetAll();
        throw error;
      }
    },
  };
}

/** Whom a commit concerns. */
interface Touched {
  /** Those who are settled as a whole. */
  persons: Set<string>;
  /** Those who did more, and what. */
  additions: Map<string, TouchpointRow[]>;
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

interface AuditRow extends Pick<AuditEntry, 'id' | 'at' | 'actor' | 'action'> {
  site: string | null;
  detail: string | null;
}
