import type { Site } from '../../sites/site.ts';
import type { ArrivedRow } from '../row.ts';
import type { ClickHouseDriver, Values } from './clickhouseDriver.ts';
import type { Settling } from './settling.ts';
import { sourceOf, userOf } from './sources.ts';
import { TABLES } from './tables.ts';

export type Adding = ReturnType<typeof adding>;

/** What is to be written of a site. */
export interface Addition {
  rows: readonly ArrivedRow[];
  /** Copies that arrived of rows. */
  copies: readonly { row: ArrivedRow; times: number }[];
  /** Whose persons are folded, be there anything to write or not. */
  touched: readonly ArrivedRow[];
}

/**
 * Writes rows, and folds whom they concern. Who fails on the way has not answered: the sender comes
 * again, and finds its touchpoints known or not, but their persons folded in either case.
 */
export function adding(driver: ClickHouseDriver, settling: Settling) {
  const insert = async (table: { name: string }, rows: readonly Values[]) => {
    if (rows.length > 0) await driver.insert(table.name, rows, crypto.randomUUID());
  };

  return async (site: Site, { rows, copies, touched }: Addition): Promise<void> => {
    const places = rows.flatMap((row) => placesOf(site.id, row));
    // What a browser sends at once arrives at once: one lead for all of it.
    const leads = new Map(
      places.map((place) => [JSON.stringify([place.name, place.source]), place]),
    );
    await insert(TABLES.places, [...leads.values()]);
    await Promise.all([
      insert(
        TABLES.touchpoints,
        rows.map(({ quarantine: _, told: __, ...row }) => ({
          site: site.id,
          source: sourceOf(row),
          ...row,
        })),
      ),
      insert(
        TABLES.copies,
        copies.map(({ row, times }) => ({
          ...{ site: site.id, source: sourceOf(row), id: row.id, times },
        })),
      ),
    ]);
    const names = touched.flatMap(namesIn);
    if (touched.length > 0) await settling.settle(site, touched.map(sourceOf), { names });
  };
}

/** A lead to a source. */
interface Place extends Values {
  site: string;
  name: string;
  source: string;
}

/** Where a row can be found: by its id, its user, its order, and when it arrived. */
export function placesOf(site: string, row: ArrivedRow): Place[] {
  const source = sourceOf(row);
  const names = [`i:${row.id}`, ...namesIn(row), momentNamed(row.received_at)];
  return names.map((name) => ({ site, name, source }));
}

/** The name of a moment, in epoch milliseconds, among places: names sort as moments do. */
export function momentNamed(at: number): string {
  return `t:${String(at).padStart(16, '0')}`;
}

/** The user and the order that a row names. */
function namesIn({ owner, transaction_id }: ArrivedRow): string[] {
  return [
    ...(userOf(owner) === undefined ? [] : [owner]),
    ...(transaction_id === null ? [] : [`o:${transaction_id}`]),
  ];
}
