import type { Segment } from '../../segment.ts';

/** A part of the shoppers that a site's owner looks at again and again. */
export interface SavedSegment {
  id: string;
  name: string;
  query: Segment;
}
