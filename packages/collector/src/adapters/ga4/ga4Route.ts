import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { limitedBody } from '../../limits/limitedBody.ts';
import { findSite } from '../../sites/site.ts';
import type { AdapterDeps } from '../adaptersRoute.ts';
import { gate } from '../gate.ts';
import { knock } from '../knock.ts';
import { readJson } from '../readJson.ts';
import type { Sender, Translation } from '../told.ts';
import { translateCollect } from './translateCollect.ts';
import { translateMeasurement } from './translateMeasurement.ts';

const MEASUREMENT_PATH = '/mp/collect';
const BROWSER_PATH = '/g/collect';

/**
 * GA4's Measurement Protocol (`POST /mp/collect`), and the hits of gtag.js (`/g/collect`). The
 * measurement id is the site's public id, also as `G-SHOP`; `api_secret` is a secret key.
 *
 * Answers 204 when stored. Unlike Google's it says so when it has not: 400 no JSON or no event ·
 * 401 unknown site or wrong secret · 403 no secret, and an origin that is not allowed · 413 · 429 · 503.
 */
export function ga4Route(deps: AdapterDeps) {
  const { store, now, door } = deps;
  const take = async (
    c: Context,
    asked: string | null | undefined,
    { token, translate }: { token?: string; translate: (sender: Sender) => Translation },
  ) => {
    if (!asked) return c.json({ error: 'Expected a measurement id that names a site' }, 401);
    const receivedAt = now();
    const site = (await findSite(store, asked)) ?? (await findSite(store, withoutPrefix(asked)));
    const outcome = await knock(c, door, {
      client: 'ga4',
      credentials: { site: site?.id ?? asked, ...(token && { token }) },
      translation: translate({ trusted: Boolean(token), receivedAt }),
      receivedAt,
    });
    return outcome.ok ? c.body(null, 204) : outcome.response;
  };

  const anyOrigin = cors({ origin: (origin) => origin, credentials: true, maxAge: 86_400 });
  const [atGate, limit] = [gate(deps), limitedBody()];

  return new Hono()
    .use(MEASUREMENT_PATH, anyOrigin)
    .use(BROWSER_PATH, anyOrigin)
    .post(MEASUREMENT_PATH, atGate, limit, async (c) => {
      const body = await readJson(await c.req.arrayBuffer());
      if (!body.ok) return c.json({ error: body.error }, body.status);
      const { measurement_id, api_secret } = c.req.query();
      return take(c, measurement_id, {
        ...(api_secret && { token: api_secret }),
        translate: (sender) => translateMeasurement(body.value, sender),
      });
    })
    .on(['GET', 'POST'], BROWSER_PATH, atGate, limit, async (c) => {
      const { searchParams } = new URL(c.req.url);
      const body = await c.req.text();
      return take(c, searchParams.get('tid'), {
        translate: (sender) => translateCollect(searchParams, body, sender),
      });
    });
}

/** gtag.js wants ids like `G-SHOP`; a site's is in small letters. */
function withoutPrefix(measurementId: string): string {
  return measurementId.toLowerCase().replace(/^g-/, '');
}
