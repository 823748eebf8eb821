import { FIELDS } from './fields.ts';
import { selectorOf } from './selectorOf.ts';

/** What steppers, carousels and calendars, or the boxes around them, are called. */
const REPEATS = /plus|minus|qty|quanti|stepper|slider|carousel|swiper|calendar/i;

/**
 * Whether people click an element many times because it works: a stepper, a carousel's arrow, a field,
 * a video, a map.
 */
export function isRepeater(element: Element): boolean {
  return (
    !!element.closest(FIELDS) ||
    // A sign alone: + − ‹ ›
    /^\W$/.test(element.textContent.trim()) ||
    REPEATS.test(selectorOf(element))
  );
}
