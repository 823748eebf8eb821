import { bytesOf } from './bytesOf.ts';

/**
 * Some of the journeys that a question is about: those of one day, say. It never changes; where other
 * journeys come to be in its place, that is another part.
 *
 * A report over a month sums up what was found in each part of it, and most parts are the same the next
 * time: so what was found is remembered with the part, and the facts themselves are read only for
 * what was not.
 */
export interface Part<Fact> {
  /** Which moments its facts lie in, by what they are looked up by: epoch milliseconds, half-open. */
  readonly from: number;
  readonly to: number;

  facts(): readonly Fact[];

  /**
   * What `find` makes of the facts, found once. Shared: nobody may change it.
   *
   * @param asked What is found, by name, and all that it depends on but the facts: what differs in
   *   anything is another. `asOf` is the moment it is true at.
   * @param find Where it takes no facts, none are read for it.
   * @param isSame Whether what was found holds, where it depends on more than can be named.
   */
  recall<Found extends Lasting>(
    asked: Asked,
    find: (facts: readonly Fact[], asOf: number) => Found,
    isSame?: (found: Found) => boolean,
  ): Found;

  /** Those of its facts that `keep` keeps: the same part each time that it is asked by the same name. */
  cut(
    name: string,
    options: { keep: (fact: Fact) => boolean; from?: number; to?: number },
  ): Part<Fact>;
}

export interface Asked {
  name: string;
  /** Epoch milliseconds. */
  asOf: number;
}

/** Something that was true at one moment, and will be for a while. */
export interface Lasting {
  /** The moment that it changes by itself, epoch milliseconds: a cart is abandoned by then. */
  until: number;
}

export interface PartOptions {
  from?: number;
  to?: number;
  /** Told of how many more bytes (or fewer) are remembered, roughly: to keep the memory in bounds. */
  onFound?: (bytes: number) => void;
}

/** What it takes to remember something by its name, and a part of a part. */
const FOUND_BYTES = 150;
const CUT_BYTES = 1000;

/** Different things that are remembered of one part: all reports together find out some twenty. */
const MOST_FOUND = 40;

/** Parts of it that are remembered. */
const MOST_CUTS = 12;

/** @param facts Gives the same ones each time. */
export function partOf<Fact>(
  facts: () => readonly Fact[],
  { from = -Infinity, to = Infinity, onFound = () => {} }: PartOptions = {},
): Part<Fact> {
  const found = new Map<string, { asOf: number; value: Lasting; bytes: number }>();
  const cuts = new Map<string, { part: Part<Fact>; bytes: number }>();
  return {
    from,
    to,
    facts,

    recall<Found extends Lasting>(
      { name, asOf }: Asked,
      find: (facts: readonly Fact[], asOf: number) => Found,
      isSame: (found: Found) => boolean = () => true,
    ): Found {
      const known = found.get(name);
      const isNow = known && asOf >= known.asOf && asOf < known.value.until;
      if (isNow && isSame(known.value as Found)) return known.value as Found;
      const value = find(find.length === 0 ? NONE : facts(), asOf);
      const bytes = FOUND_BYTES + bytesOf(value);
      onFound(bytes - (known?.bytes ?? 0));
      onFound(-keep(found, MOST_FOUND, [name, { asOf, value, bytes }]));
      return value;
    },

    cut(name, { keep: isKept, from: start = from, to: end = to }) {
      const known = cuts.get(name);
      if (known) return known.part;
      const made = {
        bytes: CUT_BYTES,
        part: partOf(() => facts().filter(isKept), {
          from: start,
          to: end,
          onFound: (bytes) => {
            if (cuts.get(name) !== made) return;
            made.bytes += bytes;
            onFound(bytes);
          },
        }),
      };
      onFound(made.bytes - keep(cuts, MOST_CUTS, [name, made]));
      return made.part;
    },
  };
}

const NONE: readonly never[] = [];

/** The same part, for questions about another moment than it is looked up by: that can be any. */
export function unplaced<Fact>(part: Part<Fact>): Part<Fact> {
  return { ...part, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
}

/** Keeps the latest. Returns how many bytes are no longer remembered. */
function keep<Value extends { bytes: number }>(
  known: Map<string, Value>,
  most: number,
  [name, value]: readonly [name: string, value: Value],
): number {
  known.delete(name);
  known.set(name, value);
  if (known.size <= most) return 0;
  const [oldest, dropped] = known.entries().next().value!;
  known.delete(oldest);
  return dropped.bytes;
}
