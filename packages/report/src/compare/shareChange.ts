import { type Count, HIT, MISS, NONE } from '../count.ts';
import { difference } from '../difference.ts';
import { designEffect } from '../persons/designEffect.ts';
import { personsOf } from '../persons/personsOf.ts';
import { shared } from '../persons/shared.ts';
import { wilson } from '../wilson.ts';
import type { FigureChange } from './compareReport.ts';
import { judged } from './judged.ts';
import type { Paired } from './paired.ts';
import { type Pair, type Pooled, riskDifference, riskInfluences } from './riskDifference.ts';

type Named = Pick<FigureChange, 'figure' | 'step' | 'unit'>;

/**
 * How a share changed, with intervals that know who has several of what is counted.
 *
 * @param counts Of each one of `all`: out of none, missed, or hit.
 */
export function shareChange(
  named: Named,
  { all, counts, days }: { all: Paired; counts: readonly Count[]; days: number },
): FigureChange {
  const strata = pairsOf(all, counts);
  const total = totalOf(strata);
  const { clusters } = all;
  const isAfter = (each: number) => each >= all.before;
  const sideOf = (side: 'before' | 'after') => {
    const own = counts.flatMap(({ n }, each) =>
      n > 0 && isAfter(each) === (side === 'after') ? [each] : [],
    );
    const kinds = clusters.carts.map((each) =>
      isAfter(each) === (side === 'after') ? kindOf(counts[each]!) : 0,
    );
    const effect = designEffect(total[side], { clusters, kinds }, KINDS);
    const rate = wilson(total[side].hits, total[side].n, effect);
    const share = rate.value ?? 0;
    return { rate, variance: share * (1 - share) * effect, persons: personsOf(own, clusters) };
  };
  const [before, after] = [sideOf('before'), sideOf('after')];

  const kinds = clusters.carts.map((each) => {
    const kind = kindOf(counts[each]!);
    return kind === 0 ? 0 : 1 + all.strata[each]! * 4 + (isAfter(each) ? 2 : 0) + kind - 1;
  });
  const lacking = (pooled: Pooled) => {
    const influence = new Float64Array(1 + strata.length * 4);
    const weight = new Float64Array(influence.length);
    strata.forEach((pair, number) => {
      if (pair.before.n === 0 || pair.after.n === 0) return;
      influence.set(riskInfluences(pair, pooled), 1 + number * 4);
      const [b, a] = [1 / pooled.n.before, 1 / pooled.n.after];
      weight.set([b, b, a, a], 1 + number * 4);
    });
    return shared(clusters, kinds, { influence, weight });
  };
  return judged(
    {
      ...named,
      before: before.rate,
      after: after.rate,
      crude: difference(after.rate, before.rate),
      adjusted: riskDifference(strata, lacking),
    },
    {
      variance: { before: before.variance, after: after.variance },
      persons: { before: before.persons, after: after.persons },
      days,
    },
  );
}

/** Of nothing, a miss, and a hit. */
const KINDS: readonly Count[] = [NONE, MISS, HIT];

function kindOf({ hits, n }: Count): number {
  return n + hits;
}

/** Counts by stratum, on both sides. */
function pairsOf({ size, strata, before }: Paired, counts: readonly Count[]): Pair<Count>[] {
  const pairs = Array.from({ length: size }, () => ({
    before: { hits: 0, n: 0 },
    after: { hits: 0, n: 0 },
  }));
  counts.forEach(({ hits, n }, each) => {
    const side = pairs[strata[each]!]![each < before ? 'before' : 'after'];
    side.hits += hits;
    side.n += n;
  });
  return pairs;
}

function totalOf(strata: readonly Pair<Count>[]): Pair<Count> {
  const total = (side: 'before' | 'after') => ({
    hits: strata.reduce((sum, pair) => sum + pair[side].hits, 0),
    n: strata.reduce((sum, pair) => sum + pair[side].n, 0),
  });
  return { before: total('before'), after: total('after') };
}
