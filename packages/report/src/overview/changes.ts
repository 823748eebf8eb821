import type { Step } from '@cartograph/journey';
import { stopOf } from '../compare/stopCounts.ts';
import { partsIn, partsOf } from '../facts.ts';
import { bucketsOf } from '../period.ts';
import type { JourneyFact, Question, StagesFact } from '../question.ts';
import { stepOrder } from '../stepOrder.ts';
import { type AgedGroup, type AgedGroups, agedGroups } from './agedGroups.ts';
import { type Baseline, baselineOf, type Day } from './baseline.ts';
import { type ChartDay, controlChart, isJudged } from './controlChart.ts';
import type { Finding } from './finding.ts';
import { findingsIn } from './findingsIn.ts';
import { pageViews } from './pageViews.ts';
import { type Place, placeOf } from './place.ts';
import { type Outage, outagesOf, signalsOf } from './signals.ts';
import { zBeyond } from './zBeyond.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How old every cart is when it is judged. */
export const JUDGED_AT_MS = DAY_MS;

/** How long before a period it is looked for what is usual: eight of each weekday. */
export const BASELINE_DAYS = 56;

/** Days a chart shows at most, and at least: a short period is shown with days before it. */
const SHOWN_DAYS = { most: 92, least: 28 } as const;

/** Fewer days with carts are no baseline; the period then is its own. */
const LEAST_BASELINE_DAYS = 14;

/** Fewer carts than this in the baseline, and a step is not watched. */
const LEAST_CARTS = 100;

/** Shares this close to what is usual are normal, however many carts say so. */
const LEAST_EFFECT = 0.05;

/** Chance that all charts of a page together flag anything although nothing changed. */
const FALSE_ALARMS = 0.05;

/** What a rate of leaving did, day by day. */
export interface WatchedRate {
  /** Left with this as the deepest step, out of those that did it; `null` for all carts. */
  step: Step | null;
  /** From 0 to 1; `null` without a baseline. */
  usual: number | null;
  days: readonly ChartDay[];
}

/** Carts created day by day, each as it stood a day after it was created. */
export interface ChangesReport {
  unit: 'carts';
  /** How old every cart is when it is judged, in hours. */
  judgedAfterHours: number;
  /** What is usual was learned from: ISO 8601, UTC. `isPeriod` where too little came before. */
  baseline: { from: string; to: string; days: number; carts: number; isPeriod: boolean } | null;
  /** First day of the period, `YYYY-MM-DD`: days before it are shown, and not judged. */
  since: string;
  /** All carts first, then the steps in their order. */
  rates: readonly WatchedRate[];
  /** What left the normal, the heaviest first. */
  findings: readonly Finding[];
  /** Days that the recording rather than the shoppers failed on. */
  outages: readonly Outage[];
  /** Days of the period that were judged, by all carts. */
  judgedDays: number;
}

/**
 * Which days of a period are not what they usually are.
 *
 * @param journeys Carts from `BASELINE_DAYS` before the period on.
 * @param staged Journeys of as long or shorter a time with what they did, to tell an outage by.
 */
