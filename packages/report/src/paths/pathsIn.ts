import type { Part } from '../part.ts';
import type { TrailFact } from '../question.ts';
import { endingsOf } from './ending.ts';
import type { PackedTrails } from './packedTrails.ts';
import { type PathOptions, pathOf } from './pathOf.ts';
import type { PooledPath } from './pooled.ts';

/** The paths of a part's journeys, each once with how many took it, by a key of its own. */
export function pathsIn(
  part: Part<TrailFact>,
  trails: PackedTrails,
  { query, asOf }: { query: PathOptions; asOf: number },
): { paths: ReadonlyMap<string, PooledPath> } {
  const { marksKnown, ...asked } = query;
  return part.recall(
    { name: `paths ${JSON.stringify(asked)}`, asOf },
    () => ({ ...countedPaths(trails, query, asOf), marksKnown }),
    // What a page is called depends on all pages of the period.
    (found) =>
      found.marksKnown.every(({ name, isRoot }, number) => {
        const known = marksKnown[number]!;
        return name === known.name && isRoot === known.isRoot;
      }),
  );
}

function countedPaths(trails: PackedTrails, query: PathOptions, asOf: number) {
  const { endings, until } = endingsOf(trails, asOf);
  const isBack = query.root?.direction === 'to';
  const paths = new Map<string, PooledPath>();
  for (let journey = 0; journey < trails.journeys; journey++) {
    const start = trails.starts[journey]!;
    const trail = trails.numbers.subarray(start, trails.starts[journey + 1]!);
    const path = pathOf(trail, (place) => trails.seconds[start + place]!, query);
    if (!path) continue;
    const end = path.goesOn ? 'more' : isBack ? 'began' : endings[journey]!;
    const key = [end, ...path.steps].join('\n');
    const same = paths.get(key);
    if (same) same.journeys++;
    else paths.set(key, { steps: path.steps, end, journeys: 1 });
  }
  return { paths, until };
}
