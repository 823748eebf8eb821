import type { Clusters } from './clusters.ts';

/** What a cart of each kind does to a figure. */
export interface Moves {
  /** How far it moves it. */
  influence: Float64Array;
  /** What part it is of those that it is counted with: of the exposed, say. */
  weight: Float64Array;
}

/** What is left of one after the parts of somebody who is all, but for rounding: they can't be told from it. */
const NOBODY = 1e-9;

/**
 * What a variance lacks that was reckoned as if every cart were another person's: how carts move a figure
 * together that are of one person, `Σ (Σ u)² − Σ u²`, over the persons that have several. With what each cart
 * does by itself it is the sandwich of Liang and Zeger. Without such persons it is nothing, and all
 * intervals are the ones of independent carts, to the digit.
 *
 * Never below zero: that somebody did now this and now that does not make them more than as many persons,
 * and few persons can seem to by chance.
 *
 * A person who is much of what is known pulls the figure after them, and seems to lie closer to it than they
 * do: how far they move it is divided by what part others are, as Mancl and DeRouen do.
 *
 * Liang, K.-Y. and Zeger, S. L. (1986), "Longitudinal data analysis using generalized linear models". Mancl,
 * L. A. and DeRouen, T. A. (2001), "A covariance estimator for GEE with improved small-sample properties".
 *
 * @param kinds Of each cart in `clusters.carts`, place by place.
 */
export function shared(
  { starts }: Clusters,
  kinds: Int32Array,
  { influence, weight }: Moves,
): number {
  let sum = 0;
  for (let person = 0; person + 1 < starts.length; person++) {
    let own = 0;
    let squares = 0;
    let part = 0;
    let counted = 0;
    const end = starts[person + 1]!;
    for (let place = starts[person]!; place < end; place++) {
      const kind = kinds[place]!;
      const each = influence[kind]!;
      own += each;
      part += weight[kind]!;
      if (weight[kind]! > 0) counted++;
      squares += each * each;
    }
    const others = counted > 1 ? 1 - part : 1;
    const moved = others > NOBODY ? own / others : own;
    sum += moved * moved - squares;
  }
  return Math.max(0, sum);
}