export function changes(
  journeys: Iterable<JourneyFact>,
  staged: Iterable<StagesFact>,
  question: Question,
): ChangesReport {
  const { from, to, asOf, timeZone } = question;
  const first = firstOf(question);
  const all = daysOf({ from: first, to: Math.min(to, asOf), timeZone });
  const aged = agedIn(journeys, question);
  const carts = aged.flatMap(({ groups }) => groups);

  // A day whose last carts are too young says nothing yet.
  const ripe = all.filter((day) => day.to + JUDGED_AT_MS <= asOf);
  const startsAt = Math.max(
    0,
    ripe.findIndex(({ from: at }) => at >= from),
  );
  const inPeriod = ripe.slice(startsAt).filter(({ from: at }) => at >= from);
  const earlier = ripe.filter(({ from: at }) => at < from);
  const shown = ripe.slice(-Math.min(SHOWN_DAYS.most, Math.max(SHOWN_DAYS.least, inPeriod.length)));

  const isEarlier = new Set(earlier.map(({ day }) => day));
  const periodDays = new Set(inPeriod.map(({ day }) => day));
  const isShown = new Set(shown.map(({ day }) => day));
  const allCarts = countDays(carts, ripe, undefined);
  const isPeriod =
    allCarts.filter(({ day, n }) => n > 0 && isEarlier.has(day)).length < LEAST_BASELINE_DAYS;
  const learned = isPeriod ? inPeriod : earlier;
  const isLearned = new Set(learned.map(({ day }) => day));

  const signals = signalsOf(carts, staged, ripe);
  const withViews = signals.filter(({ pageViews }) => pageViews > 0);
  const outages = outagesOf(
    signals.filter(({ day }) => periodDays.has(day)),
    signals.filter(
      ({ day }) => isLearned.has(day) && (isPeriod || day >= (withViews[0]?.day ?? '')),
    ),
  );
  const failed = new Set(outages.map(({ day }) => day));

  const watched = [undefined, ...stepOrder(aged.flatMap(({ ways }) => ways))].flatMap((step) => {
    const counts = step === undefined ? allCarts : countDays(carts, ripe, step);
    // A day on which the recording failed teaches nothing about shoppers.
    const usual = baselineOf(counts.filter(({ day }) => isLearned.has(day) && !failed.has(day)));
    if (step !== undefined && (usual?.n ?? 0) < LEAST_CARTS) return [];
    return [{ step: step ?? null, counts, baseline: usual && isPeriod ? itself(usual) : usual }];
  });

  const judged = watched.flatMap(({ counts, baseline }) =>
    counts.filter(
      (day) => baseline && periodDays.has(day.day) && isJudged(day, baseline.usual(day.day).centre),
    ),
  );
  const width = Math.max(3, zBeyond(FALSE_ALARMS / 2 / Math.max(1, judged.length)));
  const quietDays = (watched.length * inPeriod.length) / (FALSE_ALARMS / 2);

  const since = inPeriod[0]?.day ?? daysOf({ from, to: from + 1, timeZone })[0]!.day;
  const rates: WatchedRate[] = [];
  const findings: Finding[] = [];
  for (const { step, counts, baseline } of watched) {
    const days = controlChart(
      counts.filter(({ day }) => isShown.has(day)),
      { width, leastEffect: LEAST_EFFECT, baseline },
    ).map((day) => (periodDays.has(day.day) ? day : notJudged(day)));
    rates.push({ step, usual: baseline?.centre ?? null, days });
    if (baseline)
      findings.push(
        ...findingsIn(days, {
          step,
          baseline,
          since,
          failed,
          quietDays,
          leastEffect: LEAST_EFFECT,
        }),
      );
  }

  const span = learned.length > 0 && watched[0]?.baseline;
  const firstWithCarts = learned.findIndex(({ day }) =>
    allCarts.some((each) => each.day === day && each.n > 0),
  );
  return {
    unit: 'carts',
    judgedAfterHours: JUDGED_AT_MS / HOUR_MS,
    baseline: span
      ? {
          from: new Date(learned[firstWithCarts]!.from).toISOString(),
          to: new Date(learned.at(-1)!.to).toISOString(),
          days: span.days,
          carts: sumOf(allCarts.filter(({ day }) => isLearned.has(day))),
          isPeriod,
        }
      : null,
    since,
    rates,
    findings: findings.sort((a, b) => Math.abs(b.excess) - Math.abs(a.excess)),
    outages,
    judgedDays: rates[0]?.days.filter(({ outside }) => outside !== undefined).length ?? 0,
  };
}

/** Finds out what it sums up of these carts and journeys. */
export function prepareChanges(
  journeys: Iterable<JourneyFact>,
  staged: Iterable<StagesFact>,
  question: Question,
): void {
  agedIn(journeys, question);
  for (const part of partsOf(staged)) pageViews(part);
}

function agedIn(journeys: Iterable<JourneyFact>, question: Question): AgedGroups[] {
  const known = { ...question, from: firstOf(question) };
  return partsIn(journeys, known).map((part) => agedGroups(part, known, JUDGED_AT_MS));
}

/** Where the days begin that it is looked for what is usual. */
function firstOf({ from }: Question): number {
  return from - BASELINE_DAYS * DAY_MS - HOUR_MS;
}

function notJudged({ outside: _, ...day }: ChartDay): ChartDay {
  return day;
}

/** A baseline that is the very days it is held against: all is known of them. */
export function itself(baseline: Baseline): Baseline {
  return {
    ...baseline,
    usual: (day) => ({ ...baseline.usual(day), n: Number.POSITIVE_INFINITY }),
  };
}

function countDays(
  carts: readonly AgedGroup[],
  days: readonly Place[],
  step: Step | undefined,
): Day[] {
  const counts = days.map(({ day }) => ({ day, hits: 0, n: 0 }));
  for (const each of carts) {
    const { hits, n } = stopOf(each, step);
    const count = n > 0 ? counts[placeOf(days, each.day)] : undefined;
    if (!count) continue;
    count.hits += hits * each.carts;
    count.n += n * each.carts;
  }
  return counts;
}

function sumOf(days: readonly Day[]): number {
  return days.reduce((sum, { n }) => sum + n, 0);
}

function daysOf(period: { from: number; to: number; timeZone: string }): Place[] {
  if (period.to <= period.from) return [];
  const buckets = bucketsOf(period, 'day');
  return buckets.map(({ day, from }, place) => ({
    day,
    from,
    to: buckets[place + 1]?.from ?? from + DAY_MS,
  }));
}
