import { masked } from './masked.ts';
import { onRequest } from './onRequest.ts';
import type { Tell } from './tell.ts';

/**
 * How long a page has to go away, in milliseconds, before a request without an answer counts as
 * failed: a page that leaves breaks its requests off.
 */
const LEAVES_WITHIN_MS = 1000;

/**
 * Requests by scripts to the shop itself that were answered by 400 or more, or not at all. The shop is
 * the page's own host and its subdomains: `api.shop.example` for a page of `www.shop.example` or
 * `shop.example`.
 */
export function failedRequests(tell: Tell): void {
  onRequest((method, address, status) => {
    if (status === undefined || (status && status < 400)) return;
    const { hostname, href } = new URL(address, document.baseURI);
    if (!`.${hostname}`.endsWith(`.${location.hostname.replace(/^www\./, '')}`)) return;

    const place = masked(`${method.toUpperCase()} ${href.replace(location.origin, '')}`);
    setTimeout(
      () =>
        tell('exception', {
          description: `${place} ${status || 'failed'}`,
          source: 'request',
          status,
        }),
      status ? 0 : LEAVES_WITHIN_MS,
    );
  });
}
