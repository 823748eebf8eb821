import type { CustomParams } from '@cartograph/journey';
import { listen } from '../browser/listen.ts';
import { onUrlChange } from '../browser/onUrlChange.ts';
import { quietly } from '../browser/quietly.ts';
import { cleanUrl, pageOf } from '../capture/url.ts';
import { cartCount } from './facts/cartCount.ts';
import { readCart } from './facts/cartLines.ts';
import { goods } from './facts/product.ts';
import { type Money, theOne } from './money/readMoney.ts';
import { confirmedPlace } from './page/confirmedPlace.ts';
import { formSteps } from './page/formSteps.ts';
import { isVisible } from './page/isVisible.ts';
import { type Place, STEPS, type Step } from './page/placeOf.ts';
import { readOrder, totalsIn } from './page/readOrder.ts';
import { showsEmptyCart } from './page/showsEmptyCart.ts';
import { textOf } from './page/textOf.ts';
import type { ShopView } from './shopView.ts';
import type { Seen, Tell } from './teller.ts';

/** How a page was come to. */
type Entry = 'navigate' | 'reload' | 'back_forward' | 'spa' | 'return';

/** A page at rest for so long, in milliseconds, shows what it has to. */
const REST_MS = 400;
/** One that is never at rest is read as it is, this often. */
const RESTLESS_MS = 4000;
/** What a page of products doesn't show by then, in milliseconds, is not looked for any more. */
const LATE_MS = 10_000;
/** Until then, in milliseconds, what is missing may still come. */
const COMPLETE_MS = 1000;

/**
 * Reads each page once it is there: which product, cart, checkout or order it is about. Each thing is
 * told once a view of the page.
 *
 * @returns What to call with touchpoints that are seen elsewhere, and are to be told once a page, too.
 */
