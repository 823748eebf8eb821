import type { SavedSegment } from '@cartograph/report';
import { entriesOf } from './entries.ts';

/** Characters of a saved segment's name, and of each of its values. */
export const MAX_SEGMENT_NAME = 60;

/** Parts of the shoppers that the owner looks at again and again. */
export const savedSegments = entriesOf<Omit<SavedSegment, 'id'>>('segment');
