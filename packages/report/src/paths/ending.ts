import { VISIT_GAP_MS } from '@cartograph/journey';
import type { PackedTrails } from './packedTrails.ts';

/**
 * How a path is left: with an order, without one, still under way, or too long to be known.
 *
 * | Ending | Is |
 * | --- | --- |
 * | `ordered` | nothing came after, and the journey holds an order |
 * | `left` | nothing came after for 30 minutes or more, and there is no order |
 * | `open` | nothing came after yet, less than 30 minutes ago |
 * | `more` | it goes on beyond what is shown |
 */
export type Ending = 'ordered' | 'left' | 'open' | 'more';

/** Marks from which on a trail may lack some: see `noteMark` of the journey. */
const COMPLETE_MARKS = 200;

/** What its ending depends on. */
interface Ended {
  marks: number;
  isOrdered: boolean;
  lastAt: number;
}

/** How a journey ended, as of a moment in epoch milliseconds. */
function endingOf({ marks, isOrdered, lastAt }: Ended, asOf: number): Ending {
  if (marks >= COMPLETE_MARKS) return 'more';
  if (isOrdered) return 'ordered';
  return asOf - lastAt >= VISIT_GAP_MS ? 'left' : 'open';
}

/** How each journey of a part ended, and until when that is so. */
export function endingsOf(
  { journeys, starts, isOrdered, lastAt }: PackedTrails,
  asOf: number,
): { endings: Ending[]; until: number } {
  const endings: Ending[] = [];
  let until = Number.POSITIVE_INFINITY;
  for (let journey = 0; journey < journeys; journey++) {
    const marks = starts[journey + 1]! - starts[journey]!;
    const ended = { marks, isOrdered: isOrdered[journey] === 1, lastAt: lastAt[journey]! };
    const ending = endingOf(ended, asOf);
    endings.push(ending);
    if (ending === 'open') until = Math.min(until, ended.lastAt + VISIT_GAP_MS);
  }
  return { endings, until };
}
