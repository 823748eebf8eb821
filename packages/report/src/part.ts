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
  /** Told of how many more facts (or fewer) something is remembered: to keep the memory in bounds. */
  onFound?: (facts: number) => void;
}

/** Different things that are remembered of one part, and as many parts of it. */
const MOST = 12;

/** @param facts Gives the same ones each time. */
export function partOf<Fact>(
  facts: () => readonly Fact[],
  { from = -Infinity, to = Infinity, onFound = () => {} }: PartOptions = {},
): Part<Fact> {
  const found = new Map<string, { asOf: number; value: Lasting; facts: number }>();
  let size = 0;
  const cuts = new Map<string, { part: Part<Fact>; facts: number }>();
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
      const all = find.length === 0 ? NONE : facts();
      size = Math.max(size, all.length);
      const value = find(all, asOf);
      onFound(size - (known?.facts ?? 0));
      onFound(-keep(found, name, { asOf, value, facts: size }));
      return value;
    },

    cut(name, { keep: isKept, from: start = from, to: end = to }) {
      const known = cuts.get(name);
      if (known) return known.part;
      const made = {
        facts: 0,
        part: partOf(() => facts().filter(isKept), {
          from: start,
          to: end,
          onFound: (count) => {
            if (cuts.get(name) !== made) return;
            made.facts += count;
            onFound(count);
          },
        }),
      };
      onFound(-keep(cuts, name, made));
      return made.part;
    },
  };
}

const NONE: readonly never[] = [];

/** The same part, for questions about another moment than it is looked up by: that can be any. */
export function unplaced<Fact>(part: Part<Fact>): Part<Fact> {
  return { ...part, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
}

/** Keeps the latest. Returns how many facts something is no longer remembered of. */
function keep<Value extends { facts: number }>(
  known: Map<string, Value>,
  name: string,
  value: Value,
): number {
  known.delete(name);
  known.set(name, value);
  if (known.size <= MOST) return 0;
  const [oldest, dropped] = known.entries().next().value!;
  known.delete(oldest);
  return dropped.facts;
}
