import {
  type FoldedJourney,
  fold,
  foldOnward,
  isServersWord,
  type Journey,
  personOf,
  type StoredTouchpoint,
} from '@cartograph/journey';
import { judge } from '../quarantine/judge.ts';
import type { Reason, Verdict } from '../quarantine/reasons.ts';
import { rulesOf } from '../sites/rulesOf.ts';
import type { Site } from '../sites/site.ts';
import type { Moments } from './factCache.ts';
import { type JourneyTexts, textsOf } from './journeyTexts.ts';
import { type Material, materialOf as material, ownerOf, type Words } from './material.ts';
import type { Memory } from './memory.ts';
import type { PastJourney, PastPerson } from './pastFolds.ts';
import { fromRow, type TouchpointRow } from './row.ts';
import type { SqlDriver } from './sqlDriver.ts';
import { SQL } from './statements.ts';

export type People = ReturnType<typeof sqlPeople>;

/** Whose a touchpoint is, what of it counts, and the journeys that come of it. */
export function sqlPeople(
  driver: SqlDriver,
  { onward, cache, past }: Pick<Memory, 'onward' | 'cache' | 'past'>,
) {
  const personNamed = (site: string, visitor: string, user?: string): string =>
    personOf({ visitor, user }, (known) => aliasOf(site, known));

  const aliasOf = (site: string, visitor: string): string | undefined =>
    driver.all<{ user: string }>(SQL.aliasOf, site, visitor)[0]?.user;

  /** Whose a row is, by who sent it. */
  const personOfRow = (site: string, { owner }: TouchpointRow): string =>
    owner.startsWith('u:') ? owner : personNamed(site, owner.slice(2));

  /** All that a person's visitors sent, what doesn't count included. */
  const rowsOf = (site: string, person: string): TouchpointRow[] => {
    if (person.startsWith('v:') && aliasOf(site, person.slice(2)) !== undefined) return [];
    const user = person.startsWith('u:') ? person.slice(2) : null;
    return driver.all<TouchpointRow>(SQL.touchpointsOfPerson, site, site, user, person);
  };

  /** Whether these rows, which are stored by now, are all that there is of a visitor whom nobody knew. */
  const isAll = (site: string, person: string, rows: readonly TouchpointRow[]): boolean =>
    person.startsWith('v:') &&
    aliasOf(site, person.slice(2)) === undefined &&
    driver.all(SQL.moreOfOwner, site, person, rows.length).length === 0;

  const wordsOn = (site: string, order: string): Words =>
    driver.all<TouchpointRow>(SQL.wordsOnOrder, site, order).map((row) => ({
      touchpoint: fromRow(row),
      person: personOfRow(site, row),
    }));

  const materialOf = (site: string, person: string, rows: readonly TouchpointRow[]): Material =>
    material(person, rows, (order) => wordsOn(site, order));

  const foldPerson = (
    site: Site,
    person: string,
    {
      rows = rowsOf(site.id, person),
      only = () => true,
    }: {
      rows?: readonly TouchpointRow[];
      only?: (touchpoint: StoredTouchpoint) => boolean;
    } = {},
  ): FoldedJourney[] => {
    const { touchpoints, foreignOrders } = materialOf(site.id, person, rows);
    return fold(touchpoints.filter(only), { ...rulesOf(site), foreignOrders });
  };

  const journeysAt = (
    site: Site,
    { person, without = [] }: PastPerson,
    asOf: number,
  ): readonly PastJourney[] => {
    const asked = JSON.stringify([asOf, without, rulesOf(site)]);
    const unknown = new Set(without);
    const only = ({ at, id }: StoredTouchpoint) => at <= asOf && !unknown.has(id);
    return past.journeys(site.id, person, {
      asked,
      fold: () =>
        foldPerson(site, person, { only }).map(({ journey, touchpoints }) => ({
          journey,
          purchases: touchpoints.filter(({ type }) => type === 'purchase').map(({ id }) => id),
        })),
    });
  };

  const verdictOf = (site: string, visitor: string): Verdict | undefined =>
    driver.all<{ verdict: Verdict }>(SQL.verdictOf, site, visitor)[0]?.verdict;

  const saveJourney = (
    site: string,
    person: string,
    journey: Journey,
    texts: JourneyTexts,
  ): void => {
    const { id, startedAt, lastAt, cart } = journey;
    const [createdAt, orderedAt] = [cart?.createdAt ?? null, cart?.order?.at ?? null];
    const times = [startedAt, lastAt, createdAt, orderedAt];
    const { facts, stages, trail } = texts;
    driver.run(SQL.saveJourney, site, person, id, ...times, facts, stages, trail);
    cache.changed(site, { startedAt, createdAt, orderedAt });
    past.changed(site, person);
  };

  const save = (site: Site, person: string, rows: readonly TouchpointRow[]): void => {
    past.changed(site.id, person);
    const stored = new Map(
      driver
        .all<{ id: string } & JourneyTexts & Moments>(SQL.journeysOfPerson, site.id, person)
        .map((row) => [row.id, row]),
    );
    const { touchpoints, foreignOrders } = materialOf(site.id, person, rows);
    const options = rulesOf(site);
    const folded = foldOnward(touchpoints, { ...options, foreignOrders });
    for (const journey of folded.journeys()) {
      const texts = textsOf(journey);
      const before = stored.get(journey.id);
      stored.delete(journey.id);
      if (sameTexts(before, texts)) continue;
      if (before) cache.changed(site.id, before);
      saveJourney(site.id, person, journey, texts);
    }
    for (const before of stored.values()) {
      cache.changed(site.id, before);
      driver.run(SQL.removeJourney, site.id, person, before.id);
    }
    onward.remember(site.id, person, {
      fold: folded,
      rows,
      verdictOf: (visitor) => verdictOf(site.id, visitor),
      options,
    });
  };

  /** Goes on from what was settled, where that gives what settling the whole person would. */
  const goOn = (site: Site, person: string, rows: readonly TouchpointRow[]): boolean => {
    const next = onward.goOn(site.id, person, { rows, options: rulesOf(site) });
    if (!next) return false;
    for (const journey of next.journeys) {
      saveJourney(site.id, person, journey, textsOf(journey));
    }
    for (const { row, reason } of next.held) {
      const { id, visitor, at } = row;
      driver.run(SQL.setQuarantine, reason, site.id, id);
      driver.run(SQL.addToQuarantine, site.id, person, visitor, reason, at, at);
    }
    return true;
  };

  /** Puts into quarantine what belongs there and takes out what doesn't. Returns the orders that this concerns. */
  const review = (site: string, person: string, rows: readonly TouchpointRow[]): Set<string> => {
    const orders = new Set<string>();
    const held: { visitor: string; reason: Reason; at: number }[] = [];
    const wasHeld = rows.some(({ quarantine }) => quarantine !== null);

    for (const [visitor, group] of Map.groupBy(rows, (row) => row.visitor)) {
      const reasons = judge(group, verdictOf(site, visitor));
      for (const row of group) {
        const reason = reasons.get(row.id) ?? null;
        if (reason !== null) held.push({ visitor, reason, at: row.at });
        if (row.quarantine === reason) continue;
        row.quarantine = reason;
        driver.run(SQL.setQuarantine, reason, site, row.id);
        if (row.transaction_id !== null) orders.add(row.transaction_id);
      }
    }

    if (wasHeld) driver.run(SQL.removeQuarantineOf, site, person);
    const summed = Map.groupBy(held, ({ visitor, reason }) => JSON.stringify([visitor, reason]));
    for (const group of summed.values()) {
      const { visitor, reason } = group[0]!;
      const times = group.map(({ at }) => at).sort((a, b) => a - b);
      const [first, last] = [times[0]!, times.at(-1)!];
      driver.run(SQL.saveQuarantine, site, person, visitor, reason, group.length, first, last);
    }
    return orders;
  };

  return {
    aliasOf,
    personNamed,
    personOfRow,
    rowsOf,
    wordsOn,
    materialOf,
    foldPerson,
    journeysAt,

    /** Whose journeys a touchpoint is in. */
    personOfTouchpoint(site: string, id: string): string | undefined {
      const [row] = driver.all<TouchpointRow>(SQL.touchpoint, site, id);
      if (!row) return undefined;
      const ownOrder = isServersWord(fromRow(row)) ? row.transaction_id : null;
      const owner = ownOrder === null ? undefined : ownerOf(wordsOn(site, ownOrder));
      return owner ?? personOfRow(site, row);
    },

    /**
     * Reviews and folds persons, and whomever that concerns too.
     *
     * @param additions Rows that are new and all that has changed about their person.
     */
    settle(
      site: Site,
      persons: Set<string>,
      additions: ReadonlyMap<string, readonly TouchpointRow[]> = new Map(),
    ): void {
      for (const [person, rows] of additions) {
        if (!persons.has(person) && !goOn(site, person, rows)) persons.add(person);
      }
      const known = new Map<string, readonly TouchpointRow[]>();
      // A set goes on to those that are added on the way.
      for (const person of persons) {
        const added = additions.get(person);
        const rows = added && isAll(site.id, person, added) ? added : rowsOf(site.id, person);
        known.set(person, rows);
        for (const order of review(site.id, person, rows)) {
          for (const word of wordsOn(site.id, order)) persons.add(word.person);
        }
      }
      for (const [person, rows] of known) save(site, person, rows);
    },

    /** Reviews and folds everybody. Resolves to how many persons there are. */
    settleAll(site: Site): number {
      const persons = new Set(
        driver
          .all<{ owner: string }>(SQL.owners, site.id)
          .map(({ owner }) =>
            owner.startsWith('u:') ? owner : personNamed(site.id, owner.slice(2)),
          ),
      );
      for (const person of persons) review(site.id, person, rowsOf(site.id, person));
      for (const person of persons) save(site, person, rowsOf(site.id, person));
      return persons.size;
    },
  };
}

function sameTexts(a: JourneyTexts | undefined, b: JourneyTexts): boolean {
  return a?.facts === b.facts && a.stages === b.stages && a.trail === b.trail;
}
