import type { Adjusted } from './mantelHaenszel.ts';
import { type Relation, relations } from './relations.ts';
import { compare, splitBy } from './strata.ts';
import type { Suspect } from './suspect.ts';

/** What is left of a suspect once other things that were met are held equal. */
export interface Untangled {
  suspect: Suspect;
  adjusted: Adjusted | null;
  /** What was held equal. */
  others: readonly Suspect[];
  /** Whether it still goes with more carts being left. */
  stands: boolean;
}

/** More than this held equal at once, and hardly any carts are alike. */
const MAX_OTHERS = 4;

/**
 * Tells what goes with carts being left by itself from what only comes along with it: support is asked for
 * after a payment failed, and where payments failed alike, carts with and without a chat are left alike.
 *
 * The strongest is believed first; every other one has to stand among carts that are alike in those
 * believed before. The order is safe: the correlation of a mere echo with leaving is its correlation
 * with what it echoes times that one's, so it is never the stronger of the two. Then all are held against
 * each other, and the weakest goes until all stand. What a shopper met *after* something is never held
 * equal for it: an error that makes people click in rage is not excused by the clicks.
 *
 * @param suspects All of one step.
 */
export function untangle(suspects: readonly Suspect[]): Untangled[] {
  const relation = relations();
  const gone: Untangled[] = [];
  for (;;) {
    const weak = new Set(gone.map(({ suspect }) => suspect));
    const { believed, dropped } = believe(
      suspects.filter((suspect) => !weak.has(suspect)),
      relation,
    );
    const found = believed.map((suspect) =>
      heldAgainst(suspect, confounders(suspect, believed, relation)),
    );
    const [weakest] = found.filter(({ stands }) => !stands).sort((a, b) => scoreOf(a) - scoreOf(b));
    if (!weakest) return [...found, ...dropped, ...gone];
    // Others may have gone on its account: they are looked at again without it.
    gone.push(weakest);
  }
}

/** Which of them takes most of the association away by itself. */
export function bestExplanation({ suspect, others }: Untangled): Suspect | undefined {
  const [best] = others
    .map((other) => ({ other, score: scoreOf(heldAgainst(suspect, [other])) }))
    .sort((a, b) => a.score - b.score);
  return best?.other;
}

function believe(suspects: readonly Suspect[], relation: Relate) {
  const believed: Suspect[] = [];
  const dropped: Untangled[] = [];
  for (const suspect of [...suspects].sort((a, b) => b.alone!.z - a.alone!.z)) {
    const found = heldAgainst(suspect, confounders(suspect, believed, relation));
    if (found.stands) believed.push(suspect);
    else dropped.push(found);
  }
  return { believed, dropped };
}

type Relate = (suspect: Suspect, other: Suspect) => Relation;

/** Of those believed, the ones that could account for most of a suspect, and are no consequence of it. */
function confounders(suspect: Suspect, believed: readonly Suspect[], relation: Relate): Suspect[] {
  return believed
    .filter((other) => other !== suspect)
    .map((other) => ({ other, ...relation(suspect, other) }))
    .filter(({ isAfter }) => !isAfter)
    .sort((a, b) => b.pull - a.pull)
    .slice(0, MAX_OTHERS)
    .map(({ other }) => other);
}

function heldAgainst(suspect: Suspect, others: readonly Suspect[]): Untangled {
  if (others.length === 0) return { suspect, adjusted: suspect.alone, others, stands: true };
  const { at, strata, exposure } = suspect;
  const split = splitBy(
    strata,
    at,
    others.map((other) => other.exposure.carts),
  );
  const adjusted = compare(split, at, exposure.carts);
  return { suspect, adjusted, others, stands: adjusted !== null && adjusted.ratio.low > 1 };
}

function scoreOf({ adjusted }: Untangled): number {
  return adjusted?.z ?? 0;
}
