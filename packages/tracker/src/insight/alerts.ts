import { quietly } from '../browser/quietly.ts';
import { EVERYTHING } from './everything.ts';
import { masked } from './masked.ts';
import { on } from './on.ts';
import { soundsBad } from './soundsBad.ts';
import type { Tell } from './tell.ts';

/** How the usual platforms and frameworks mark a message as an error. */
const ERROR = '[class*=error i],[id*=error i],.alert-danger,.invalid-feedback';
const ANY = `${ERROR},[role=alert],[aria-live=assertive]`;

/** Longer texts are no messages. In UTF-16 code units. */
const MAX_CHARS = 300;

/** How long a page may take to put a message together, in milliseconds. */
const SETTLES_WITHIN_MS = 500;

/**
 * Messages that something is wrong: what the page marks as an error, what it has screen readers say at
 * once and sounds like one, and fields that the browser itself complains of.
 */
export function alerts(tell: Tell): void {
  let timer: ReturnType<typeof setTimeout> | 0 = 0;

  const look = quietly(() => {
    timer = 0;
    for (const element of document.querySelectorAll(ANY)) {
      const message = masked(element.textContent);
      // Of boxes within boxes the innermost has the message.
      if (!message || element.textContent.length > MAX_CHARS || element.querySelector(ANY))
        continue;
      const isBad = element.matches(ERROR) || soundsBad(message);
      // https://caniuse.com/mdn-api_element_checkvisibility
      if (isBad && element.checkVisibility?.({ visibilityProperty: true })) {
        tell('alert', { message }, element);
      }
    }
  });
  const wait = () => {
    if (!timer) timer = setTimeout(look, SETTLES_WITHIN_MS);
  };
  new MutationObserver(wait).observe(document, EVERYTHING);
  wait();

  on('invalid', ({ target }) => {
    const field = target as HTMLInputElement;
    // A page may ask for validity all the time. Only after a try to submit does the shopper see it.
    if (!field.matches(':is(:user-invalid)')) return;
    // Not the browser's own message, which may hold what was entered.
    const alert_type = field.validity.valueMissing ? 'INPUT_REQUIRED' : 'INPUT_INVALID';
    tell('alert', { alert_type }, field);
  });
}
