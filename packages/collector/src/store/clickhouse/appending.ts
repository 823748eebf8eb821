import { isMeasured } from '../../delivery/pageLoadsOf.ts';
import type { Site } from '../../sites/site.ts';
import { type ArrivedRow, toRow } from '../row.ts';
import type { Appended, Store, Write } from '../store.ts';
import type { Adding } from './adding.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { inParts } from './inParts.ts';
import { SQL } from './statements.ts';

/** Adds what arrived, and says what of it was there already, as far as this collector can see. */
export function appending(driver: ClickHouseDriver, add: Adding): Store['append'] {
  const knownIds = async (site: string, ids: readonly string[]): Promise<Set<string>> => {
    const found = await Promise.all(
      inParts(ids).map(async (part) => {
        const names = part.map((id) => `i:${id}`);
        const leads = await driver.rows<{ name: string; source: string }>(SQL.leads, {
          site,
          names,
        });
        // Most are new, and nothing leads anywhere.
        if (leads.length === 0) return [];
        return driver.rows<{ id: string }>(SQL.known, {
          site,
          sources: [...new Set(leads.map(({ source }) => source))],
          ids: leads.map(({ name }) => name.slice(2)),
        });
      }),
    );
    return new Set(found.flat().map(({ id }) => id));
  };

  const appendTo = async (site: Site, writes: readonly Write[]): Promise<Appended[]> => {
    const batches = writes.map(({ touchpoints }) => touchpoints.map(toRow));
    const touched = batches.flat();
    const known = await knownIds(site.id, [...new Set(touched.map(({ id }) => id))]);
    const rows: ArrivedRow[] = [];
    const again: ArrivedRow[] = [];
    const appended = batches.map((batch): Appended => {
      const before = rows.length;
      for (const row of batch) {
        (known.has(row.id) ? again : rows).push(row);
        known.add(row.id);
      }
      const accepted = rows.length - before;
      return { accepted, duplicates: batch.length - accepted };
    });
    const copies = again.filter(isMeasured).map((row) => ({ row, times: 1 }));
    await add(site, { rows, copies, touched });
    return appended;
  };

  return async (writes) => {
    const appended: Appended[] = [];
    const numbered = writes.map((write, place) => ({ write, place }));
    const bySite = Map.groupBy(numbered, ({ write }) => write.site.id).values();
    await Promise.all(
      [...bySite].map(async (group) => {
        const { site } = group.at(-1)!.write;
        const results = await appendTo(
          site,
          group.map(({ write }) => write),
        );
        for (const [n, { place }] of group.entries()) appended[place] = results[n]!;
      }),
    );
    return appended;
  };
}
