import { Z_95 } from '../normal.ts';
import type { Estimate, Group } from './causesReport.ts';

/** Exposed and unexposed, and how many of each stopped. */
export interface Table {
  exposed: Group;
  unexposed: Group;
}

/** What the variance of a ratio's logarithm lacks because some carts are of the same person: see `shared`. */
export type LackingOf<Known> = (known: Known) => number;

/**
 * How many times as often the exposed stopped, with Katz's interval.
 *
 * Where one side never stopped there is no ratio, so half a cart more is taken to have stopped, and half
 * a cart more to have gone on, on both sides.
 *
 * Katz, D. et al. (1978), "Obtaining confidence intervals for the risk ratio in cohort studies". Walter,
 * S. D. (1975), "The distribution of Levin's measure of attributable risk", for the halves.
 *
 * @param lacking Where persons have several carts.
 * @returns `null` without anybody on one side, or when nobody stopped at all.
 */
export function riskRatio(
  { exposed, unexposed }: Table,
  lacking: LackingOf<Table> = () => 0,
): Estimate | null {
  if (exposed.carts === 0 || unexposed.carts === 0) return null;
  if (exposed.stopped + unexposed.stopped === 0) return null;
  if (exposed.stopped === 0 || unexposed.stopped === 0) {
    const halves = { exposed: withHalves(exposed), unexposed: withHalves(unexposed) };
    return riskRatio(halves, lacking);
  }
  const value = exposed.stopped / exposed.carts / (unexposed.stopped / unexposed.carts);
  const variance =
    1 / exposed.stopped - 1 / exposed.carts + 1 / unexposed.stopped - 1 / unexposed.carts;
  return intervalOf(value, variance + lacking({ exposed, unexposed }));
}

/** A ratio with its 95 % interval, from the variance of its logarithm. */
export function intervalOf(ratio: number, variance: number): Estimate {
  const reach = Math.exp(Z_95 * Math.sqrt(variance));
  return { value: ratio, low: ratio / reach, high: ratio * reach };
}

function withHalves({ carts, stopped }: Group): Group {
  return { carts: carts + 1, stopped: stopped + 0.5 };
}

/**
 * How far each cart moves the ratio's logarithm, which is the derivative of `ln (a / n₁) − ln (c / n₀)`, by
 * whether it was exposed and stopped: neither, stopped, exposed, both.
 */
export function katzInfluences({ exposed, unexposed }: Table): number[] {
  return [
    1 / unexposed.carts,
    1 / unexposed.carts - 1 / unexposed.stopped,
    -1 / exposed.carts,
    1 / exposed.stopped - 1 / exposed.carts,
  ];
}
