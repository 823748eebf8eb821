import type { Mapping } from '../mapping.ts';
import { ga4BigQuery } from './ga4BigQuery.ts';
import { matomo } from './matomo.ts';
import { segment } from './segment.ts';
import { shopifyCheckouts } from './shopifyCheckouts.ts';
import { shopifyOrders } from './shopifyOrders.ts';
import type { Translator } from './translator.ts';

/** By the name of their preset. */
export const TRANSLATORS: ReadonlyMap<string, Translator> = new Map([
  ['ga4-bigquery', ga4BigQuery],
  ['shopify-orders', shopifyOrders],
  ['shopify-checkouts', shopifyCheckouts],
  ['segment', segment],
  ['matomo', matomo],
]);

/** What reads the records of a file, where it isn't the columns that are mapped. */
export function translatorOf({ translator }: Mapping): Translator | undefined {
  return translator === undefined ? undefined : TRANSLATORS.get(translator);
}
