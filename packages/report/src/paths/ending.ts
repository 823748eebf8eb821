import { VISIT_GAP_MS } from '@cartograph/journey';
import type { TrailFact } from '../question.ts';

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

/** How a journey ended, as of a moment in epoch milliseconds. */
export function endingOf({ trail, cart, lastAt }: TrailFact, asOf: number): Ending {
  if (trail.length >= COMPLETE_MARKS) return 'more';
  if (cart?.order) return 'ordered';
  return asOf - lastAt >= VISIT_GAP_MS ? 'left' : 'open';
}
