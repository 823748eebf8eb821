import { scrubbed } from './scrubbed.ts';

/** Characters that the collector takes of a URL. */
const URL_CHARS = 2048;

/**
 * Campaigns, click ids of the ad networks, and search terms. Everything else in a query may be a
 * token, an address, or a name.
 */
const KNOWN =
  /[?&]((utm|gad)_\w+|.braid|\w*(cl(k|ick)?|_c|slt|_fat_)id|epik|q|s|search|query)=[^&#]*/gi;

/** Routes of an app that lives behind `#/`, or `#!/`. The first page of such an app has none. */
const HASH_ROUTE = /#!?\/[^?]+/;

/**
 * A URL as it may be sent: without the query but for what is {@link KNOWN}, and without the fragment
 * but for a hash route.
 */
export function cleanUrl(href: string): string {
  const query = (href.match(KNOWN) ?? []).join('').replace(/^&/, '?');
  const page = href.replace(/[?#].*/, '');
  return scrubbed(page + query + (href.match(HASH_ROUTE) ?? ''), URL_CHARS);
}

/**
 * What makes two addresses one page: a query is a filter, a fragment a place on the page, and
 * a slash at the end a matter of taste. A hash route is a page.
 */
export function pageOf(href: string): string {
  return cleanUrl(href).replace(/\/?(\?[^#]*)?(#|$)/, '$2');
}
