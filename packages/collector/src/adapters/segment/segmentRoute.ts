import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { limitedBody } from '../../limits/limitedBody.ts';
import { findSite } from '../../sites/site.ts';
import type { AdapterDeps } from '../adaptersRoute.ts';
import { asRecord } from '../asRecord.ts';
import { asText } from '../asText.ts';
import { basicUser } from '../basicUser.ts';
import { gate } from '../gate.ts';
import { knock } from '../knock.ts';
import { readJson } from '../readJson.ts';
import { readWriteKey } from '../readWriteKey.ts';
import { segmentSettings } from './segmentSettings.ts';
import { sourceConfig } from './sourceConfig.ts';
import { type Call, translateSegment } from './translateSegment.ts';

/** Where each kind of message is posted to: in full by servers and RudderStack, by a letter in Segment's browsers. */
const PATHS: readonly (readonly [path: string, call: Call | undefined])[] = [
  ['batch', undefined],
  ['b', undefined],
  ['import', undefined],
  ['track', 'track'],
  ['t', 'track'],
  ['page', 'page'],
  ['p', 'page'],
  ['screen', 'screen'],
  ['s', 'screen'],
  ['identify', 'identify'],
  ['i', 'identify'],
  ['alias', 'alias'],
  ['a', 'alias'],
  ['group', 'group'],
  ['g', 'group'],
];

const SETTINGS_PATH = '/v1/projects/:writeKey/settings';
const SOURCE_CONFIG_PATH = '/sourceConfig/*';
const UNKNOWN = { error: 'Unknown write key' };

/**
 * Segment's HTTP API, and RudderStack's, which is the same. The write key, by Basic auth or in the
 * body, is read by {@link readWriteKey}.
 *
 * | Status | Meaning                                                       | The client then   |
 * | ------ | ------------------------------------------------------------- | ----------------- |
 * | 200    | stored, `{ success: true }`; what was not is in `rejected`    | forgets it        |
 * | 400    | no JSON, damaged gzip, or no message that makes sense         | drops it          |
 * | 401    | no write key, an unknown site or a wrong secret key           | drops it          |
 * | 403    | public write key, and an origin that is not on the site's list | drops it          |
 * | 413    | more than 512 KiB, packed or unpacked                         | drops it          |
 * | 429    | more than this address, or this site, may send                | keeps and retries |
 * | 503    | store out of reach, or too much under way                     | keeps and retries |
 *
 * @see https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
 * @see https://www.rudderstack.com/docs/api/http-api/
 */
export function segmentRoute(deps: AdapterDeps) {
  const { store, now, door } = deps;
  const app = new Hono();

  const take = (call: Call | undefined) => async (c: Context) => {
    const receivedAt = now();
    const body = await readJson(await c.req.arrayBuffer());
    if (!body.ok) return c.json({ error: body.error }, body.status);

    const writeKey = basicUser(c) ?? asText(asRecord(body.value).writeKey);
    const credentials = writeKey ? await readWriteKey(store, writeKey) : undefined;
    if (!credentials) return c.json({ error: 'Expected a write key' }, 401);

    const trusted = credentials.token !== undefined;
    const translation = translateSegment(body.value, call, { trusted, receivedAt });
    const outcome = await knock(c, door, {
      client: 'segment',
      credentials,
      translation,
      receivedAt,
    });
    if (!outcome.ok) return outcome.response;
    const { rejected } = outcome;
    return c.json({ success: true, ...(rejected.length > 0 && { rejected }) });
  };

  const [atGate, limit] = [gate(deps), limitedBody()];
  const anyOrigin = cors({ origin: '*', exposeHeaders: ['Retry-After'], maxAge: 86_400 });
  for (const [path, call] of PATHS) {
    app.use(`/v1/${path}`, anyOrigin).post(`/v1/${path}`, atGate, limit, take(call));
  }

  app
    .use(SETTINGS_PATH, anyOrigin)
    .get(SETTINGS_PATH, async (c) => {
      const site = await findSite(store, c.req.param('writeKey'));
      return site ? c.json(segmentSettings(site.id, placeOf(c))) : c.json(UNKNOWN, 404);
    })
    .use(SOURCE_CONFIG_PATH, anyOrigin)
    .get(SOURCE_CONFIG_PATH, async (c) => {
      const writeKey = c.req.query('writeKey') ?? basicUser(c) ?? '';
      const site = await findSite(store, writeKey.replace(/:$/, ''));
      return site ? c.json(sourceConfig(site.id)) : c.json(UNKNOWN, 404);
    });
  return app;
}

/** The collector as a browser sees it: behind a proxy that ends TLS, requests come in as plain HTTP. */
function placeOf(c: Context): URL {
  const place = new URL(c.req.url);
  if (c.req.header('X-Forwarded-Proto') === 'https') place.protocol = 'https:';
  return place;
}
