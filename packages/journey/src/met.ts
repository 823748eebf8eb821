import type { Met } from './journey.ts';
import type { StandardType } from './params.ts';
import type { Step } from './steps.ts';
import type { Touchpoint } from './touchpoint.ts';

/** Different things that are noted of one cart; a script gone wild would meet any number. */
const MAX_MET = 40;

/**
 * What a shopper met who comes by this touchpoint, if it may be a reason to leave:
 *
 * | What | Is |
 * | --- | --- |
 * | `alert:PAYMENT_ERROR` | a message the shopper was shown, by its type |
 * | `exception`, `failed_request` | an error in the page; a request to the shop that failed |
 * | `coupon_denied` | a code that was not taken |
 * | `login` | signed in, or up |
 * | `field_left:phone` | a field left empty or invalid |
 * | `rage_click`, `dead_click`, `step_back` | as the types say |
 * | `poor:LCP` | a web vital rated poor |
 * | `custom:support_chat` | a custom touchpoint |
 *
 * A price that rises is seen by the fold itself: `price_rise`.
 */
export function metBy({ type, params }: Touchpoint): string | undefined {
  const text = (name: string) => {
    const value = params?.[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  switch (type) {
    case 'alert':
      return `alert:${text('alert_type') ?? 'CHECKOUT_ERROR'}`;
    case 'exception':
      return text('source') === 'request' ? 'failed_request' : 'exception';
    case 'coupon':
      return text('status') === 'denied' ? 'coupon_denied' : undefined;
    case 'login':
    case 'sign_up':
      return 'login';
    case 'field_left':
      return `field_left:${text('field') ?? ''}`;
    case 'web_vital':
      return text('rating') === 'poor' ? `poor:${text('name') ?? ''}` : undefined;
    case 'rage_click':
    case 'dead_click':
    case 'step_back':
      return type;
    default:
      return STANDARD.has(type) ? undefined : `custom:${type}`;
  }
}

/** Notes what was met at a step: the first time, and how often. */
export function noteMet(
  met: Met[],
  { what, step, at, size }: { what: string; step: Step; at: number; size?: number },
): void {
  const known = met.find((one) => one.what === what && one.step === step);
  if (known) {
    known.times++;
    if (size !== undefined) known.size = Math.max(known.size ?? 0, size);
  } else if (met.length < MAX_MET) {
    met.push({ what, step, at, times: 1, ...(size !== undefined && { size }) });
  }
}

/** Types with a meaning of their own, none of which is a reason to leave by itself. */
const STANDARD: ReadonlySet<string> = new Set<StandardType | 'tab_return' | 'review' | 'end'>([
  'page_view',
  'view_item_list',
  'select_item',
  'view_item',
  'search',
  'add_to_wishlist',
  'add_to_cart',
  'remove_from_cart',
  'view_cart',
  'begin_checkout',
  'add_shipping_info',
  'add_payment_info',
  'purchase',
  'refund',
  'share',
  'view_promotion',
  'select_promotion',
  'generate_lead',
  'checkout_step',
  'survey',
  'tab_return',
  'review',
  'end',
]);
