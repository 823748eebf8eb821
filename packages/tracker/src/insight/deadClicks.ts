import { quietly } from '../browser/quietly.ts';
import { EVERYTHING } from './everything.ts';
import { FIELDS } from './fields.ts';
import { on } from './on.ts';
import { onRequest } from './onRequest.ts';
import type { Tell } from './tell.ts';

/** How long something may take to answer a click, in milliseconds. */
const ANSWERS_WITHIN_MS = 2500;

/** What is answered where we can't see it, or needs no answer: a size that is chosen already. */
const BEYOND = `${FIELDS},label,:disabled,[aria-disabled=true],[download],[target],[href^=mailto],[href^=tel],[aria-selected=true],[aria-pressed=true],[aria-current]`;

/** What answers a click, besides a change of the page, a request and a new address. */
const ANSWERS = 'scroll blur input invalid toggle play visibilitychange beforeunload';

/**
 * Clicks on what looks clickable that nothing came of within 2.5 seconds. Whatever happens meanwhile
 * counts as an answer, so a page that moves all the time has none.
 */
export function deadClicks(tell: Tell): void {
  let timer: ReturnType<typeof setTimeout>;

  const answered = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  const observer = new MutationObserver(answered);

  on<PointerEvent>('click', (click) => {
    // One that the page makes is an answer, too: to a file picker, say.
    answered();
    const { isTrusted, ctrlKey, metaKey, shiftKey } = click;
    const element = click.target as Element;
    // What is inside a shadow root changes out of our sight.
    const isHidden = click.composedPath()[0] !== element;
    if (!isTrusted || isHidden || ctrlKey || metaKey || shiftKey || element.closest(BEYOND)) return;

    const judge = quietly(() => {
      observer.disconnect();
      const control = element.closest('a,button,[role=button],[type=submit],[type=button]');
      const looksSo = control || getComputedStyle(element).cursor === 'pointer';
      if (looksSo && getSelection()?.type !== 'Range') tell('dead_click', {}, control ?? element);
    });
    // Only now: a page where nobody clicks isn't watched.
    observer.observe(document, EVERYTHING);
    timer = setTimeout(judge, ANSWERS_WITHIN_MS);
  });

  on(ANSWERS, answered);
  onRequest(answered);
}
