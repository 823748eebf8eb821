import type { Site } from '../../sites/site.ts';
import { placesOf } from './adding.ts';
import type { ClickHouseDriver, Params } from './clickhouseDriver.ts';
import { inParts } from './inParts.ts';
import type { Layout, Table } from './layout.ts';
import type { Reading } from './reading.ts';
import type { Settling } from './settling.ts';
import { type OwnedRow, sourceOf } from './sources.ts';
import { SQL } from './statements.ts';
import { TABLES } from './tables.ts';

export type Removing = ReturnType<typeof removing>;

/** Removes touchpoints with all that is kept because of them, and folds whom that concerns. */
export function removing(driver: ClickHouseDriver, settling: Settling, layout: Layout) {
  /** @param condition A constant of these files. */
  const removeFrom = (table: Table, condition: string, params: Params): Promise<void> =>
    driver.command(
      `delete from ${layout.removable(table)} where site = {site:String} and ${condition}`,
      params,
    );

  /** The same for what nobody reads any more: it is sure to go, and nobody waits for it. */
  const discardFrom = (table: Table, condition: string, params: Params): Promise<void> =>
    removeFrom(table, `${condition} settings lightweight_deletes_sync = 0`, params);

  /** Removes rows by the second and the third column of a table's key. */
  const removePairs = async (
    [second, third]: readonly [string, string],
    { site, pairs }: { site: string; pairs: readonly (readonly [string, string])[] },
    remove: (condition: string, params: Params) => Promise<void>,
  ): Promise<void> => {
    for (const part of inParts(pairs)) {
      await remove(
        `${second} in {seconds:Array(String)} and
          has(arrayZip({seconds:Array(String)}, {thirds:Array(String)}), (${second}, ${third}))`,
        { site, seconds: part.map(([each]) => each), thirds: part.map(([, each]) => each) },
      );
    }
  };

  /** What another collector writes at this very moment may go along: the next row writes it again. */
  const removeLeads = (site: string, pairs: readonly (readonly [string, string])[]) =>
    removePairs(['name', 'source'], { site, pairs }, (condition, params) =>
      discardFrom(TABLES.places, condition, params),
    );

  const removeVerdicts = async (site: string, visitors: readonly string[]): Promise<void> => {
    const verdicts = await driver.rows<{ visitor: string }>(SQL.verdicts, { site });
    const names = verdicts.map(({ visitor }) => visitor).filter((each) => visitors.includes(each));
    if (names.length === 0) return;
    await removeFrom(TABLES.verdicts, 'visitor in {names:Array(String)}', { site, names });
  };

  /**
   * Removes what persons were folded to before. That they are gone stays: who folds them at this very
   * moment may have read what was removed since, and writes it down with a lesser version.
   */
  const removeFolds = async (
    persons: readonly string[],
    { site, version }: { site: string; version: number },
  ): Promise<void> => {
    for (const names of inParts(persons)) {
      await removeFrom(
        TABLES.folds,
        'person in {names:Array(String)} and version < {version:UInt64}',
        { site, names, version },
      );
    }
  };

  return {
    removeFrom,
    removeLeads,

    /** Removes the last trace of persons who are gone for good: that they are. */
    async sweep(site: string): Promise<void> {
      const gone = await driver.rows<{ person: string; version: number }>(SQL.gone, { site });
      // Who is back meanwhile has a later one.
      const version = Math.max(...gone.map((each) => each.version));
      for (const names of inParts(gone.map(({ person }) => person))) {
        const them = 'person in {names:Array(String)} and version <= {version:UInt64} and';
        await removeFrom(TABLES.folds, `${them} kind = 'journey'`, { site, names, version });
        await discardFrom(TABLES.folds, `${them} gone`, { site, names, version });
      }
    },

    /** @param reading Has read the rows. */
    async remove(site: Site, rows: readonly OwnedRow[], reading: Reading): Promise<void> {
      if (rows.length === 0) return;
      const sources = [...new Set(rows.map(sourceOf))];
      // Who told of an order that is removed is known before, and not after.
      const before = await reading.readAround(sources);
      const pairs = rows.map(({ source, id }) => [source, id] as const);
      const isCopied = (await reading.copiesAt(sources)).size > 0;
      for (const table of [TABLES.touchpoints, ...(isCopied ? [TABLES.copies] : [])]) {
        await removePairs(['source', 'id'], { site: site.id, pairs }, (condition, params) =>
          removeFrom(table, condition, params),
        );
      }
      const { known, persons, version } = await settling.settle(site, sources, { also: before });

      const left = sources.flatMap(known.rowsAt).flatMap((row) => placesOf(site.id, row));
      const isLeft = new Set(left.map(({ name, source }) => JSON.stringify([name, source])));
      const leads = rows
        .flatMap((row) => placesOf(site.id, row))
        .map(({ name, source }) => [name, source] as const)
        .filter((pair) => !isLeft.has(JSON.stringify(pair)));
      await removeLeads(site.id, leads);

      const empty = sources.filter((source) => known.rowsAt(source).length === 0);
      await removeVerdicts(
        site.id,
        empty.map((source) => source.slice(2)),
      );
      const nobody = [...persons].filter(
        (person) => known.rowsOf(person).length + known.rowsAt(person).length === 0,
      );
      await removeFolds(nobody, { site: site.id, version });
    },
  };
}
