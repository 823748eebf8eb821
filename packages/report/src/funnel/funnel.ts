import { markNames } from '../paths/markNames.ts';
import { numberedTrails } from '../paths/numberedTrails.ts';
import type { Question, TrailFact } from '../question.ts';
import type { SegmentKey } from '../segment.ts';
import { type Entered, enteredIn, latest, levelAt } from './enteredIn.ts';
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

/** Follows every journey along the steps of a funnel. */
export function funnel(
  facts: Iterable<TrailFact>,
  query: FunnelQuery,
  { asOf }: Pick<Question, 'asOf'>,
): FunnelReport {
  const { steps, exclude, windowSeconds, order, by, show } = query;
  const numbered = numberedTrails(facts);
  const { common } = markNames(numbered);
  const parts = numbered.parts.map(({ part, trails }) => enteredIn(part, trails, { query, asOf }));
  const counted = parts.flatMap((part) => part.counted);
  return {
    unit: 'journeys',
    all: numbered.journeys,
    exclude: exclude ?? null,
    windowSeconds: windowSeconds ?? null,
    order,
    by: by ?? null,
    ...funnelCounts(steps, counted),
    groups: by ? groupsOf(counted, steps) : [],
    shown: show === undefined ? null : shownOf(parts, { show, steps }),
    choices: common.slice(0, MAX_CHOICES),
  };
}

function groupsOf(counted: readonly Counted[], steps: FunnelQuery['steps']): FunnelGroup[] {
  const groups = new Map<string, { counted: Counted[]; journeys: number }>();
  const rest: Counted[] = [];
  for (const each of counted) {
    if (each.values.length === 0) rest.push(each);
    for (const value of each.values) {
      const group = groups.get(value) ?? { counted: [], journeys: 0 };
      groups.set(value, group);
      group.counted.push(each);
      group.journeys += each.journeys;
    }
  }
  const sorted = [...groups].sort(([a, x], [b, y]) => y.journeys - x.journeys || (a < b ? -1 : 1));
  // Each journey once, whatever number of rare values it has.
  const rare = new Set([
    ...sorted.slice(MAX_GROUPS).flatMap(([, group]) => group.counted),
    ...rest,
  ]);
  return [
    ...sorted
      .slice(0, MAX_GROUPS)
      .map(([value, group]) => ({ value, ...funnelCounts(steps, group.counted) })),
    ...(rare.size > 0 ? [{ value: null, ...funnelCounts(steps, [...rare]) }] : []),
  ];
}

function shownOf(
  parts: readonly Entered[],
  { show, steps }: { show: number; steps: FunnelQuery['steps'] },
): NonNullable<FunnelReport['shown']> {
  const level = levelAt(show, steps);
  return {
    step: show,
    of: parts
      .flatMap(({ counted }) => counted.filter((each) => each.level === level))
      .reduce((sum, { journeys }) => sum + journeys, 0),
    journeys: latest(parts.flatMap(({ shown }) => shown)).map(
      ({ id, startedAt, lastAt, visits, device }) => ({
        journey: id,
        startedAt: new Date(startedAt).toISOString(),
        lastAt: new Date(lastAt).toISOString(),
        visits,
        device: device ?? null,
      }),
    ),
  };
}
