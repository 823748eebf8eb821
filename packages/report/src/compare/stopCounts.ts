import type { Step } from '@cartograph/journey';
import { type Count, HIT, MISS, NONE } from '../count.ts';
import type { CartAtAge } from './cartAtAge.ts';

/**
 * Left behind, out of the settled: an open cart is neither.
 *
 * @param step Left with this as the deepest step, out of those that did it; all carts when left out. A
 *   step that was skipped is none that a cart got to.
 */
export function stopOf(
  { state, steps, leftAt }: Pick<CartAtAge, 'state' | 'steps' | 'leftAt'>,
  step?: Step,
): Count {
  if (state === 'open') return NONE;
  if (step === undefined) return state === 'left' ? HIT : MISS;
  if (!steps.includes(step)) return NONE;
  return leftAt === step ? HIT : MISS;
}
