import { type Part, partOf } from './part.ts';

/** The journeys that a question is about, in parts. */
export interface Facts<Fact> extends Iterable<Fact> {
  readonly parts: readonly Part<Fact>[];
}

export function factsOf<Fact>(parts: readonly Part<Fact>[]): Facts<Fact> {
  return {
    parts,
    *[Symbol.iterator]() {
      for (const part of parts) yield* part.facts();
    },
  };
}

/** The parts that can have something of a period. */
export function partsIn<Fact>(
  facts: Iterable<Fact> | Facts<Fact>,
  { from, to }: { from: number; to: number },
): readonly Part<Fact>[] {
  return partsOf(facts).filter((part) => part.from < to && part.to > from);
}

/** Any facts in parts: where nothing is remembered of them, they are one. */
export function partsOf<Fact>(facts: Iterable<Fact> | Facts<Fact>): readonly Part<Fact>[] {
  if ('parts' in facts) return facts.parts;
  const all = Array.isArray(facts) ? (facts as readonly Fact[]) : [...facts];
  return [partOf(() => all)];
}
