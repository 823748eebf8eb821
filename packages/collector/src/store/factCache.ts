import { type Part, partOf } from '@cartograph/report';
import type { Range } from './store.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Longer periods are read as they are: they would only push each other out. */
const MAX_DAYS = 3700;

/** Which moment of a journey its facts are looked up by. */
export const KINDS = ['carts', 'orders', 'journeys', 'stages', 'trails'] as const;

export type Kind = (typeof KINDS)[number];

/**
 * How long a part is, by what it is of. A journey that changes costs its part, so parts are short; orders
 * are asked for from the first one on, so theirs are long.
 */
const PART_MS: Record<Kind, number> = {
  carts: 6 * HOUR_MS,
  orders: 7 * 24 * HOUR_MS,
  journeys: 6 * HOUR_MS,
  stages: 6 * HOUR_MS,
  trails: 6 * HOUR_MS,
};

/**
 * As many characters of text are a fact that something is remembered of, counted once for each thing: some
 * tens of bytes.
 */
const CHARS_A_FOUND = 10;

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
  const maxFound = maxChars / CHARS_A_FOUND;
  /** Parts, and among them those whose facts are here; who was asked for longest ago comes first. */
  const entries = new Map<string, Entry>();
  const loaded = new Map<string, Entry>();
  let chars = 0;
  let found = 0;
  const keyOf = (kind: Kind, site: string, place: number) => `${kind} ${place} ${site}`;

  const unload = (key: string, entry: Entry) => {
    chars -= entry.read?.chars ?? 0;
    entry.read = undefined;
    loaded.delete(key);
  };

  const forget = (key: string): void => {
    const entry = entries.get(key);
    if (!entry) return;
    unload(key, entry);
    found -= entry.found;
    entry.isForgotten = true;
    entries.delete(key);
  };

  const factsOf = (key: string, entry: Entry, read: () => Read<unknown>): readonly unknown[] => {
    const known = entry.read ?? read();
    // Who asked for it before it was forgotten may go on with it, and nobody else.
    if (entry.isForgotten) return known.facts;
    if (!entry.read) chars += known.chars;
    entry.read = known;
    loaded.delete(key);
    loaded.set(key, entry);
    for (const [oldest, other] of loaded) {
      if (chars <= maxChars) break;
      unload(oldest, other);
    }
    return known.facts;
  };

  const entryOf = (key: string, range: Range, read: () => Read<unknown>): Entry => {
    const entry: Entry = {
      found: 1,
      isForgotten: false,
      part: partOf<unknown>(() => factsOf(key, entry, read), {
        ...range,
        onFound: (facts) => {
          if (entry.isForgotten) return;
          entry.found += facts;
          found += facts;
        },
      }),
    };
    found += entry.found;
    return entry;
  };

  return {
    /** The facts of a period, those of parts that aren't remembered by `read` once they are asked for. */
    parts<Fact>(
      kind: Kind,
      site: string,
      { from, to }: Range,
      { read, momentOf }: { read: (part: Range) => Read<Fact>; momentOf: (fact: Fact) => number },
    ): Part<Fact>[] {
      if (!(to - from <= MAX_DAYS * 24 * HOUR_MS)) {
        const { facts } = read({ from, to });
        return [partOf(() => facts, { from, to })];
      }
      const length = PART_MS[kind];
      const parts: Part<Fact>[] = [];
      for (let place = Math.floor(from / length); place * length < to; place++) {
        const key = keyOf(kind, site, place);
        const range = { from: place * length, to: (place + 1) * length };
        const entry = entries.get(key) ?? entryOf(key, range, () => read(range));
        entries.delete(key);
        entries.set(key, entry);
        const whole = entry.part as Part<Fact>;
        const cut = { from: Math.max(from, range.from), to: Math.min(to, range.to) };
        const isWhole = cut.from === range.from && cut.to === range.to;
        parts.push(isWhole ? whole : whole.cut(`${cut.from} ${cut.to}`, within(cut, momentOf)));
      }
      for (const key of entries.keys()) {
        if (found <= maxFound) break;
        forget(key);
      }
      return parts;
    },

    /** Forgets the parts that a journey is, or was, in. */
    changed(site: string, { startedAt, createdAt, orderedAt }: Moments): void {
      for (const kind of KINDS) {
        const at = kind === 'carts' ? createdAt : kind === 'orders' ? orderedAt : startedAt;
        if (at !== null) forget(keyOf(kind, site, Math.floor(at / PART_MS[kind])));
      }
    },

    clear(): void {
      for (const key of [...entries.keys()]) forget(key);
    },
  };
}

interface Entry {
  part: Part<unknown>;
  read?: Read<unknown> | undefined;
  /** How many facts something is remembered of, once for each thing, and one for itself. */
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
