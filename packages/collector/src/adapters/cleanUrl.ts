import { scrubbed } from './scrubbed.ts';

/** Campaigns, click ids, and search terms. Anything else in a query may be a token, an address or a name. */
const KEPT =
  /^(utm_\w+|\w*cl(k|ick)?id|[gw]braid|gad_\w+|srsltid|li_fat_id|epik|\w+_cid|q|s|search|query)$/i;

/**
 * An address as it may be stored: no credentials, of the query only what is {@link KEPT}, no
 * fragment but a route (`#/…`).
 *
 * @returns `undefined` for what is no absolute URL.
 */
export function cleanUrl(href: string | undefined): string | undefined {
  const url = href === undefined ? null : URL.parse(href);
  if (!url) return undefined;

  url.username = '';
  url.password = '';
  for (const name of new Set(url.searchParams.keys())) {
    if (!KEPT.test(name)) url.searchParams.delete(name);
  }
  const [route] = /^#!?\/[^?]*/.exec(url.hash) ?? [''];
  url.hash = route;
  return scrubbed(url.href);
}
