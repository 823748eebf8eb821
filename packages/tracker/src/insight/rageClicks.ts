import { isRepeater } from './isRepeater.ts';
import { on } from './on.ts';
import type { Tell } from './tell.ts';

/** The click that makes a burst. Three select a paragraph. */
const CLICKS = 4;
/** Longest time between two clicks of a burst, so that it takes about a second. */
const WITHIN_MS = 400;
/** Longest way between two clicks of a burst, in pixels, unless they are on the same element. */
const NEAR = 30;

/** Bursts of clicks on one element or place, once a burst: something doesn't do what it should. */
export function rageClicks(tell: Tell): void {
  let last: PointerEvent | undefined;
  let count = 0;

  on<PointerEvent>('click', (click) => {
    const { isTrusted, detail, target, timeStamp, clientX, clientY } = click;
    // A label clicks its field once more, and a key that is held down clicks on and on: both have no
    // count of clicks. https://www.w3.org/TR/uievents/#event-type-click
    if (!isTrusted || !detail) return;

    const goesOn =
      last &&
      timeStamp - last.timeStamp < WITHIN_MS &&
      (last.target === target || Math.hypot(last.clientX - clientX, last.clientY - clientY) < NEAR);
    count = goesOn ? count + 1 : 1;
    last = click;
    if (count !== CLICKS || getSelection()?.type === 'Range' || isRepeater(target as Element))
      return;
    tell('rage_click', {}, target);
  });
}
