import { isMeasured } from '../../delivery/pageLoadsOf.ts';
import type { Verdict } from '../../quarantine/reasons.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { inParts } from './inParts.ts';
import { concernedBy, knownPeople, ordersIn } from './known.ts';
import { keyOf, type OwnedRow, type SourceRow } from './sources.ts';
import { SQL } from './statements.ts';

export type Reading = Awaited<ReturnType<typeof startReading>>;

/** Reads sources of a site, each whole and once, for as long as one answer or one fold takes. */
export async function startReading(driver: ClickHouseDriver, site: string) {
  const verdicts = driver.rows<{ visitor: string; verdict: Verdict }>(SQL.verdicts, { site });
  // Whoever reads below waits for it; should reading fail first, nobody does.
  verdicts.catch(() => {});
  const known = knownPeople((visitor) => byVisitor.get(visitor));
  const looked = new Set<string>();
  let byVisitor = new Map<string, Verdict>();

  /** Reads sources, and those that names lead to, that were not read before. */
  const read = async (wanted: { sources?: Iterable<string>; names?: Iterable<string> }) => {
    const sources = [...new Set(wanted.sources ?? [])].filter((source) => !known.has(source));
    const names = [...new Set(wanted.names ?? [])].filter((name) => !looked.has(name));
    for (const name of names) looked.add(name);
    const found = await Promise.all(
      partsOf(sources, names).map((part) =>
        driver.rows<Found>(part.names.length > 0 ? SQL.rowsAround : SQL.rowsAt, { site, ...part }),
      ),
    );
    byVisitor = new Map((await verdicts).map(({ visitor, verdict }) => [visitor, verdict]));
    const rows = new Map(
      found.flat().map((row): [string, SourceRow] => [keyOf(row), { ...row, quarantine: null }]),
    );
    for (const [source, group] of Map.groupBy(rows.values(), (row) => row.source)) {
      known.add(source, group);
    }
    for (const source of sources) known.add(source, []);
  };

  /** Reads all that persons' journeys are folded from. */
  const readPersons = async (persons: Iterable<string>): Promise<void> => {
    const all = [...persons];
    await read({
      sources: all.filter((person) => person.startsWith('v:')),
      names: all.filter((person) => person.startsWith('u:')),
    });
    await read({ names: all.flatMap((person) => ordersOf(known.rowsOf(person))) });
  };

  return {
    known,
    read,
    readPersons,

    /** How often touchpoints of sources arrived again: a tracker's, which is asked about its deliveries. */
    copiesAt: (sources: readonly string[]): Promise<ReadonlyMap<string, number>> =>
      copiesOf(
        driver,
        site,
        sources.filter((source) => known.rowsAt(source).some(isMeasured)),
      ),

    /**
     * Everybody whose journeys rows at these sources can change, and all that these are folded from:
     * whom the rows may be of, and whoever tells of the same orders.
     *
     * @param names What is known to be looked up anyway, which saves a way to the database.
     */
    async readAround(
      sources: readonly string[],
      names: readonly string[] = [],
    ): Promise<Set<string>> {
      await read({ sources, names });
      const rows = sources.flatMap(known.rowsAt);
      await read({ names: ordersOf(rows) });
      const persons = new Set([...concernedBy(rows), ...ordersIn(rows).flatMap(known.tellersOf)]);
      await readPersons(persons);
      return persons;
    },
  };
}

/** How often touchpoints of sources arrived again, those that did. */
export async function copiesOf(
  driver: ClickHouseDriver,
  site: string,
  sources: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const copied = await Promise.all(
    inParts(sources).map((part) => driver.rows<Copied>(SQL.copies, { site, sources: part })),
  );
  return new Map(copied.flat().map((row) => [keyOf(row), row.copies]));
}

type Found = Omit<SourceRow, 'quarantine'>;

interface Copied {
  source: string;
  id: string;
  copies: number;
}

function ordersOf(rows: readonly OwnedRow[]): string[] {
  return ordersIn(rows).map((order) => `o:${order}`);
}

function partsOf(sources: readonly string[], names: readonly string[]) {
  const [some, others] = [inParts(sources), inParts(names)];
  return Array.from({ length: Math.max(some.length, others.length) }, (_, part) => ({
    sources: some[part] ?? [],
    names: others[part] ?? [],
  }));
}
