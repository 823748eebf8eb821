import { type JourneyFact, type Part, partOf } from '@cartograph/report';
import type { Range } from './store.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Longer periods are read as they are: they would only push each other out. */
const MAX_MS = 3700 * 24 * HOUR_MS;

/** Which moment of a journey its facts are looked up by. */
export const KINDS = ['carts', 'orders', 'journeys', 'stages', 'trails'] as const;

export type Kind = (typeof KINDS)[number];

/**
 * How long a part is, by what it is of. A journey that changes costs its part, so parts are short; orders
 * are asked for from the first one on, so theirs are longer.
 */
const PART_MS: Record<Kind, number> = {
  carts: 6 * HOUR_MS,
  orders: 3 * 24 * HOUR_MS,
  journeys: 6 * HOUR_MS,
  stages: 6 * HOUR_MS,
  trails: 6 * HOUR_MS,
};

/** Bytes of memory that facts take by a character of the texts that they were read from. */
const BYTES_A_CHAR = 5;

/** Bytes that a part takes of which nothing is remembered. */
const PART_BYTES = 1000;

/** The moments of a journey that facts are looked up by, in epoch milliseconds. */
export interface Moments {
  startedAt: number;
  createdAt: number | null;
  orderedAt: number | null;
}

/** Facts of a part, read. */
export interface Read<Fact> {
  facts: readonly Fact[];
  /** Length of the texts that they were read from. */
  chars: number;
}

/** Where the facts of a part come from. */
export interface Source<Fact> {
  read(): Read<Fact>;
  /** Says which facts they are, where nobody tells of changes: with another stamp it is another part. */
  stamp?: string | undefined;
  /** Bytes of memory that it takes to read them again. */
  bytes?: number | undefined;
}

/** Which part a moment lies in, by what it is of. */
export function partAt(kind: Kind, at: number): Range {
  const from = Math.floor(at / PART_MS[kind]) * PART_MS[kind];
  return { from, to: from + PART_MS[kind] };
}

/** The parts that a period is in. `undefined` where it is read as it is. */
export function partsIn(kind: Kind, { from, to }: Range): Range[] | undefined {
  if (!(to - from <= MAX_MS)) return undefined;
  const parts: Range[] = [];
  for (let part = partAt(kind, from); part.from < to; part = partAt(kind, part.to))
    parts.push(part);
  return parts;
}

/**
 * Remembers facts in parts, by the hours that they are looked up by, and what reports found out about
 * each part. Reading facts from their texts is most of the work of a report, and hours that are over
 * seldom change: of those only what was found is needed again, so facts may be forgotten before.
 *
 * What it gives is shared: nobody may change it.
 *
 * @param maxChars Characters of texts whose facts are kept, which take about five times as many bytes in
 *   memory. What was found out takes about as much again, at most.
 */
