import { wilson } from '../wilson.ts';
import type { PathEnd, PathFlow, PathNode, PathsReport } from './paths.ts';

/** A path as it is counted: its steps, nearest to the root first, and how it ends. */
export interface PooledPath {
  steps: readonly string[];
  end: PathEnd;
  /** How many took it. */
  journeys: number;
}

/** Steps at one position that are shown by themselves. */
const SHOWN = 6;
/** Share of all journeys below which a step is pooled. */
const SMALL = 0.01;

/** Endings from top to bottom: what goes well first, what doesn't last. */
const ENDS: readonly PathEnd[] = ['more', 'began', 'ordered', 'open', 'left'];

/**
 * Counts paths position by position. The small steps of a position are one, `other`, so that what is
 * shown still sums up to all journeys.
 */
export function pooled(
  found: readonly PooledPath[],
  { depth, back }: { depth: number; back: boolean },
): Pick<PathsReport, 'nodes' | 'flows'> {
  const all = found.reduce((sum, { journeys }) => sum + journeys, 0);
  const columns = Array.from({ length: depth + 1 }, (_, position) =>
    columnOf(found, position, all),
  );
  for (const { steps, end, journeys } of found) {
    let before: Place | undefined;
    for (let position = 0; position <= steps.length; position++) {
      const step = steps[position];
      const column = columns[position]!;
      const place =
        step === undefined ? column.ends[end] : (column.steps.get(step) ?? column.other);
      place.node.journeys += journeys;
      if (step !== undefined && isReturn(steps, position, back)) place.node.returns += journeys;
      before?.onward.set(place, (before.onward.get(place) ?? 0) + journeys);
      before = place;
    }
  }

  const places = columns.flatMap(({ steps, other, ends }) =>
    [...steps.values(), other, ...ENDS.map((end) => ends[end])].filter(
      ({ node }) => node.journeys > 0,
    ),
  );
  const indexes = new Map(places.map((place, index) => [place, index]));
  return {
    nodes: places.map(({ node }) => ({ ...node, share: wilson(node.journeys, all) })),
    flows: places
      .flatMap((place, near) =>
        [...place.onward].map(([next, journeys]): PathFlow => {
          const far = indexes.get(next)!;
          return back
            ? { source: far, target: near, journeys }
            : { source: near, target: far, journeys };
        }),
      )
      .sort((a, b) => a.source - b.source || a.target - b.target),
  };
}

/** A node while it is counted, and what came after it, seen from the root. */
interface Place {
  node: PathNode;
  onward: Map<Place, number>;
}

/** What can be at one position: large steps, all others, and paths that end. */
interface Column {
  steps: ReadonlyMap<string, Place>;
  other: Place;
  ends: Readonly<Record<PathEnd, Place>>;
}

function columnOf(found: readonly PooledPath[], position: number, all: number): Column {
  const counts = new Map<string, number>();
  for (const { steps, journeys } of found) {
    const step = steps[position];
    if (step !== undefined) counts.set(step, (counts.get(step) ?? 0) + journeys);
  }
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const large = sorted
    .slice(0, SHOWN)
    .filter(([, count]) => position === 0 || count >= SMALL * all);
  // A single one that is small says more by its own name than as "other".
  const shown = sorted.length - large.length === 1 ? sorted : large;
  const place = (kind: PathNode['kind'], rest: { step?: string; steps?: number } = {}): Place => ({
    node: { position, kind, step: '', ...rest, journeys: 0, share: NOTHING, returns: 0 },
    onward: new Map(),
  });
  return {
    steps: new Map(shown.map(([step]) => [step, place('step', { step })])),
    other: place('other', { steps: sorted.length - shown.length }),
    ends: Object.fromEntries(ENDS.map((end) => [end, place(end)])) as Column['ends'],
  };
}

const NOTHING = wilson(0, 0);

function isReturn(steps: readonly string[], position: number, back: boolean): boolean {
  const step = steps[position]!;
  return back ? steps.indexOf(step, position + 1) >= 0 : steps.indexOf(step) < position;
}
