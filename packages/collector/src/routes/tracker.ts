import { Hono } from 'hono';
import { etag } from 'hono/etag';

/** An hour: long enough to cost nothing on a visit, short enough that a release reaches every shop today. */
const MAX_AGE_SECONDS = 3600;

/**
 * `GET /c.js`: the tracker, for the one script tag of a shop, and the files that it loads from beside
 * itself. Public.
 *
 * @param files By name.
 */
export function trackerRoute(files: Readonly<Record<string, string>>) {
  const route = new Hono();
  for (const [name, code] of Object.entries(files)) {
    route.get(`/${name}`, etag(), (c) =>
      c.body(code, 200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': `public, max-age=${MAX_AGE_SECONDS}, stale-while-revalidate=86400`,
        // A shop may ask for it with `crossorigin` and an integrity hash, and modules always do.
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      }),
    );
  }
  return route;
}
