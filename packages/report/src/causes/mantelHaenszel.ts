import { twoSidedP } from '../normal.ts';
import type { Estimate } from './causesReport.ts';
import { intervalOf, riskRatio, type Table } from './riskRatio.ts';

/** One ratio for all strata, and how surely it is not 1. */
export interface Adjusted {
  ratio: Estimate;
  /** How far the exposed stopped more often than by chance, in standard deviations; negative if more seldom. */
  z: number;
  /** Of both sides. */
  p: number;
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
 * @returns `null` where no stratum has anything to compare.
 */
export function mantelHaenszel(strata: Iterable<Table>): Adjusted | null {
  let above = 0;
  let below = 0;
  let spread = 0;
  let surplus = 0;
  let chance = 0;
  const all = { exposed: { carts: 0, stopped: 0 }, unexposed: { carts: 0, stopped: 0 } };

  for (const { exposed, unexposed } of strata) {
    if (exposed.carts === 0 || unexposed.carts === 0) continue;
    const carts = exposed.carts + unexposed.carts;
    const stopped = exposed.stopped + unexposed.stopped;
    const pairs = exposed.carts * unexposed.carts;
    above += (exposed.stopped * unexposed.carts) / carts;
    below += (unexposed.stopped * exposed.carts) / carts;
    spread += (pairs * stopped - exposed.stopped * unexposed.stopped * carts) / (carts * carts);
    surplus += exposed.stopped - (exposed.carts * stopped) / carts;
    chance += (pairs * stopped * (carts - stopped)) / (carts * carts * (carts - 1));
    all.exposed.carts += exposed.carts;
    all.exposed.stopped += exposed.stopped;
    all.unexposed.carts += unexposed.carts;
    all.unexposed.stopped += unexposed.stopped;
  }
  const ratio =
    above > 0 && below > 0 ? intervalOf(above / below, spread / (above * below)) : riskRatio(all);
  if (ratio === null) return null;

  const z = chance === 0 ? 0 : surplus / Math.sqrt(chance);
  return { ratio, z, p: twoSidedP(z) };
}
