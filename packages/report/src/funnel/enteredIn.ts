import type { Device } from '@cartograph/journey';
import type { Part } from '../part.ts';
import { endingsOf } from '../paths/ending.ts';
import { markMatcher } from '../paths/markMatcher.ts';
import type { PackedTrails } from '../paths/packedTrails.ts';
import type { TrailFact } from '../question.ts';
import { segmentValuesOf } from '../segment.ts';
import { type Chain, chainFinder, ENDS_CHAIN } from './chainFinder.ts';
import type { Counted } from './funnelCounts.ts';
import type { FunnelQuery } from './readFunnelQuery.ts';

/** The journeys of a part that did the first step of a funnel. */
export interface Entered {
  counted: readonly Counted[];
  /** Those that got to the step that is shown and no further, the latest first. */
  shown: readonly ShownFact[];
}

interface ShownFact extends Pick<TrailFact, 'id' | 'startedAt' | 'lastAt' | 'visits'> {
  device: Device | undefined;
}

const MAX_SHOWN = 50;

export function enteredIn(
  part: Part<TrailFact>,
  trails: PackedTrails,
  { query, asOf }: { query: FunnelQuery; asOf: number },
): Entered {
  const asked = { name: `funnel ${JSON.stringify(query)}`, asOf };
  const find = (facts: readonly TrailFact[]) => entered(facts, trails, { query, asOf });
  // Of most funnels nothing but the trails is told.
  const needsFacts = query.by !== undefined || query.show !== undefined;
  return part.recall(asked, needsFacts ? (facts) => find(facts) : () => find([]));
}

function entered(
  facts: readonly TrailFact[],
  trails: PackedTrails,
  { query, asOf }: { query: FunnelQuery; asOf: number },
): Entered & { until: number } {
  const { endings, until } = endingsOf(trails, asOf);
  const chainOf = finderIn(trails, query);
  const level = query.show === undefined ? undefined : levelAt(query.show, query.steps);
  const groups = new Map<string, Group>();
  const shown: TrailFact[] = [];
  for (let journey = 0; journey < trails.journeys; journey++) {
    const chain = chainOf(journey);
    if (!chain) continue;
    const values = query.by ? segmentValuesOf(facts[journey]!, query.by) : [];
    const key = JSON.stringify([chain.steps, values]);
    const group = groups.get(key) ?? emptyGroup(chain, values);
    groups.set(key, group);
    add(group, { chain, isOpen: endings[journey] === 'open', secondsAt: trails.seconds });
    if (chain.level === level) shown.push(facts[journey]!);
  }
  return { counted: [...groups.values()].map(packed), shown: latest(shown.map(shownFact)), until };
}

/** How many required steps somebody did who got to this one, counted from 1, and no further. */
export function levelAt(step: number, steps: FunnelQuery['steps']): number {
  return steps.slice(0, step).filter(({ optional }) => !optional).length;
}

/** The latest, as many as are shown. */
export function latest(facts: readonly ShownFact[]): ShownFact[] {
  return facts
    .toSorted((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_SHOWN);
}

function shownFact({ id, startedAt, lastAt, visits, entry }: TrailFact): ShownFact {
  return { id, startedAt, lastAt, visits, device: entry.device };
}

/** Follows the journeys of a part, by number. The places of a chain are those in `trails.seconds`. */
function finderIn(
  trails: PackedTrails,
  { steps, exclude, windowSeconds, order }: FunnelQuery,
): (journey: number) => Chain | undefined {
  const bitsOf = new Int32Array(trails.marks.length);
  const add = (asked: string, bit: number) => {
    const isAsked = markMatcher(asked);
    trails.marks.forEach((mark, number) => {
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
  const bits = Int32Array.from(trails.numbers, (number) => bitsOf[number]!);

  return (journey) => {
    const [start, end] = [trails.starts[journey]!, trails.starts[journey + 1]!];
    const secondsAt = (place: number) => trails.seconds[start + place]!;
    const chain = longestChain(bits.subarray(start, end), secondsAt);
    return chain && { ...chain, places: chain.places.map((place) => start + place) };
  };
}

interface Group extends Omit<Counted, 'waits' | 'totals'> {
  waits: number[][];
  totals: number[];
}

function emptyGroup({ level, steps }: Chain, values: readonly string[]): Group {
  return { values, level, steps, journeys: 0, open: 0, waits: steps.map(() => []), totals: [] };
}

function add(
  group: Group,
  { chain, isOpen, secondsAt }: { chain: Chain; isOpen: boolean; secondsAt: Float64Array },
): void {
  const seconds = chain.places.map((place) => secondsAt[place]!);
  group.journeys++;
  if (isOpen) group.open++;
  group.totals.push(seconds.at(-1)! - seconds[0]!);
  for (let place = 1; place < seconds.length; place++) {
    group.waits[place]!.push(seconds[place]! - seconds[place - 1]!);
  }
}

function packed({ waits, totals, ...group }: Group): Counted {
  return {
    ...group,
    waits: waits.map((list) => Float64Array.from(list)),
    totals: Float64Array.from(totals),
  };
}
