import type { Item } from '@cartograph/journey';
import { listen } from '../browser/listen.ts';
import { quietly } from '../browser/quietly.ts';
import { cartCount } from './facts/cartCount.ts';
import { readRow, rowAround } from './facts/cartLines.ts';
import { BUTTONS, isAddButton, productNear, saidBy } from './facts/near.ts';
import { quantityIn } from './facts/quantityNear.ts';
import { type Verb, verbOf } from './requests/verbOf.ts';
import type { ShopView } from './shopView.ts';
import { REMOVE } from './words.ts';

/** What a shopper set out to do by a click or a form. Whether it came to pass is still to be seen. */
export interface Intent {
  verb: Verb;
  /** What the button was for, as it was when it was pressed. */
  item: Item | undefined;
  currency: string | undefined;
  /** Goods in the cart before. */
  count: number;
  /** `performance.now()` */
  at: number;
  /** The form, or the link, that may take the shopper to another page. */
  form: HTMLFormElement | undefined;
  link: HTMLAnchorElement | undefined;
  /** The event that may take the shopper there, unless the page prevents it. */
  event: Event | undefined;
  /** Which of the shopper's acts it was. */
  act: number;
  /** It came to pass, and was told. */
  done: boolean;
}

/**
 * Notices clicks and forms by which shoppers mean to put something in the cart or take it out.
 *
 * @param onIntent Told of each. What a click and the submit that follows mean is told once.
 * @returns How often the shopper has acted so far, by whatever click or form.
 */
export function watchIntents(view: ShopView, onIntent: (intent: Intent) => void): () => number {
  let acts = 0;
  let last: { button: Element; intent: Intent | undefined } | undefined;

  const read = (button: Element, form: HTMLFormElement | undefined): Intent | undefined => {
    const link = button instanceof HTMLAnchorElement && button.href ? button : undefined;
    const verb = verbBy(button, form, link, view);
    if (!verb) return undefined;
    const base = {
      verb,
      count: cartCount(document) ?? 0,
      at: performance.now(),
      event: undefined,
      act: acts,
      done: false,
    };
    const row = verb === 'remove' ? rowAround(button) : undefined;
    const locale = view.locale();
    if (row) {
      const shown = readRow(row, locale);
      const { items = [], currency } = view.contents() ?? {};
      // The shop has its own number for what the row shows by name.
      const [line, ...more] = items.filter((one) => one.item_name === shown?.item.item_name);
      const known = shown && line && more.length === 0 ? { item: line, currency } : shown;
      return { ...base, form, link, item: known?.item, currency: known?.currency };
    }

    const near = verb === 'add' ? productNear(button, locale) : undefined;
    const product =
      near && !near.main ? near : verb === 'add' ? (view.product() ?? near) : undefined;
    const box = form ?? button.parentElement?.parentElement;
    const item = product && { ...product.item, quantity: quantityIn(box) ?? 1 };
    return { ...base, form, link, item, currency: product?.currency };
  };

  listen(
    'click',
    quietly((event) => {
      const [target] = event.composedPath();
      const button = target instanceof Element ? target.closest(BUTTONS) : null;
      acts++;
      last = undefined;
      if (!button || button.matches(':disabled,[aria-disabled=true]')) return;
      const intent = read(button, button.closest('form') ?? undefined);
      last = { button, intent };
      if (!intent) return;
      if (intent.link) intent.event = event;
      onIntent(intent);
    }),
  );
  listen(
    'submit',
    quietly((event) => {
      const form = event.target as HTMLFormElement;
      const button =
        (event as SubmitEvent).submitter ??
        form.querySelector('[type=submit],button:not([type=button])') ??
        form;
      if (last && (last.button === button || last.button.closest('form') === form)) {
        if (last.intent) last.intent.event = event;
        return;
      }
      acts++;
      const intent = read(button, form);
      if (!intent) return;
      intent.event = event;
      onIntent(intent);
    }),
  );
  return () => acts;
}

/** What pressing a button means: by what it says, else by where its form or link leads. */
function verbBy(
  button: Element,
  form: HTMLFormElement | undefined,
  link: HTMLAnchorElement | undefined,
  view: ShopView,
): Verb | undefined {
  const submits =
    button === form || /^(submit|image|)$/.test((button as HTMLButtonElement).type ?? 'x');
  const action =
    button.getAttribute('formaction') ?? (submits ? form?.getAttribute('action') : undefined);
  const leads = link
    ? verbOf('GET', new URL(link.href))
    : action && verbOf('POST', new URL(action, location.href));
  const inCart = () => view.placeAt(view.url())?.kind === 'cart' || rowAround(button);
  if (leads === 'add' && submits !== false && !/update|refresh/i.test(saidBy(button))) return 'add';
  if (isAddButton(button)) return 'add';
  if (leads === 'remove') return 'remove';
  const named = `${button.className} ${button.getAttribute('name')} ${button.getAttribute('data-action')}`;
  const removes = REMOVE.test(saidBy(button)) || /\b(remove|delete)/i.test(named);
  return removes && inCart() ? 'remove' : undefined;
}