export function watchPages(view: ShopView, tell: Tell): (seen: Seen) => void {
  const told = new Set<string>();
  const orders = new Set<unknown>();
  let how: Entry = 'navigate';
  let since = 0;
  let rested = false;
  /** What was told of the products of this page, and of the page before. */
  let sign: string | undefined;
  let before: string | undefined;
  let inPlace = false;
  /** Steps whose fields are shown, and were on the page before. */
  let shown = new Set<Step>();
  let shownBefore = shown;
  let submitted: { event: Event; steps: Set<Step> } | undefined;

  const once = ([type, params]: Seen, rule: string, why: string) => {
    const key = `${type} ${params.step ?? ''}`;
    if (told.has(key)) return;
    told.add(key);
    const page_location = cleanUrl(view.href);
    const moved = page_location !== cleanUrl(location.href) && { page_location };
    tell([type, { ...params, ...moved }], rule, why);
  };
  const ruleOf = (known: unknown) => (known && view.preset ? view.preset.name : 'generic');
  const tellSteps = (steps: Iterable<Step>, why: string) => {
    const done = new Set(steps);
    for (const step of STEPS) if (done.has(step)) once(withTotal(doneBy(step)), 'generic', why);
  };

  /** What the page says is to be paid for the whole, where it says so once. */
  const total = (currency = view.contents()?.currency): Money | undefined => {
    const shown = theOne(totalsIn(textOf(document.body), view.locale()));
    return !currency || shown?.currency === currency ? shown : undefined;
  };

  const withTotal = ([type, params]: Seen, which = /_info$/): Seen => [
    type,
    { ...(which.test(type) && total()), ...params },
  ];

  const readCartPage = (place: Place) => {
    const known = view.contents() ?? readCart(document, view.locale());
    const isEmpty = !known && showsEmptyCart(document) && !cartCount(document);
    if (known || isEmpty || rested) {
      once(
        ['view_cart', known ?? (isEmpty ? { items: [], value: 0 } : {})],
        ruleOf(place.known),
        'the page of the cart',
      );
    }
  };

  const readOrderPage = (place: Place) => {
    if (how === 'reload' || how === 'back_forward' || how === 'return') return;
    const own = view.preset?.order?.(view.kit());
    const order = { ...readOrder(textOf(document.body), view.url(), view.locale()), ...own };
    const id = order.transaction_id ?? view.url().href;
    if (!rested && !(order.transaction_id && order.value !== undefined)) return;
    // An order's page that was opened from a mail or an account places nothing.
    if (!order.transaction_id && !view.from && !isForeign(document.referrer)) return;
    if (orders.has(id)) return;
    orders.add(id);
    once(
      ['purchase', order as CustomParams],
      ruleOf(own ?? place.known),
      'the page that thanks for an order',
    );
  };

  const readCheckout = (place: Place) => {
    const began = !view.from || view.placeAt(view.from)?.kind !== 'checkout';
    if (began && (how === 'navigate' || how === 'spa')) {
      once(
        ['begin_checkout', { ...view.contents(), ...total() }],
        ruleOf(place.known),
        'the page of checkout',
      );
    }
    if (place.step || place.known) return;
    const now = formSteps(document.body, isVisible);
    // What was asked for and is no more, while a later step is: done.
    const latest = Math.max(...[...now].map((step) => STEPS.indexOf(step)));
    const done = [...shown].filter((step) => !now.has(step) && STEPS.indexOf(step) < latest);
    if (now.size > 0) shown = now;
    tellSteps(done, 'its fields gave way to those of a later step');
  };

  const read = quietly(() => {
    for (const seen of view.preset?.arrived?.(view.kit()) ?? []) {
      if (how === 'navigate' || how === 'spa')
        once(withTotal(seen), view.preset!.name, 'what the page says');
    }
    const place = confirmedPlace(view);
    inPlace = !!place;
    const prior = view.from && view.placeAt(view.from);
    if (prior?.kind === 'checkout' && how !== 'back_forward' && how !== 'reload') {
      const now = place?.kind === 'order' ? STEPS.length : STEPS.indexOf(place?.step as Step);
      const asked = prior.step ? [prior.step] : shownBefore;
      const done = [...asked].filter((step) => STEPS.indexOf(step) < now);
      tellSteps(done, `its page led to ${view.url().pathname}`);
    }
    if (place?.kind === 'cart') readCartPage(place);
    else if (place?.kind === 'checkout') readCheckout(place);
    else if (place?.kind === 'order') readOrderPage(place);
    else readProduct();
  });

  const readProduct = () => {
    const { product, list } = view.facts();
    if (!product && !list) return;
    sign = JSON.stringify(product ?? list);
    // An app has moved on, and still shows what was there before.
    if (sign === before && how === 'spa') return;
    if (product) {
      const { item, currency, rule } = product;
      once(['view_item', goods([{ ...item }], currency)], rule, 'what the page is about');
    } else if (list) once(['view_item_list', { items: list }], 'json-ld', 'a list of products');
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  const rest = () => {
    const now = performance.now();
    if (!timer) due = now + RESTLESS_MS;
    else if (now > due) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      rested = performance.now() - since > COMPLETE_MS;
      read();
      if (!rested) rest();
    }, REST_MS);
  };
  const enter = (next: Entry, from: URL | undefined) => {
    view.from = from;
    view.href = location.href;
    how = next;
    before = sign;
    sign = undefined;
    rested = false;
    shownBefore = next === 'spa' ? shown : new Set();
    shown = new Set();
    submitted = undefined;
    told.clear();
    since = performance.now();
    if (next !== 'spa') read();
    rest();
  };
  const leave = () => {
    // What is there is all there will be.
    rested = true;
    // A checkout may already show what comes next.
    if (/cart|order/.test(view.placeAt(view.url())?.kind ?? '')) read();
  };

  onUrlChange(
    quietly(() => {
      const { href } = view;
      if (pageOf(href) === pageOf(location.href) && routedAlike(view, href)) return;
      leave();
      enter('spa', new URL(href));
    }),
  );
  // Out of the back/forward cache: https://web.dev/articles/bfcache
  listen(
    'pageshow',
    quietly((event) => {
      if ((event as PageTransitionEvent).persisted) enter('return', undefined);
    }),
  );

  listen(
    'submit',
    quietly((event) => {
      const form = event.target as HTMLFormElement;
      const place = view.placeAt(view.url());
      const steps = formSteps(form, () => true);
      const counts =
        place?.kind === 'checkout' && !place.step && !place.known && form.matches(':valid');
      submitted = counts ? { event, steps } : undefined;
    }),
  );
  listen(
    'pagehide',
    quietly(() => {
      if (!rested) leave();
      if (submitted && !submitted.event.defaultPrevented && !view.preset?.arrives) {
        tellSteps(submitted.steps, 'its form left the page');
      }
    }),
  );

  const { referrer } = document;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const type = navigation?.type;
  const isSame = referrer && new URL(referrer).origin === location.origin;
  enter(
    type === 'reload' || type === 'back_forward' ? type : 'navigate',
    isSame ? new URL(referrer) : undefined,
  );
  new MutationObserver(() => {
    // What was read needs no second look, but for a checkout that moves on under one address.
    const isNew = performance.now() - since < LATE_MS;
    if (inPlace || (isNew && told.size === 0)) rest();
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['hidden', 'class', 'style'],
  });

  // How to pay is settled last: the whole is what the page says by then.
  return (seen) => once(withTotal(seen, /payment/), view.preset?.name ?? 'generic', 'a request');
}

function doneBy(step: Step): Seen {
  if (step === 'shipping') return ['add_shipping_info', {}];
  if (step === 'payment') return ['add_payment_info', {}];
  return ['checkout_step', { step }];
}

function isForeign(referrer: string): boolean {
  return referrer !== '' && new URL(referrer).origin !== location.origin;
}

/** Whether two addresses with one path are one page of the shop, for it may route by query. */
function routedAlike(view: ShopView, href: string): boolean {
  const a = view.placeAt(new URL(href));
  const b = view.placeAt(new URL(location.href));
  return a?.kind === b?.kind && a?.step === b?.step;
}
