import { type JourneyFact, partOf } from '@cartograph/report';
import { factCache, type Kind, MOMENTS, partAt, partsIn, type Source } from '../factCache.ts';
import { type FactRow, toFact } from '../journeyTexts.ts';
import type { FactsBy, Range, Store } from '../store.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { oneByOne } from './oneByOne.ts';
import { packedFacts } from './packedFacts.ts';
import { SQL } from './statements.ts';

/** Facts that one statement reads, unless one part has more: a few megabytes. */
const FACTS_AT_ONCE = 5000;

/** How often it is seen to that what several statements read is of one moment. */
const LOOKS = 4;

const STAMPS: Record<Kind, string> = {
  carts: SQL.cartStamps,
  orders: SQL.orderStamps,
  journeys: SQL.journeyStamps,
  stages: SQL.journeyStamps,
  trails: SQL.journeyStamps,
};

/**
 * Facts in parts, each the same for as long as no journey in it changes, whichever collector changes one.
 *
 * The database is asked each time what the parts are made of: every journey has a digest, and their sum
 * is the stamp of a part. That reads two columns of numbers instead of texts, and it can't be wrong, since
 * it says what is there and not who wrote when. What has another stamp than before is read again.
 *
 * A report asks a part for its facts once it finds that it needs them, and waits for no database then. So
 * what was read stays here, packed.
 */
export function factParts(
  driver: ClickHouseDriver,
  { maxFactChars }: { maxFactChars?: number | undefined } = {},
): NonNullable<Store['parts']> {
  const cache = factCache(maxFactChars);
  const inTurn = oneByOne();

  const rowsOf = (kind: Kind, site: string, { from, to }: Range) =>
    driver.rows<StoredFact>(SQL[kind], { site, from, to });

  const stampsOf = async (kind: Kind, site: string, parts: readonly Range[]) => {
    const { from, to: end } = parts[0]!;
    const { to } = parts.at(-1)!;
    const length = end - from;
    const found = await driver.rows<Stamp & { place: number }>(STAMPS[kind], {
      ...{ site, from, to, length },
    });
    const byPlace = new Map(found.map((stamp) => [stamp.place, stamp]));
    return parts.map(
      (part): Stamped => ({
        part,
        ...(byPlace.get(part.from / length) ?? NOTHING),
      }),
    );
  };

  /** Reads parts. Resolves to how many statements that took. */
  const load = async (
    kind: Kind,
    site: string,
    { wanted, sources }: { wanted: readonly Stamped[]; sources: Sources },
  ): Promise<number> => {
    const groups = neighbours(wanted);
    for (const parts of groups) {
      const range = { from: parts[0]!.from, to: parts.at(-1)!.to };
      const rows = await rowsOf(kind, site, range);
      const byPart = Map.groupBy(rows, ({ at }) => partAt(kind, at).from);
      for (const { from } of parts) sources.set(from, await sourceOf(byPart.get(from) ?? []));
    }
    return groups.length;
  };

  return async <By extends keyof FactsBy>(kind: By, site: string, range: Range) => {
    type Fact = FactsBy[By];
    const ranges = partsIn(kind, range);
    if (!ranges) {
      const rows = await rowsOf(kind, site, range);
      const facts = unique(rows).map(toFact) as Fact[];
      return [partOf(() => facts, range)];
    }
    if (ranges.length === 0) return [];

    const sources: Sources = new Map();
    /** Takes what is here already. Returns the rest. */
    const take = (stamped: readonly Stamped[]) =>
      stamped.filter(({ part, stamp }) => {
        const known = [sources.get(part.from), cache.sourceOf(kind, site, part)];
        const same = known.find((source) => source?.stamp === stamp);
        if (same) sources.set(part.from, same);
        return !same;
      });
    const remembered = () =>
      cache.parts<Fact>(kind, site, range, {
        source: ({ from }) => sources.get(from) as Source<Fact>,
        momentOf: MOMENTS[kind],
      });

    const missing = take(await stampsOf(kind, site, ranges));
    if (missing.length > 0) {
      await inTurn(`${kind} ${site}`, async () => {
        // Somebody else may have read the same meanwhile.
        let wanted = take(missing);
        for (let looks = 0; wanted.length > 0 && looks < LOOKS; looks++) {
          const statements = await load(kind, site, { wanted, sources });
          wanted = statements > 1 ? take(await stampsOf(kind, site, ranges)) : [];
        }
        remembered();
      });
    }
    return remembered();
  };
}

/** Where the facts of parts come from, by when these begin. */
type Sources = Map<number, Source<unknown>>;

/** What the database has in a part. */
interface Stamp {
  stamp: string;
  facts: number;
}

interface Stamped extends Stamp {
  part: Range;
}

interface StoredFact extends FactRow {
  at: number;
  digest: string;
}

const NOTHING: Stamp = { stamp: '0', facts: 0 };

async function sourceOf(rows: readonly StoredFact[]): Promise<Source<JourneyFact>> {
  const sum = rows.reduce((all, { digest }) => all + BigInt(digest), 0n);
  return { stamp: `${BigInt.asUintN(64, sum)}`, ...(await packedFacts(unique(rows))) };
}

/** A fold that was written twice counts once. */
function unique(rows: readonly StoredFact[]): StoredFact[] {
  return [...new Map(rows.map((row) => [row.digest, row])).values()];
}

/** Parts that lie side by side and are not too much for one statement. */
function neighbours(wanted: readonly Stamped[]): Range[][] {
  const groups: Range[][] = [];
  let count = 0;
  for (const { part, facts } of wanted) {
    const last = groups.at(-1);
    count += facts;
    if (last && last.at(-1)!.to === part.from && count <= FACTS_AT_ONCE) last.push(part);
    else {
      groups.push([part]);
      count = facts;
    }
  }
  return groups;
}
