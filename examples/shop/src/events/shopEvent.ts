/** One product line, in GA4's words. Prices are in euros. */
export interface Ga4Item {
  item_id: string;
  item_name: string;
  item_brand: string;
  item_category: string;
  item_variant?: string;
  price: number;
  discount?: number;
  quantity: number;
  index?: number;
}

/** What stands under `ecommerce` in a `dataLayer` push. Amounts are in euros. */
export interface Ga4Ecommerce {
  currency: string;
  items: readonly Ga4Item[];
  value?: number;
  coupon?: string;
  item_list_id?: string;
  item_list_name?: string;
  shipping_tier?: string;
  payment_type?: string;
  transaction_id?: string;
  tax?: number;
  shipping?: number;
}

export interface Ga4Push {
  event: string;
  ecommerce?: Ga4Ecommerce;
  search_term?: string;
  method?: string;
}

/** What a shopper is shown when something is wrong, as Shopify's `alert_displayed` types it. */
export type AlertType = 'INPUT_REQUIRED' | 'INPUT_INVALID' | 'INVENTORY_ERROR' | 'PAYMENT_ERROR';

/**
 * Something the page script tells the world: GA4's events through `window.dataLayer`, what GA4
 * has no name for through the tracker's command queue.
 */
export type ShopEvent =
  | { dataLayer: Ga4Push }
  | { cartograph: readonly ['track', string, Readonly<Record<string, string>>] }
  | { cartograph: readonly ['identify', string] }
  | { cartograph: readonly ['reset'] };
