import type { JourneyFact, Question } from '../question.ts';
import { atStake } from './atStake.ts';
import { benjaminiHochberg } from './benjaminiHochberg.ts';
import type { Candidate, Cause, CausesReport, Doubt, Unproven } from './causesReport.ts';
import { highRise } from './highRise.ts';
import type { Adjusted } from './mantelHaenszel.ts';
import type { Exposure } from './riskSet.ts';
import { riskSets } from './riskSets.ts';
import { sizeBands } from './sizeBands.ts';
import { strataOf } from './strata.ts';
import { type Suspect, suspectOf } from './suspect.ts';
import { bestExplanation, type Untangled, untangle } from './untangle.ts';

/** The false discovery rate that is accepted. */
const MAX_Q = 0.05;

/**
 * Persons who met it, and those of them who stopped, below which nothing is ranked. A person with ten carts is
 * one: how persons differ is learned from persons.
 */
export const MIN_EXPOSED = 30;
const MIN_STOPPED = 5;

/** What fewer carts met is not worth a line: a script gone wild makes any number of names up. */
const MIN_LISTED = 5;

/**
 * What goes with carts being left, step by step: of the carts that came to a step, those that met something
 * there are held against those that did not, among carts alike in device, new or returning, and channel,
 * and alike in other things they met (see {@link untangle}).
 *
 * What is tested follows from how many met it, never from how many of these left, so that testing many is paid
 * for honestly. Time spent at a step is no candidate: for those who left, it is cut off by the leaving.
 */
export function causes(journeys: Iterable<JourneyFact>, question: Question): CausesReport {
  const sets = riskSets(journeys, question);
  const suspects = sets.flatMap((set) => {
    const strata = strataOf(set);
    const high = highRise(set, question.currency);
    return [
      // By name, so that of like ones the first is the same, in whatever order journeys come.
      ...[...set.met].sort(byName).map(([what, exposure]) => ({ what, exposure })),
      ...(high ? [{ what: 'price_rise:high', ...high }] : []),
    ]
      .filter(({ exposure }) => !isRare(exposure))
      .map((met) => suspectOf(set, strata, met));
  });

  const tested = suspects.filter((each) => each.persons.carts >= MIN_EXPOSED && each.alone);
  const firstQ = qOf(tested, ({ alone }) => surplusP(alone));
  const screened = tested.filter(
    (each) =>
      firstQ.get(each)! <= MAX_Q &&
      each.persons.stopped >= MIN_STOPPED &&
      each.alone!.ratio.low > 1,
  );
  const untangled = new Map(
    sets
      .flatMap((set) => untangle(screened.filter(({ at }) => at === set)))
      .map((each) => [each.suspect, each]),
  );
  // Who has to stand twice is as sure as the less sure of the two.
  const q = qOf(tested, (each) =>
    Math.max(surplusP(each.alone), surplusP(untangled.get(each)?.adjusted ?? each.alone)),
  );

  const ranked: Cause[] = [];
  const explained: CausesReport['explained'][number][] = [];
  const unproven: Unproven[] = [];
  for (const suspect of suspects) {
    const found = untangled.get(suspect);
    const candidate = candidateOf(suspect, { found, q: q.get(suspect) ?? null });
    const by = found && bestExplanation(found);
    if (found?.stands && found.adjusted && candidate.q !== null && candidate.q <= MAX_Q) {
      const { ratio } = found.adjusted;
      ranked.push({
        ...candidate,
        adjusted: ratio,
        q: candidate.q,
        ...atStake(suspect, { ratio, currency: question.currency }),
        sizes: sizeBands(suspect),
      });
    } else if (by) {
      explained.push({ ...candidate, alone: suspect.alone!.ratio, by: by.what });
    } else {
      unproven.push({ ...candidate, doubt: doubtOf(suspect) });
    }
  }

  return {
    unit: 'carts',
    abandonedAfterMinutes: question.abandonedAfterMs / 60_000,
    currency: question.currency,
    steps: sets.map(({ step, total, skipped }) => ({ step, ...total, skipped })),
    ranked: ranked.sort(byStake),
    explained: explained.sort((a, b) => b.exposed.stopped - a.exposed.stopped),
    unproven: unproven.sort((a, b) => b.exposed.carts - a.exposed.carts),
    tested: tested.length,
    rare: sets.reduce((sum, { met }) => sum + [...met.values()].filter(isRare).length, 0),
  };
}

function candidateOf(
  { what, above, at, exposed, persons, unexposed, crude, alone }: Suspect,
  { found, q }: { found: Untangled | undefined; q: number | null },
): Candidate {
  const adjusted = found ? found.adjusted : alone;
  return {
    step: at.step,
    what,
    ...(above && { above }),
    exposed,
    exposedPersons: persons.carts,
    unexposed,
    crude,
    adjusted: adjusted?.ratio ?? null,
    adjustedFor: found?.others.map((other) => other.what) ?? [],
    q,
  };
}

function qOf(tested: readonly Suspect[], p: (suspect: Suspect) => number): Map<Suspect, number> {
  const q = benjaminiHochberg(tested.map(p));
  return new Map(tested.map((suspect, index) => [suspect, q[index]!]));
}

/** What goes with fewer stops is no candidate, however sure: it must not make the others look better. */
function surplusP(adjusted: Adjusted | null): number {
  return adjusted && adjusted.z > 0 ? adjusted.p : 1;
}

function doubtOf({ persons, alone }: Suspect): Doubt {
  if (persons.carts < MIN_EXPOSED) return 'few_exposed';
  if (!alone) return 'no_comparison';
  if (alone.ratio.value <= 1) return 'not_more';
  return persons.stopped < MIN_STOPPED ? 'few_stopped' : 'chance';
}

function isRare({ carts }: Exposure): boolean {
  return carts.length < MIN_LISTED;
}

function byName([a]: [string, Exposure], [b]: [string, Exposure]): number {
  return a < b ? -1 : 1;
}

function byStake(a: Cause, b: Cause): number {
  return (
    Number(b.valueAtStake.amount) - Number(a.valueAtStake.amount) ||
    b.excessCarts.value - a.excessCarts.value ||
    (a.what < b.what ? -1 : 1)
  );
}
