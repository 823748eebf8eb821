import { endingOf } from '../paths/ending.ts';
import { markMatcher } from '../paths/markMatcher.ts';
import { markNames } from '../paths/markNames.ts';
import { numberedTrails } from '../paths/numberedTrails.ts';
import type { Question, TrailFact } from '../question.ts';
import { type SegmentKey, segmentValuesOf } from '../segment.ts';
import { chainFinder, ENDS_CHAIN } from './chainFinder.ts';
import { type Counted, type FunnelCounts, funnelCounts } from './funnelCounts.ts';
import type { FunnelQuery } from './readFunnelQuery.ts';

/** How far journeys got along steps of one's own choice. Unit: journeys begun in the period. */
export interface FunnelReport extends FunnelCounts {
  unit: 'journeys';
  /** Journeys of the period. */
  all: number;
  exclude: string | null;
  /** Longest time from the first step to the last. `null`: the whole journey. */
  windowSeconds: number | null;
  order: FunnelQuery['order'];
  by: SegmentKey | null;
  /** The same for each value of what it is cut by, the most journeys first. */
  groups: readonly FunnelGroup[];
  /** Journeys that got to a step and no further, the latest first. */
  shown: { step: number; of: number; journeys: readonly ShownJourney[] } | null;
  /** Steps that can be asked for: what occurs, in most journeys first. */
  choices: readonly string[];
}

export interface FunnelGroup extends FunnelCounts {
  /** `null`: not known, or one of the many that few have. */
  value: string | null;
}

export interface ShownJourney {
  journey: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  lastAt: string;
  visits: number;
  device: string | null;
}

const MAX_CHOICES = 60;
const MAX_GROUPS = 6;
const MAX_SHOWN = 50;

/** Follows every journey along the steps of a funnel. */
export function funnel(
  facts: readonly TrailFact[],
  query: FunnelQuery,
  { asOf }: Pick<Question, 'asOf'>,
): FunnelReport {
  const { steps, exclude, windowSeconds, order, by, show } = query;
  const numbered = numberedTrails(facts);
  const { common } = markNames(numbered);
  const bitsOf = new Int32Array(numbered.marks.length);
  const add = (asked: string, bit: number) => {
    const isAsked = markMatcher(asked);
    numbered.marks.forEach((mark, number) => {
      if (isAsked(mark)) bitsOf[number]! |= bit;
    });
  };
  steps.forEach(({ step }, place) => {
    add(step, 1 << place);
  });
  if (exclude !== undefined) add(exclude, ENDS_CHAIN);
  const longestChain = chainFinder({
    optional: steps.map(({ optional }) => optional),
    windowSeconds: windowSeconds ?? Number.POSITIVE_INFINITY,
    isStrict: order === 'strict',
  });

  const entered: { fact: TrailFact; counted: Counted }[] = [];
  facts.forEach((fact, journey) => {
    const secondsAt = (place: number) => fact.trail[place]![1];
    const marks = numbered.trails[journey]!;
    const bits = new Int32Array(marks.length);
    for (let place = 0; place < marks.length; place++) bits[place] = bitsOf[marks[place]!]!;
    const chain = longestChain(bits, secondsAt);
    if (!chain) return;
    const seconds = chain.places.map(secondsAt);
    const isOpen = endingOf(fact, asOf) === 'open';
    entered.push({ fact, counted: { level: chain.level, steps: chain.steps, seconds, isOpen } });
  });

  return {
    unit: 'journeys',
    all: facts.length,
    exclude: exclude ?? null,
    windowSeconds: windowSeconds ?? null,
    order,
    by: by ?? null,
    ...funnelCounts(
      steps,
      entered.map(({ counted }) => counted),
    ),
    groups: by ? groupsOf(entered, { by, steps }) : [],
    shown: show === undefined ? null : shownOf(entered, { show, steps }),
    choices: common.slice(0, MAX_CHOICES),
  };
}

type Entered = readonly { fact: TrailFact; counted: Counted }[];

function groupsOf(
  entered: Entered,
  { by, steps }: { by: SegmentKey; steps: FunnelQuery['steps'] },
): FunnelGroup[] {
  const groups = new Map<string, Counted[]>();
  const rest: Counted[] = [];
  for (const { fact, counted } of entered) {
    const values = segmentValuesOf(fact, by);
    if (values.length === 0) rest.push(counted);
    for (const value of values) {
      const known = groups.get(value);
      if (known) known.push(counted);
      else groups.set(value, [counted]);
    }
  }
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  // Each journey once, whatever number of rare values it has.
  const rare = new Set([...sorted.slice(MAX_GROUPS).flatMap(([, journeys]) => journeys), ...rest]);
  return [
    ...sorted
      .slice(0, MAX_GROUPS)
      .map(([value, journeys]) => ({ value, ...funnelCounts(steps, journeys) })),
    ...(rare.size > 0 ? [{ value: null, ...funnelCounts(steps, [...rare]) }] : []),
  ];
}

function shownOf(
  entered: Entered,
  { show, steps }: { show: number; steps: FunnelQuery['steps'] },
): NonNullable<FunnelReport['shown']> {
  const level = steps.slice(0, show).filter(({ optional }) => !optional).length;
  const there = entered.filter(({ counted }) => counted.level === level);
  return {
    step: show,
    of: there.length,
    journeys: there
      .map(({ fact }) => fact)
      .sort((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1))
      .slice(0, MAX_SHOWN)
      .map(({ id, startedAt, lastAt, visits, entry }) => ({
        journey: id,
        startedAt: new Date(startedAt).toISOString(),
        lastAt: new Date(lastAt).toISOString(),
        visits,
        device: entry.device ?? null,
      })),
  };
}
