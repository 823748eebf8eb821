import type { Question, TrailFact } from '../question.ts';
import { type Rate, wilson } from '../wilson.ts';
import type { Ending } from './ending.ts';
import { markNames } from './markNames.ts';
import { numberedTrails } from './numberedTrails.ts';
import { knownMark } from './pathOf.ts';
import { pathsIn } from './pathsIn.ts';
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
  facts: Iterable<TrailFact>,
  query: PathsQuery,
  { asOf }: Pick<Question, 'asOf'>,
): PathsReport {
  const numbered = numberedTrails(facts);
  const { names, common, find } = markNames(numbered);
  const { root, depth } = query;
  const back = root?.direction === 'to';
  const isRoot = root && find(root.step);
  const known = numbered.marks.map((mark, number) =>
    knownMark(mark, { name: names[number]!, isRoot: isRoot?.[number] ?? false, root }),
  );

  const found = new Map<string, PooledPath>();
  for (const { part, trails, numbers } of numbered.parts) {
    const marksKnown = Array.from(numbers, (number) => known[number]!);
    const { paths } = pathsIn(part, trails, { query: { ...query, marksKnown }, asOf });
    for (const [key, path] of paths) {
      const same = found.get(key);
      if (same) same.journeys += path.journeys;
      else found.set(key, { ...path });
    }
  }

  const all = [...found];
  const journeys = all.reduce((sum, [, path]) => sum + path.journeys, 0);
  return {
    unit: 'journeys',
    ...query,
    all: numbered.journeys,
    journeys,
    ...pooled(
      all.map(([, path]) => path),
      { depth, back },
    ),
    frequent: frequentOf(all, { back, journeys }),
    choices: common.slice(0, MAX_CHOICES),
  };
}

function frequentOf(
  found: readonly (readonly [key: string, PooledPath])[],
  { back, journeys }: { back: boolean; journeys: number },
): FrequentPath[] {
  return found
    .toSorted(([a, one], [b, other]) => other.journeys - one.journeys || (a < b ? -1 : 1))
    .slice(0, MAX_FREQUENT)
    .map(([, path]) => ({
      steps: back ? path.steps.toReversed() : path.steps,
      end: path.end,
      journeys: path.journeys,
      share: wilson(path.journeys, journeys),
    }));
}
