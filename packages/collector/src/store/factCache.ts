import type { Range } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Longer periods are read as they are: they would only push each other out. */
const MAX_DAYS = 3700;

/** What remembering a day takes by itself, be it empty. */
const KEY_CHARS = 50;

/** Which moment of a journey its facts are looked up by. */
export const KINDS = ['carts', 'orders', 'journeys', 'stages', 'trails'] as const;

export type Kind = (typeof KINDS)[number];

/** The moments of a journey that facts are looked up by, in epoch milliseconds. */
export interface Moments {
  startedAt: number;
  createdAt: number | null;
  orderedAt: number | null;
}

/** Facts of one day, read. */
export interface Read<Fact> {
  facts: readonly Fact[];
  /** Length of the texts that they were read from. */
  chars: number;
}

export type FactCache = ReturnType<typeof factCache>;

/**
 * Remembers facts by the day (UTC) that they are looked up by. Reading them from their texts is most of
 * the work of a report, and days that are over seldom change.
 *
 * What it gives is shared: nobody may change it.
 *
 * @param maxChars Texts that it remembers at most; in memory they take about five times as many bytes.
 */
export function factCache(maxChars = 40e6) {
  const days = new Map<string, Read<unknown>>();
  let chars = 0;
  const keyOf = (kind: Kind, site: string, day: number) => JSON.stringify([kind, site, day]);

  const forget = (key: string) => {
    const day = days.get(key);
    if (!day) return;
    chars -= day.chars + KEY_CHARS;
    days.delete(key);
  };

  const keep = (fresh: ReadonlyMap<string, Read<unknown>>): void => {
    // What is too much for one reading would push out all the rest, and itself before it is asked again.
    const size = [...fresh.values()].reduce((sum, each) => sum + each.chars + KEY_CHARS, 0);
    if (size > maxChars) return;
    for (const [key, day] of fresh) {
      forget(key);
      days.set(key, day);
      chars += day.chars + KEY_CHARS;
    }
    for (const key of days.keys()) {
      if (chars <= maxChars) break;
      forget(key);
    }
  };

  return {
    /** The facts of a period, those of days that aren't remembered by `read`. */
    facts<Fact>(
      kind: Kind,
      site: string,
      { from, to }: Range,
      { read, momentOf }: { read: (day: Range) => Read<Fact>; momentOf: (fact: Fact) => number },
    ): Fact[] {
      if (!(to - from <= MAX_DAYS * DAY_MS)) return [...read({ from, to }).facts];
      const found: Fact[] = [];
      const fresh = new Map<string, Read<Fact>>();
      for (let day = Math.floor(from / DAY_MS); day * DAY_MS < to; day++) {
        const key = keyOf(kind, site, day);
        const whole = { from: day * DAY_MS, to: (day + 1) * DAY_MS };
        const known = (days.get(key) as Read<Fact> | undefined) ?? read(whole);
        fresh.set(key, known);
        const isWhole = from <= whole.from && to >= whole.to;
        for (const fact of known.facts) {
          const at = momentOf(fact);
          if (isWhole || (at >= from && at < to)) found.push(fact);
        }
      }
      keep(fresh);
      return found;
    },

    /** Forgets the days that a journey is, or was, looked up by. */
    changed(site: string, { startedAt, createdAt, orderedAt }: Moments): void {
      for (const kind of KINDS) {
        const at = kind === 'carts' ? createdAt : kind === 'orders' ? orderedAt : startedAt;
        if (at !== null) forget(keyOf(kind, site, Math.floor(at / DAY_MS)));
      }
    },

    clear(): void {
      days.clear();
      chars = 0;
    },
  };
}
