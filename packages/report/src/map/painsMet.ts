import type { Stage } from '@cartograph/journey';
import type { StagesFact } from '../question.ts';

/**
 * What pained a shopper in one stage of a journey, and how often.
 *
 * With goods in the cart it is known precisely (`alert:PAYMENT_ERROR`, `field_left:phone`,
 * `coupon_denied`, see {@link StagesFact} `cart.met`), and is of the page where it was met. Without,
 * it is known by its kind: `alert`, `exception`, `rage_click`, `dead_click`, `field_left`, `poor`.
 */
export function painsMet({ cart, stages }: StagesFact, stage: Stage): Map<string, number> {
  const pains = new Map<string, number>();
  const add = (what: string, times: number) => pains.set(what, (pains.get(what) ?? 0) + times);

  if (cart && (stage === 'cart' || stage === 'checkout')) {
    for (const { what, step, times } of cart.met) {
      if (isPain(what) && (step === 'cart') === (stage === 'cart')) add(what, times);
    }
    return pains;
  }
  const stay = stages.find((each) => each.stage === stage);
  for (const [type, times] of Object.entries(stay?.did ?? {}))
    if (PAINS.has(type)) add(type, times);
  if (stay && stay.poorVitals > 0) add('poor', stay.poorVitals);
  return pains;
}

/** Touchpoints that a shopper suffers rather than does. */
export const PAINS: ReadonlySet<string> = new Set([
  'alert',
  'exception',
  'rage_click',
  'dead_click',
  'field_left',
]);

const ONLY_WITH_CART: ReadonlySet<string> = new Set([
  'coupon_denied',
  'failed_request',
  'price_rise',
  'step_back',
]);

function isPain(what: string): boolean {
  const [kind] = what.split(':', 1);
  return kind === 'poor' || PAINS.has(kind!) || ONLY_WITH_CART.has(kind!);
}
