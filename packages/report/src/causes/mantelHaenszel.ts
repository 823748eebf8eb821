import { twoSidedP } from '../normal.ts';
import type { Estimate } from './causesReport.ts';
import { intervalOf, type LackingOf, riskRatio, type Table } from './riskRatio.ts';

/** One ratio for all strata, and how surely it is not 1. */
export interface Adjusted {
  ratio: Estimate;
  /** How far the exposed stopped more often than by chance, in standard deviations; negative if more seldom. */
  z: number;
  /** Of both sides. */
  p: number;
}

/** What variances lack because some carts are of the same person: see `shared`. */
export interface Lacking {
  /** Of the ratio's logarithm. */
  ratio: LackingOf<Sums>;
  /** Of that of a plain ratio. */
  plain: LackingOf<Table>;
  /** Of how many of the exposed stopped beyond chance. */
  score: () => number;
}

/** Of all strata: the ratio is `above / below`. */
export interface Sums {
  above: number;
  below: number;
}

/**
 * How many times as often the exposed stopped among carts that are alike, stratum by stratum.
 *
 * The ratio is Mantel and Haenszel's, its interval by Greenland and Robins' variance, which holds for many
 * small strata as for few large ones; the score is that of their chi-square without a correction for
 * continuity. Strata in which all or none are exposed tell nothing and weigh nothing.
 *
 * Mantel, N. and Haenszel, W. (1959), "Statistical aspects of the analysis of data from retrospective
 * studies of disease". Greenland, S. and Robins, J. M. (1985), "Estimation of a common effect parameter
 * from sparse follow-up data".
 *
 * @param lacking Where persons have several carts.
 * @returns `null` where no stratum has anything to compare.
 */
export function mantelHaenszel(
  strata: Iterable<Table>,
  lacking: Lacking = NOTHING,
): Adjusted | null {
  const sums = { above: 0, below: 0 };
  let spread = 0;
  let surplus = 0;
  let chance = 0;
  const all = { exposed: { carts: 0, stopped: 0 }, unexposed: { carts: 0, stopped: 0 } };

  for (const { exposed, unexposed } of strata) {
    if (exposed.carts === 0 || unexposed.carts === 0) continue;
    const carts = exposed.carts + unexposed.carts;
    const stopped = exposed.stopped + unexposed.stopped;
    const pairs = exposed.carts * unexposed.carts;
    sums.above += (exposed.stopped * unexposed.carts) / carts;
    sums.below += (unexposed.stopped * exposed.carts) / carts;
    spread += (pairs * stopped - exposed.stopped * unexposed.stopped * carts) / (carts * carts);
    surplus += exposed.stopped - (exposed.carts * stopped) / carts;
    chance += (pairs * stopped * (carts - stopped)) / (carts * carts * (carts - 1));
    all.exposed.carts += exposed.carts;
    all.exposed.stopped += exposed.stopped;
    all.unexposed.carts += unexposed.carts;
    all.unexposed.stopped += unexposed.stopped;
  }
  const { above, below } = sums;
  const ratio =
    above > 0 && below > 0
      ? intervalOf(above / below, spread / (above * below) + lacking.ratio(sums))
      : riskRatio(all, lacking.plain);
  if (ratio === null) return null;

  const z = chance === 0 ? 0 : surplus / Math.sqrt(chance + lacking.score());
  return { ratio, z, p: twoSidedP(z) };
}

const NOTHING: Lacking = { ratio: () => 0, plain: () => 0, score: () => 0 };

/**
 * How far each cart of a stratum moves the logarithm of the ratio, by whether it was exposed and stopped:
 * neither, stopped, exposed, both. The ratio is where `Σ (a n₀ − R c n₁) / N` is zero; this is the
 * derivative of that sum in one cart, over `Σ a n₀ / N`.
 */
export function influences({ exposed, unexposed }: Table, { above, below }: Sums): number[] {
  const ratio = above / below;
  const carts = exposed.carts + unexposed.carts;
  const off =
    (exposed.stopped * unexposed.carts - ratio * unexposed.stopped * exposed.carts) / carts;
  const of = (moves: number) => (moves - off) / carts / above;
  return [
    of(exposed.stopped),
    of(exposed.stopped - ratio * exposed.carts),
    of(-ratio * unexposed.stopped),
    of(unexposed.carts - ratio * unexposed.stopped),
  ];
}

/** What each cart of a stratum adds to the exposed that stopped beyond chance, in the same order. */
export function scores({ exposed, unexposed }: Table): number[] {
  const carts = exposed.carts + unexposed.carts;
  const share = exposed.carts / carts;
  const risk = (exposed.stopped + unexposed.stopped) / carts;
  return [share * risk, -share * (1 - risk), -(1 - share) * risk, (1 - share) * (1 - risk)];
}
