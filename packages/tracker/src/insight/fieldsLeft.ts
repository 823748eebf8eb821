import { onVisibility } from '../browser/onVisibility.ts';
import { quietly } from '../browser/quietly.ts';
import { inCheckout } from './inCheckout.ts';
import { on } from './on.ts';
import type { Tell } from './tell.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What makes a form one of contact, address or payment, wherever it is. */
const TELLING = '[type=tel],[autocomplete*=address],[autocomplete*=postal],[autocomplete*=cc-]';

/**
 * Fields of a checkout that the shopper had been in, and that are empty though required, or invalid,
 * when the page is left or hidden. What was put right before is nobody's business.
 *
 * A field goes by its name; what is in it is never read.
 */
export function fieldsLeft(tell: Tell): void {
  /** With the address of the step that they are of, and how long somebody was in them. */
  const entered = new Map<Field, { page_location: string; ms: number }>();
  let since: number;

  on('focusin focusout', ({ type, target, timeStamp }) => {
    const field = target as Field;
    const known = entered.get(field);
    if (type === 'focusin') {
      since = timeStamp;
      if (field.willValidate && (inCheckout() || field.form?.querySelector(TELLING))) {
        // A query may hold anything.
        const page_location = location.href.replace(/[?#].*/, '');
        entered.set(field, { page_location, ms: known?.ms ?? 0 });
      }
    } else if (known) known.ms += timeStamp - since;
  });
  onVisibility(
    quietly(() => {
      for (const [field, { page_location, ms }] of entered) {
        if (!field.matches(':invalid,[aria-invalid=true]')) continue;
        const { name, autocomplete, id, validity } = field;
        tell('field_left', {
          field: name || autocomplete || id,
          state: validity.valueMissing ? 'empty' : 'invalid',
          // A list takes names that the browser doesn't know: https://caniuse.com/mdn-css_selectors_autofill
          autofilled: field.matches(':is(:autofill)'),
          seconds: Math.round(ms / 1000),
          page_location,
        });
      }
    }),
    () => {},
  );
}
