/**
 * What each type of touchpoint carries. Names and shapes are GA4's recommended e-commerce events,
 * so a shop that already feeds GA4 has nothing to rename:
 * https://developers.google.com/analytics/devguides/collection/ga4/reference/events
 *
 * Amounts are decimal numbers in major units (`19.9` is 19.90 EUR), as GA4 has them.
 */

/** One product line. */
export interface Item {
  /** SKU or product id. What tells lines apart, together with `item_variant`. */
  item_id?: string;
  item_name?: string;
  item_variant?: string;
  item_brand?: string;
  item_category?: string;
  item_list_id?: string;
  item_list_name?: string;
  coupon?: string;
  /** Unit price after discount, in major units. */
  price?: number;
  /** @default 1 */
  quantity?: number;
  /** Discount per unit, in major units. Already taken off `price`. */
  discount?: number;
  /** Position in a list, from 0. */
  index?: number;
  /** Tells two like lines of one order apart, where an order is told a line at a time. */
  order_line?: number;
  [custom: string]: Scalar | undefined;
}

export type Scalar = string | number | boolean | null;

/** Anything else a shop sends along: scalars, or lists of them. */
export interface CustomParams {
  [name: string]: Scalar | readonly Scalar[] | readonly Item[] | undefined;
}

export interface Money {
  /** ISO 4217, three letters. The site's currency when left out. */
  currency?: string;
  /** In major units. See the type that carries it for *what* it is the value of. */
  value?: number;
}

export interface ItemsParams extends CustomParams, Money {
  items?: readonly Item[];
}

/** The whole cart: `value` and `items` are all that is in it. */
export interface CartParams extends ItemsParams {
  coupon?: string;
}

export interface PurchaseParams extends CartParams {
  /** The shop's order number. Without one, every `purchase` is an order of its own. */
  transaction_id?: string;
  tax?: number;
  shipping?: number;
}

/** What a shopper was shown, named as Shopify's `alert_displayed` names it. */
export type AlertType =
  | 'INPUT_INVALID'
  | 'INPUT_REQUIRED'
  | 'PAYMENT_ERROR'
  | 'DELIVERY_ERROR'
  | 'DISCOUNT_ERROR'
  | 'INVENTORY_ERROR'
  | 'CONTACT_ERROR'
  | 'MERCHANDISE_ERROR'
  | 'CHECKOUT_ERROR';

export interface ParamsByType {
  page_view: CustomParams;
  view_item_list: ItemsParams & { item_list_id?: string; item_list_name?: string };
  select_item: ItemsParams & { item_list_id?: string; item_list_name?: string };
  view_item: ItemsParams;
  search: CustomParams & { search_term?: string };
  add_to_wishlist: ItemsParams;
  /** `value` and `items` are what was *added*. */
  add_to_cart: ItemsParams;
  /** `value` and `items` are what was taken out. */
  remove_from_cart: ItemsParams;
  view_cart: CartParams;
  begin_checkout: CartParams;
  /** Shipping is *done*: a shopper who leaves now left after shipping. */
  add_shipping_info: CartParams & { shipping_tier?: string };
  /** Payment details are *given*; the order is not placed yet. */
  add_payment_info: CartParams & { payment_type?: string };
  purchase: PurchaseParams;
  /** The whole order when it names neither `value` nor `items`. */
  refund: PurchaseParams;
  login: CustomParams & { method?: string };
  sign_up: CustomParams & { method?: string };
  share: CustomParams & { method?: string; content_type?: string; item_id?: string };
  view_promotion: ItemsParams & { promotion_id?: string; promotion_name?: string };
  select_promotion: ItemsParams & { promotion_id?: string; promotion_name?: string };
  exception: CustomParams & {
    description?: string;
    fatal?: boolean;
    /** What failed: a script, a promise that nobody caught, or a request to the shop. */
    source?: 'error' | 'unhandledrejection' | 'request' | (string & {});
    /** Of a script: path, line and column in a file of the shop's, or host and path of another's. */
    place?: string | undefined;
    /** Of a request: HTTP status, 0 without an answer. */
    status?: number;
  };
  generate_lead: CustomParams & Money;
  /** A step that GA4 lacks is *done*: `contact`, `address`, `review`, or a name of the shop's own. */
  checkout_step: CartParams & { step: string };
  coupon: CustomParams & { coupon?: string; status?: 'applied' | 'denied' };
  /** Without a type it gets one by its message, from the collector. */
  alert: CustomParams & { alert_type?: AlertType; message?: string; target?: string };
  web_vital: CustomParams & {
    name?: 'LCP' | 'INP' | 'CLS' | 'FCP' | 'TTFB';
    /** Milliseconds; CLS has no unit. */
    value?: number;
    rating?: 'good' | 'needs-improvement' | 'poor';
    /** CSS selector of the element: painted last, moved most, or slow to react. */
    target?: string;
    /** The page that was measured, where it is no longer the current one. */
    page_location?: string;
  };
  /** `target`: a CSS selector. */
  rage_click: CustomParams & { target?: string };
  dead_click: CustomParams & { target?: string };
  /** A form field that was left empty or invalid. Its name, never its value. */
  field_left: CustomParams & {
    field?: string;
    state?: 'empty' | 'invalid';
    /** Whether the browser had filled it in. */
    autofilled?: boolean;
    /** The page or step that it is of. */
    page_location?: string;
  };
  survey: CustomParams & { question?: string; score?: number; transaction_id?: string };
}

/** A type with a meaning of its own. Any other name is a custom touchpoint: kept, listed, usable as a step. */
export type StandardType = keyof ParamsByType;

export type ParamsOf<T extends string> = T extends StandardType ? ParamsByType[T] : CustomParams;
