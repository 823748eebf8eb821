import { isMeasured } from '../../delivery/pageLoadsOf.ts';
import { type ArrivedRow, fromRow, toRow } from '../row.ts';
import type { Arrival, MovingStore } from '../store.ts';
import { strangePlace } from '../strangePlace.ts';
import type { Adding } from './adding.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { copiesOf, startReading } from './reading.ts';
import { keyOf, type SourceRow, sourceOf } from './sources.ts';
import { SQL } from './statements.ts';

/** A row with how often it arrived again. */
interface Counted {
  row: ArrivedRow;
  copies: number;
}

/** How a site moves here, and away. */
export function movingTables(driver: ClickHouseDriver, add: Adding): MovingStore {
  const countedOf = async (
    site: string,
    rows: readonly ArrivedRow[],
  ): Promise<Map<string, Counted>> => {
    const copies = await copiesOf(driver, site, [...new Set(rows.map(sourceOf))]);
    return new Map(
      rows.map((row) => {
        const key = keyOf({ source: sourceOf(row), id: row.id });
        return [row.id, { row, copies: copies.get(key) ?? 0 }];
      }),
    );
  };

  return {
    async arrivals(site, { after = '0/', receivedFrom = 0, limit }) {
      const [place, at = '', id = ''] = /^(-?\d+)\/(.*)$/s.exec(after) ?? [];
      if (place === undefined) throw new RangeError(strangePlace(after));
      const rows = await driver.rows<SourceRow>(SQL.arrivals, {
        ...{ site, at: Number(at), id, receivedFrom, limit },
      });
      const counted = await countedOf(site, rows);
      const last = rows.at(-1);
      return {
        arrivals: [...counted.values()].map(toArrival),
        place: last ? `${last.received_at}/${last.id}` : after,
      };
    },

    async restore(site, arrivals) {
      const reading = await startReading(driver, site.id);
      await reading.read({ names: arrivals.map(({ id }) => `i:${id}`) });
      const ids = [...new Set(arrivals.map(({ id }) => id))];
      const stored = await countedOf(
        site.id,
        ids.flatMap((id) => reading.known.rowOf(id) ?? []),
      );
      const kept = new Map(stored);
      for (const { copies, ...touchpoint } of arrivals) {
        const row = toRow(touchpoint);
        kept.set(row.id, merged(kept.get(row.id), { row, copies }));
      }
      const changed = [...kept].filter(([id, { row }]) => row !== stored.get(id)?.row);
      await add(site, {
        rows: changed.map(([, { row }]) => row),
        copies: [...kept]
          .map(([id, { row, copies }]) => ({ row, times: copies - (stored.get(id)?.copies ?? 0) }))
          .filter(({ times }) => times > 0),
        touched: [...kept.values()].map(({ row }) => row),
      });
      const accepted = kept.size - stored.size;
      return { accepted, duplicates: arrivals.length - accepted };
    },
  };
}

/** What one store would have made of what arrived here and there. */
function merged(ours: Counted | undefined, theirs: Counted): Counted {
  if (!ours) return theirs;
  const { at, received_at, browser, suspicion } = theirs.row;
  if (received_at > ours.row.received_at) return ours;
  if (received_at === ours.row.received_at) {
    return { row: ours.row, copies: Math.max(ours.copies, theirs.copies) };
  }
  return {
    row: { ...ours.row, at, received_at, browser, suspicion },
    copies: theirs.copies + ours.copies + Number(isMeasured(ours.row)),
  };
}

function toArrival({ row, copies }: Counted): Arrival {
  const { browser, suspicion } = row;
  return {
    ...fromRow(row),
    ...(browser !== null && { browser }),
    ...(suspicion !== null && { suspicion }),
    copies,
  };
}
