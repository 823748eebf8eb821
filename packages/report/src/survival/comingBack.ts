import { LOST_AFTER_MS } from '@cartograph/journey';
import { type Rate, wilson } from '../wilson.ts';
import { kaplanMeier, type Spell, type SurvivalPoint } from './kaplanMeier.ts';

/** Who still comes back, by how long they have been silent. Unit: silences of carts, of 10 minutes or more. */
export interface ComingBack {
  unit: 'silences';
  silences: number;
  /** Of them, those that ended. */
  cameBack: number;
  /** The longest silence that enough of them were watched for: coming back later than this is not seen. */
  horizonSeconds: number;
  points: readonly ComingBackPoint[];
  /** At the site's `abandonedAfter`. `null` where it is shorter than these silences, or too little is known. */
  now: ComingBackPoint | null;
  /** The shortest of the times after which fewer than {@link FINAL_SHARE} come back. `null` where none is, or too little is known. */
  fitting: ComingBackPoint | null;
}

export interface ComingBackPoint {
  afterSeconds: number;
  /** Share of those silent for so long who come back before `horizonSeconds`; `n` is how many were seen to be. */
  share: Rate;
}

/** Fewer than this, and a silence is as good as final. */
export const FINAL_SHARE = 0.1;

/** Fewer silences than this carry no conclusion. */
export const ENOUGH = 30;

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** Times that people name, about evenly spread over the logarithm of time. */
const TIMES = [
  ...[10, 15, 20, 30, 45].map((minutes) => minutes * MINUTE),
  ...[1, 1.5, 2, 3, 4, 6, 8, 12, 18].map((hours) => hours * HOUR),
  ...[1, 1.5, 2, 3, 4, 5, 7, 10, 14, 21, 30].map((days) => days * DAY),
];

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Of the carts that have been silent for a time, the share that comes back: `1 − S(h) / S(t)`, with `S`
 * by Kaplan and Meier and `h` the horizon. A silence that is still going on counts for as long as it has lasted.
 *
 * Its interval comes from Greenwood's sum between `t` and `h`, on the scale of `ln(−ln)`, where it stays
 * between 0 and 1 (Kalbfleisch and Prentice, 1980). Silences of one cart are taken for independent.
 *
 * @param spells In milliseconds.
 */
export function comingBack(spells: readonly Spell[], abandonedAfterMs: number): ComingBack {
  const inSeconds = spells.map(({ time, happened }) => ({ time: time / 1000, happened }));
  const times = Float64Array.from(inSeconds, ({ time }) => time).sort();
  const horizonSeconds = Math.min(times.at(-ENOUGH) ?? 0, LOST_AFTER_MS / 1000);
  const curve = kaplanMeier(inSeconds);
  const at = (afterSeconds: number): ComingBackPoint => ({
    afterSeconds,
    share: shareFrom(afterSeconds, { curve, horizonSeconds, n: countFrom(times, afterSeconds) }),
  });

  const points = TIMES.filter((time) => time < horizonSeconds).map(at);
  const nowSeconds = abandonedAfterMs / 1000;
  const isFinal = ({ share: { value } }: ComingBackPoint) => value !== null && value < FINAL_SHARE;
  return {
    unit: 'silences',
    silences: spells.length,
    cameBack: spells.filter(({ happened }) => happened).length,
    horizonSeconds,
    points,
    now: nowSeconds >= TIMES[0]! && nowSeconds < horizonSeconds ? at(nowSeconds) : null,
    fitting: points.find(isFinal) ?? null,
  };
}

function shareFrom(
  seconds: number,
  { curve, horizonSeconds, n }: { curve: SurvivalPoint[]; horizonSeconds: number; n: number },
): Rate {
  if (n === 0) return wilson(0, 0);

  const before = curve.findLast(({ time }) => time < seconds);
  const last = curve.findLast(({ time }) => time <= horizonSeconds);
  const silent = (last?.survival ?? 1) / (before?.survival ?? 1);
  // Where nobody or everybody comes back, there is no variance to be had.
  if (silent === 1) return wilson(0, n);
  if (silent === 0) return wilson(n, n);

  const variance = (last?.logVariance ?? 0) - (before?.logVariance ?? 0);
  const spread = Math.exp((Z * Math.sqrt(variance)) / -Math.log(silent));
  return { value: 1 - silent, low: 1 - silent ** (1 / spread), high: 1 - silent ** spread, n };
}

/** How many of the times, in order, are `least` or more. */
function countFrom(times: Float64Array, least: number): number {
  const first = times.findIndex((time) => time >= least);
  return first < 0 ? 0 : times.length - first;
}
