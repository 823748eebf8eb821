import type { Question, TrailFact } from '../question.ts';
import { type Rate, wilson } from '../wilson.ts';
import { type Ending, endingOf } from './ending.ts';
import { markNames } from './markNames.ts';
import { numberedTrails } from './numberedTrails.ts';
import { knownMark, pathOf } from './pathOf.ts';
import { type PooledPath, pooled } from './pooled.ts';
import type { PathsQuery } from './readPathsQuery.ts';

/** The ways that journeys took. Unit: journeys begun in the period. */
export interface PathsReport extends PathsQuery {
  unit: 'journeys';
  /** Journeys of the period. */
  all: number;
  /** Those of them that are drawn: that have the root. */
  journeys: number;
  /** At each position those that are there and those that ended before it sum up to `journeys`. */
  nodes: readonly PathNode[];
  flows: readonly PathFlow[];
  /** The most frequent ones as a whole, up to the depth shown. */
  frequent: readonly FrequentPath[];
  /** Steps that can be asked for: what occurs, in most journeys first. */
  choices: readonly string[];
}

/** `began`: the journey began here, looking back from a step. */
export type PathEnd = Ending | 'began';

export interface PathNode {
  /** Steps away from where the paths begin, or from what they lead to. */
  position: number;
  /** `step`; `other`, which is several of them; or how paths end that have no step here. */
  kind: 'step' | 'other' | PathEnd;
  /** Its name; empty for other kinds. */
  step: string;
  /** How many steps an `other` stands for. */
  steps?: number;
  journeys: number;
  /** Out of the journeys drawn. */
  share: Rate;
  /** Journeys that had been at this step before, among the steps shown. */
  returns: number;
}

/** From one step to what came next. */
export interface PathFlow {
  /** Index of the earlier one in `nodes`. */
  source: number;
  target: number;
  journeys: number;
}

export interface FrequentPath {
  /** In the order of time. */
  steps: readonly string[];
  end: PathEnd;
  journeys: number;
  share: Rate;
}

const MAX_CHOICES = 60;
const MAX_FREQUENT = 10;

/** Follows journeys from their beginning, from a step on, or back from a step. */
export function paths(
  facts: readonly TrailFact[],
  query: PathsQuery,
  { asOf }: Pick<Question, 'asOf'>,
): PathsReport {
  const numbered = numberedTrails(facts);
  const { names, common, find } = markNames(numbered);
  const { root, depth } = query;
  const back = root?.direction === 'to';
  const isRoot = root && find(root.step);
  const marksKnown = numbered.marks.map((mark, number) =>
    knownMark(mark, { name: names[number]!, isRoot: isRoot?.[number] ?? false, root }),
  );

  const options = { ...query, marksKnown };

  const found: PooledPath[] = [];
  facts.forEach((fact, journey) => {
    const secondsAt = (place: number) => fact.trail[place]![1];
    const path = pathOf(numbered.trails[journey]!, secondsAt, options);
    if (!path) return;
    const end = path.goesOn ? 'more' : back ? 'began' : endingOf(fact, asOf);
    found.push({ steps: path.steps, end });
  });

  return {
    unit: 'journeys',
    ...query,
    all: facts.length,
    journeys: found.length,
    ...pooled(found, { depth, back }),
    frequent: frequentOf(found, back),
    choices: common.slice(0, MAX_CHOICES),
  };
}

function frequentOf(found: readonly PooledPath[], back: boolean): FrequentPath[] {
  const counts = new Map<string, { path: PooledPath; journeys: number }>();
  for (const path of found) {
    const key = [path.end, ...path.steps].join('\n');
    const same = counts.get(key);
    if (same) same.journeys++;
    else counts.set(key, { path, journeys: 1 });
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other.journeys - one.journeys || (a < b ? -1 : 1))
    .slice(0, MAX_FREQUENT)
    .map(([, { path, journeys }]) => ({
      steps: back ? path.steps.toReversed() : path.steps,
      end: path.end,
      journeys,
      share: wilson(journeys, found.length),
    }));
}