export function factCache(maxChars = 40e6) {
  const maxFound = maxChars * BYTES_A_CHAR;
  /** Parts by when they begin, of each kind and site: years of them are looked up for one answer. */
  const shelves = new Map<string, Shelf>();
  /** Those whose facts are here; which were needed longest ago come first. */
  const loaded = new Set<Entry>();
  let chars = 0;
  let found = 0;
  let asked = 0;

  const shelfOf = (kind: Kind, site: string): Shelf => {
    const name = `${kind} ${site}`;
    const shelf = shelves.get(name) ?? new Map<number, Entry>();
    shelves.set(name, shelf);
    return shelf;
  };

  const unload = (entry: Entry) => {
    chars -= entry.read?.chars ?? 0;
    entry.read = undefined;
    loaded.delete(entry);
  };

  const forget = (shelf: Shelf, from: number): void => {
    const entry = shelf.get(from);
    if (!entry) return;
    unload(entry);
    found -= entry.found;
    entry.isForgotten = true;
    shelf.delete(from);
  };

  /** Those that were asked for longest ago, until the rest is not too much. */
  const forgetOldest = (): void => {
    const all = [...shelves.values()].flatMap((shelf) =>
      [...shelf].map(([from, { askedAt }]) => ({ shelf, from, askedAt })),
    );
    for (const { shelf, from } of all.sort((a, b) => a.askedAt - b.askedAt)) {
      if (found <= maxFound) return;
      forget(shelf, from);
    }
  };

  const factsOf = (entry: Entry, read: () => Read<unknown>): readonly unknown[] => {
    const known = entry.read ?? read();
    // Who asked for it before it was forgotten may go on with it, and nobody else.
    if (entry.isForgotten) return known.facts;
    if (!entry.read) chars += known.chars;
    entry.read = known;
    loaded.delete(entry);
    loaded.add(entry);
    for (const oldest of loaded) {
      if (chars <= maxChars) break;
      unload(oldest);
    }
    return known.facts;
  };

  const entryOf = (range: Range, source: Source<unknown>): Entry => {
    const entry: Entry = {
      found: PART_BYTES + (source.bytes ?? 0),
      askedAt: asked,
      isForgotten: false,
      source,
      part: partOf<unknown>(() => factsOf(entry, source.read), {
        ...range,
        onFound: (bytes) => {
          if (entry.isForgotten) return;
          entry.found += bytes;
          found += bytes;
        },
      }),
    };
    found += entry.found;
    return entry;
  };

  return {
    /** Where the facts of a part come from, of which something is remembered. */
    sourceOf(kind: Kind, site: string, part: Range): Source<unknown> | undefined {
      return shelfOf(kind, site).get(part.from)?.source;
    },

    /** The facts of a period, those of parts that aren't remembered from `source` once they are asked for. */
    parts<Fact>(
      kind: Kind,
      site: string,
      { from, to }: Range,
      {
        source,
        momentOf,
      }: { source: (part: Range) => Source<Fact>; momentOf: (fact: Fact) => number },
    ): Part<Fact>[] {
      const ranges = partsIn(kind, { from, to });
      if (!ranges) {
        const { facts } = source({ from, to }).read();
        return [partOf(() => facts, { from, to })];
      }
      const shelf = shelfOf(kind, site);
      asked++;
      const parts = ranges.map((range): Part<Fact> => {
        const given = source(range);
        if (shelf.get(range.from)?.source.stamp !== given.stamp) forget(shelf, range.from);
        const entry = shelf.get(range.from) ?? entryOf(range, given);
        shelf.set(range.from, entry);
        entry.askedAt = asked;
        const whole = entry.part as Part<Fact>;
        if (range.from >= from && range.to <= to) return whole;
        const cut = { from: Math.max(from, range.from), to: Math.min(to, range.to) };
        return whole.cut(`${cut.from} ${cut.to}`, within(cut, momentOf));
      });
      if (found > maxFound) forgetOldest();
      return parts;
    },

    /** Forgets the parts that a journey is, or was, in. */
    changed(site: string, { startedAt, createdAt, orderedAt }: Moments): void {
      for (const kind of KINDS) {
        const at = kind === 'carts' ? createdAt : kind === 'orders' ? orderedAt : startedAt;
        if (at !== null) forget(shelfOf(kind, site), partAt(kind, at).from);
      }
    },

    clear(): void {
      for (const shelf of shelves.values()) {
        for (const from of [...shelf.keys()]) forget(shelf, from);
      }
    },
  };
}

/** What facts are looked up by. */
export const MOMENTS: Record<Kind, (fact: JourneyFact) => number> = {
  carts: ({ cart }) => cart!.createdAt,
  orders: ({ cart }) => cart!.order!.at,
  journeys: ({ startedAt }) => startedAt,
  stages: ({ startedAt }) => startedAt,
  trails: ({ startedAt }) => startedAt,
};

type Shelf = Map<number, Entry>;

interface Entry {
  part: Part<unknown>;
  /** Which time of asking was the last. */
  askedAt: number;
  source: Source<unknown>;
  read?: Read<unknown> | undefined;
  /** Bytes of what was found, and its own. */
  found: number;
  isForgotten: boolean;
}

function within<Fact>({ from, to }: Range, momentOf: (fact: Fact) => number) {
  const keep = (fact: Fact) => {
    const at = momentOf(fact);
    return at >= from && at < to;
  };
  return { keep, from, to };
}
