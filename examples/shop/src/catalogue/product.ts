export const CATEGORIES = {
  maps: 'Maps & charts',
  paper: 'Paper goods',
  instruments: 'Instruments',
  travel: 'On the road',
} as const;

export type Category = keyof typeof CATEGORIES;

/** Something the shop sells. Prices are in cents of a euro, VAT included. */
export interface Product {
  /** Its place in URLs. */
  slug: string;
  /** Article number, GA4's `item_id`. */
  sku: string;
  name: string;
  category: Category;
  priceCents: number;
  /** What it cost before the sale. */
  wasCents?: number;
  /** The most that one cart can hold. The shelf refills itself: it is a demo. */
  stock: number;
  /** One line for the shelf. */
  line: string;
  story: string;
  facts: readonly (readonly [label: string, value: string])[];
  choice?: Choice;
}

export interface Choice {
  /** What is chosen, "Cover" say. */
  label: string;
  /** The first is chosen until the shopper chooses. */
  variants: readonly Variant[];
}

export interface Variant {
  id: string;
  name: string;
  /** @default The product's own price. */
  priceCents?: number;
}
