import type { CustomParams } from '@cartograph/journey';
import { clean } from './clean.ts';

/** An entry of the data layer, of which nothing is certain. */
export type Push = Partial<Record<string, unknown>>;

/** What an action of Universal Analytics was told with. */
interface Action {
  actionField?: Push;
  products?: unknown;
}

/**
 * GA4's recommended events, and what Universal Analytics called the same in "Enhanced E-commerce".
 * Not `page_view`: we see pages ourselves.
 * https://developers.google.com/analytics/devguides/collection/ga4/reference/events
 * https://developers.google.com/analytics/devguides/collection/ua/gtm/enhanced-ecommerce
 */
const TYPES =
  'view_item_list:impressions select_item:click view_item:detail add_to_cart:add ' +
  'remove_from_cart:remove begin_checkout:checkout view_promotion select_promotion ' +
  'view_cart add_shipping_info add_payment_info add_to_wishlist sign_up login share search ' +
  'refund purchase exception generate_lead';

/**
 * What GA4 knows of an event and its items, and nothing else: what a shop adds of its own
 * (`user_data`, `event_callback`, `send_to`) may be anything, personal data too.
 */
const PARAMS =
  /^(value|price|tax|shipping|quantity|discount|index|currency|coupon|items|step|item_.+|promotion_.+|transaction_id|shipping_tier|payment_type|search_term|method|content_type|description|fatal)$/;

/**
 * The touchpoints in a push. GA4 has three ways to say one:
 * `gtag('event', 'add_to_cart', {…})`, which pushes its `arguments`,
 * `{ event: 'add_to_cart', ecommerce: {…} }`, and the same with the params beside `event`.
 *
 * Universal Analytics, still sent by many themes, has an action in `ecommerce`, a list seen beside
 * it, or both. The name of its `event` is the shop's own, and often missing.
 */
export function readPush(push: Push, found: (type: string, params: CustomParams) => void): void {
  const ecommerce = { ...(push.ecommerce as Partial<Record<string, Action>> | undefined) };
  const [event, params] =
    push[0] === 'event' ? [push[1], push[2]] : [push.event, push.ecommerce ?? push];

  for (const names of TYPES.split(' ')) {
    const [type, action = type] = names.split(':') as [string, string?];
    const told = !ecommerce.items && ecommerce[action];
    if (!told && type !== event) continue;

    const { actionField: field = {}, products = told } = told || {};
    const isLater = action === 'checkout' && (field.step as number) > 1;
    found(
      isLater ? 'checkout_step' : type,
      clean(
        told
          ? {
              currency: ecommerce.currencyCode,
              transaction_id: field.id,
              value: field.revenue,
              item_list_name: field.list,
              ...field,
              step: isLater ? `step-${field.step}` : undefined,
              items: products,
            }
          : Object(params),
        PARAMS,
      ),
    );
  }
}
