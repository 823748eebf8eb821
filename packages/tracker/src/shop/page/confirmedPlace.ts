import { readCart } from '../facts/cartLines.ts';
import type { ShopView } from '../shopView.ts';
import { CART, THANKS } from '../words.ts';
import { formSteps } from './formSteps.ts';
import { isVisible } from './isVisible.ts';
import type { Place } from './placeOf.ts';
import { idIn, numberIn } from './readOrder.ts';
import { textOf } from './textOf.ts';

/**
 * What the page that is shown is. Where its address leaves room for doubt, or says nothing of an order
 * that was placed, what is on the page has to say so.
 */
export function confirmedPlace(view: ShopView): Place | undefined {
  const place = view.placeAt(view.url());
  const isSure = place && !place.unsure;
  if (isSure && (place.kind !== 'checkout' || place.known)) return place;
  if (thanksForOrder(view, place)) return { kind: 'order' };
  if (isSure) return place;

  const isThere =
    place?.kind === 'cart'
      ? CART.test(headings()) || readCart(document, view.locale())
      : place?.kind === 'checkout' && asksToPay();
  return isThere ? place : undefined;
}

/** A heading that thanks, and the number of an order, for someone who was about to buy. */
function thanksForOrder(view: ShopView, place: Place | undefined): boolean {
  const { from } = view;
  const said = /^(cart|checkout)$/.test((from && view.placeAt(from)?.kind) ?? '');
  const isDue = said || place?.kind === 'checkout' || (!from && document.referrer !== '');
  if (!isDue || !(THANKS.test(headings()) || (place?.kind === 'order' && said))) return false;
  if (place?.kind === 'checkout' && !place.unsure) return !!numberIn(textOf(document.body));
  return (
    place?.kind === 'order' || !!(numberIn(textOf(document.body)) ?? (place && idIn(view.url())))
  );
}

function asksToPay(): boolean {
  const steps = formSteps(document.body, isVisible);
  return steps.has('payment') || steps.has('address');
}

/** What the page calls itself, to who looks at it. */
function headings(): string {
  const shown = [...document.querySelectorAll('h1,h2')].slice(0, 20).filter(isVisible);
  return [document.title, ...shown.map(({ textContent }) => textContent)].join('\n').slice(0, 2000);
}
