/** How long something was watched, and whether what was waited for came then. If not, it may still come. */
export interface Spell {
  /** In any unit. */
  time: number;
  happened: boolean;
}

/** The curve right after a time at which something happened. It is level until the next one. */
export interface SurvivalPoint {
  time: number;
  /** Spells that were still watched just before. */
  atRisk: number;
  /** How many of them it happened to. */
  events: number;
  /** Share that it has not happened to yet. */
  survival: number;
  /** Greenwood's standard error of `survival`. */
  standardError: number;
  /** Greenwood's sum so far, the variance of `ln survival`: what lies between two points is their difference. */
  logVariance: number;
}

/**
 * The share that waits still, by time: spells that were not watched to the end count for as long as
 * they were watched.
 *
 * Kaplan, E. L. and Meier, P. (1958), "Nonparametric estimation from incomplete observations";
 * errors by Greenwood, M. (1926), "The natural duration of cancer".
 */
export function kaplanMeier(spells: Iterable<Spell>): SurvivalPoint[] {
  const all: number[] = [];
  const ended: number[] = [];
  for (const { time, happened } of spells) {
    all.push(time);
    if (happened) ended.push(time);
  }
  const times = Float64Array.from(all).sort();
  let gone = 0;
  return survivalCurve(Float64Array.from(ended).sort(), (time) => {
    while (times[gone]! < time) gone++;
    return times.length - gone;
  });
}

/**
 * The same where they are sorted already.
 *
 * @param ends When it happened, ascending.
 * @param watchedAt How many were still watched just before a time; asked about one after the other.
 */
export function survivalCurve(
  ends: ArrayLike<number>,
  watchedAt: (time: number) => number,
): SurvivalPoint[] {
  const points: SurvivalPoint[] = [];
  let survival = 1;
  let logVariance = 0;
  for (let place = 0; place < ends.length; ) {
    const time = ends[place]!;
    const atRisk = watchedAt(time);
    let events = 0;
    for (; ends[place] === time; place++) events++;

    survival *= 1 - events / atRisk;
    if (events < atRisk) logVariance += events / (atRisk * (atRisk - events));
    const standardError = survival * Math.sqrt(logVariance);
    points.push({ time, atRisk, events, survival, standardError, logVariance });
  }
  return points;
}
