import type { FoldOptions } from '@cartograph/journey';
import type { Site } from './site.ts';

/** What a site says about folding. Where it changes, what was folded is folded again. */
export function rulesOf({ abandonedAfterMs, currency, origins }: Site): FoldOptions {
  return { abandonedAfterMs, currency, origins };
}

/** Whether two settings of a site make the same journeys of the same touchpoints. */
export function foldsAlike(a: Site, b: Site): boolean {
  return JSON.stringify(rulesOf(a)) === JSON.stringify(rulesOf(b));
}
