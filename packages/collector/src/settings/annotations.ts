import type { Annotation } from '@cartograph/report';
import { entriesOf } from './entries.ts';

/** Characters of an annotation's text. */
export const MAX_ANNOTATION = 200;

/** Days that the owner marked, the earliest first. */
export const annotations = entriesOf<Omit<Annotation, 'id'>>('annotation', ({ day }) => day);
