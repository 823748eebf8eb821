import {
  type FoldedJourney,
  fold,
  isServersWord,
  type StoredTouchpoint,
} from '@cartograph/journey';
import type { Verdict } from '../../quarantine/reasons.ts';
import { rulesOf } from '../../sites/rulesOf.ts';
import type { Site } from '../../sites/site.ts';
import { type Material, materialOf, ownerOf, type Words } from '../material.ts';
import { fromRow } from '../row.ts';
import { type OwnedRow, owned, type SourceRow, userOf } from './sources.ts';

export type Known = ReturnType<typeof knownPeople>;

/** What was read of a site so far: whole sources, and what follows from them. Pure. */
export function knownPeople(verdictOf: (visitor: string) => Verdict | undefined) {
  const sources = new Map<string, readonly OwnedRow[]>();
  const byPerson = new Map<string, OwnedRow[]>();
  const byOrder = new Map<string, OwnedRow[]>();
  const byId = new Map<string, OwnedRow[]>();

  const rowsOf = (person: string): readonly OwnedRow[] => byPerson.get(person) ?? [];

  const wordsOn = (order: string): Words =>
    (byOrder.get(order) ?? [])
      .filter(({ quarantine }) => quarantine === null)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map((row) => ({ touchpoint: fromRow(row), person: row.person }));

  const material = (person: string): Material => materialOf(person, rowsOf(person), wordsOn);

  return {
    /** @param rows All of the source, or none. */
    add(source: string, rows: readonly SourceRow[]): void {
      if (sources.has(source)) return;
      const all = owned(rows, verdictOf(rows[0]?.visitor ?? ''));
      sources.set(source, all);
      for (const row of all) {
        push(byPerson, row.person, row);
        push(byId, row.id, row);
        if (row.transaction_id !== null) push(byOrder, row.transaction_id, row);
      }
    },

    has: (source: string): boolean => sources.has(source),
    rowsAt: (source: string): readonly OwnedRow[] => sources.get(source) ?? [],
    rowsOf,
    wordsOn,
    material,
    /** All who ever told of an order, in quarantine or not. */
    tellersOf: (order: string): string[] => (byOrder.get(order) ?? []).map(({ person }) => person),
    /** Every row that was read, by its id: of copies with different visitors, the first that arrived. */
    rowOf: (id: string): OwnedRow | undefined =>
      byId.get(id)?.reduce((first, row) => (row.received_at < first.received_at ? row : first)),

    /** Whose journeys a row is in. */
    personOf(row: OwnedRow): string {
      const order = isServersWord(fromRow(row)) ? row.transaction_id : null;
      return (order === null ? undefined : ownerOf(wordsOn(order))) ?? row.person;
    },

    folded(
      site: Site,
      person: string,
      only: (touchpoint: StoredTouchpoint) => boolean = () => true,
    ): FoldedJourney[] {
      const { touchpoints, foreignOrders } = material(person);
      return fold(touchpoints.filter(only), { ...rulesOf(site), foreignOrders });
    },
  };
}

/** Everybody who may have anything derived from these rows: a row belongs to its visitor or to a user named beside it. */
export function concernedBy(rows: readonly OwnedRow[]): Set<string> {
  return new Set(
    rows.flatMap(({ visitor, owner, person }) => [
      person,
      ...(visitor === '' ? [] : [`v:${visitor}`]),
      ...(userOf(owner) === undefined ? [] : [owner]),
    ]),
  );
}

/** The orders that rows name. */
export function ordersIn(rows: readonly OwnedRow[]): string[] {
  return [...new Set(rows.flatMap(({ transaction_id }) => transaction_id ?? []))];
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
