/**
 * What Shopify hands to a pixel, as far as it is used here. Everything may be missing: events differ
 * in what they carry, and a buyer's consent takes things out.
 * https://shopify.dev/docs/api/web-pixels-api/standard-events
 */
export interface CustomerEvent {
  /** The same for one event, however often it is heard. */
  id?: string;
  name?: string;
  context?: { document?: { location?: { href?: string }; title?: string; referrer?: string } };
  data?: {
    productVariant?: Variant | null;
    collection?: { id?: string; title?: string; productVariants?: Variant[] } | null;
    searchResult?: { query?: string; productVariants?: Variant[] } | null;
    cartLine?: CartLine | null;
    cart?: { lines?: CartLine[]; cost?: { totalAmount?: Price } } | null;
    checkout?: Checkout | null;
    alert?: { type?: string; message?: string; target?: string } | null;
    error?: { message?: string; type?: string } | null;
  };
}

/** https://shopify.dev/docs/api/web-pixels-api/pixel-events-reference */
export interface Analytics {
  subscribe(name: string, heard: (event: CustomerEvent) => void): unknown;
}

export interface Price {
  amount?: number | string;
  currencyCode?: string;
}

export interface Variant {
  id?: string | null;
  sku?: string | null;
  title?: string | null;
  price?: Price | null;
  product?: { id?: string | null; title?: string; vendor?: string; type?: string | null } | null;
}

export interface CartLine {
  merchandise?: Variant;
  quantity?: number;
  cost?: { totalAmount?: Price };
}

/** Only what is not about a person. Names, addresses and mail stand beside it, and stay where they are. */
export interface Checkout {
  token?: string | null;
  order?: { id?: string | null } | null;
  currencyCode?: string | null;
  totalPrice?: Price | null;
  totalTax?: Price | null;
  shippingLine?: { price?: Price | null; title?: string | null } | null;
  discountApplications?: { title?: string; type?: string }[];
  lineItems?: {
    title?: string | null;
    quantity?: number;
    finalLinePrice?: Price | null;
    variant?: Variant | null;
  }[];
  transactions?: { gateway?: string; paymentMethod?: { type?: string } }[];
  delivery?: { selectedDeliveryOptions?: { title?: string | null }[] } | null;
}
