import type { CustomParams, Item, ItemsParams, PurchaseParams } from '@cartograph/journey';
import type { Product } from './facts/product.ts';
import type { Money } from './money/readMoney.ts';
import type { Place } from './page/placeOf.ts';
import type { Fields } from './requests/bodyOf.ts';
import type { Seen } from './teller.ts';

/**
 * What is known of a platform. A preset imports nothing at run time, and is handed what it needs: it
 * loads as a file of its own, on shops of its platform only. Any part may be left out, or answer
 * `undefined`: the generic rules stand in.
 */
export interface Preset {
  readonly name: string;

  /**
   * What a page is. `false`: certainly none of a cart, a checkout or a placed order.
   *
   * @param kit Of the page that is shown. Left out where the address is that of the page before.
   */
  place?(url: URL, kit: Kit | undefined): Place | false | undefined;

  /** The product that the page is about. */
  product?(kit: Kit): Product | undefined;

  /** What the cart holds, on the page of the cart or of checkout. */
  cart?(kit: Kit): ItemsParams | undefined;

  /** The order that a thank-you page is about. What is left out of it is read off the page. */
  order?(kit: Kit): PurchaseParams | undefined;

  /** What the page says has happened on the way to it, by the posts of whole pages. */
  arrived?(kit: Kit): readonly Seen[] | undefined;

  /** `arrived` tells of goods added and steps done, so nothing is told when a page is left. */
  readonly arrives?: boolean;

  /**
   * What a request that succeeded has done: touchpoints, a verb for which the product is still to be
   * found, or the cart as it now is. `[]` where it is known to have done nothing.
   */
  call?(
    call: Call,
    kit: Kit,
  ): readonly Seen[] | 'add' | 'remove' | { cart: ItemsParams } | undefined;
}

/** A request of the page's that the shop said yes to. */
export interface Call {
  method: string;
  url: URL;
  /** Path and query. */
  path: string;
  /** What was answered, where it is JSON. */
  json: unknown;
  /** Which product, how many. */
  fields(): Fields;
}

/** What presets are handed. */
export interface Kit {
  page: Document;
  url: URL;
  /** The page before, if it was one of the shop. */
  from: URL | undefined;
  /** Text of the first element there is. */
  read(...selectors: string[]): string | undefined;
  /** A value inside others: `dig(window, 'prestashop.cart.totals')`. */
  dig(value: unknown, path: string): unknown;
  /** A list, or none. */
  list(value: unknown): unknown[];
  /** A price, of a number or of text of any form. */
  price(value: unknown): number | undefined;
  money(text: string | undefined): Money | undefined;
  /** An item of those fields that have a value. */
  item(fields: { [Name in keyof Item]: unknown }): Item;
  goods(items: readonly Item[], currency: unknown): ItemsParams;
  product(): Product | undefined;
  /** The first param of that name in an address. */
  param(name: string): string | undefined;
  /** Params less those without a value. */
  params(fields: Record<string, unknown>): CustomParams;
}
