import { isMeasured } from '../../delivery/pageLoadsOf.ts';
import { type ArrivedRow, fromRow, toRow } from '../row.ts';
import type { Arrival, MovingStore } from '../store.ts';
import { strangePlace } from '../strangePlace.ts';
import { type Adding, momentNamed } from './adding.ts';
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

  /** What arrived next, as far as some leads go, and where that ends: nowhere when nothing follows. */
  const pageFrom = async (
    site: string,
    { from, receivedFrom, limit }: { from: Place; receivedFrom: number; limit: number },
  ): Promise<{ rows: SourceRow[]; next: Place | undefined }> => {
    const leads = await driver.rows<{ name: string; source: string }>(SQL.arrivedAt, {
      site,
      from: momentNamed(Math.max(from.at, receivedFrom)),
      name: momentNamed(from.at),
      source: from.source,
      // The first may be done already.
      limit: 1 + Math.ceil(limit / ARRIVALS_A_LEAD),
    });
    const at = ({ name }: { name: string }) => Number(name.slice(2));
    const [first, last] = [leads[0], leads.at(-1)];
    if (!first || !last) return { rows: [], next: undefined };
    const end = { at: at(last), source: last.source, id: PAST };
    if (placeOf(end) === placeOf(from)) return { rows: [], next: undefined };
    const rows = await driver.rows<SourceRow>(SQL.arrivals, {
      site,
      ...from,
      sources: [...new Set(leads.map(({ source }) => source))],
      ...{ first: at(first), last: end.at, lastSource: end.source, limit },
    });
    const reached = rows.length < limit ? undefined : rows.at(-1);
    return { rows, next: reached ? { ...reached, at: reached.received_at } : end };
  };

  return {
    async arrivals(site, { after = placeOf(START), receivedFrom = 0, limit }) {
      for (let from = toPlace(after); ; ) {
        const { rows, next } = await pageFrom(site, { from, receivedFrom, limit });
        if (rows.length > 0 || !next) {
          const arrivals = [...(await countedOf(site, rows)).values()].map(toArrival);
          return { arrivals, place: next ? placeOf(next) : after };
        }
        from = next;
      }
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

/** Behind which touchpoint of a source, of those that arrived there at a moment, a page begins. */
interface Place {
  at: number;
  source: string;
  id: string;
}

const START: Place = { at: 0, source: '', id: '' };

/** Behind every id. */
const PAST = '\u{10ffff}';

/** Of a browser, at a moment. As many leads as that are read for a page. */
const ARRIVALS_A_LEAD = 4;

function placeOf({ at, source, id }: Place): string {
  return `${at}/${encodeURIComponent(id)}/${source}`;
}

/** @throws {RangeError} For a place that was never given. */
function toPlace(place: string): Place {
  const [, at, id, source] = /^(\d+)\/([^/]*)\/(.*)$/s.exec(place) ?? [];
  if (at === undefined) throw new RangeError(strangePlace(place));
  return { at: Number(at), source: source!, id: decodeURIComponent(id!) };
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
