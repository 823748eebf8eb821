import { Hono } from 'hono';
import { etag } from 'hono/etag';

/** An hour: long enough to cost nothing on a visit, short enough that a release reaches every shop today. */
const MAX_AGE_SECONDS = 3600;

/** `GET /`: the tracker, for the one script tag of a shop. Public. */
export function scriptRoute(script: string) {
  return new Hono().use(etag()).get('/', (c) =>
    c.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': `public, max-age=${MAX_AGE_SECONDS}, stale-while-revalidate=86400`,
      // A shop may ask for it with `crossorigin` and an integrity hash.
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }),
  );
}
