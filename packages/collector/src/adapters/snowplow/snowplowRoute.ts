import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { limitedBody } from '../../limits/limitedBody.ts';
import type { AdapterDeps } from '../adaptersRoute.ts';
import { asRecord } from '../asRecord.ts';
import { asText } from '../asText.ts';
import { gate } from '../gate.ts';
import { knock } from '../knock.ts';
import { readJson } from '../readJson.ts';
import { readWriteKey } from '../readWriteKey.ts';
import { translateSnowplow } from './translateSnowplow.ts';

const POST_PATH = '/com.snowplowanalytics.snowplow/tp2';
const GET_PATH = '/i';

/** A transparent GIF of one pixel: what an `<img>` expects. */
const PIXEL = Uint8Array.from(
  atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
  (char) => char.charCodeAt(0),
);

/**
 * A Snowplow collector, as far as its trackers can tell. The app id is the site's; a server adds its
 * secret key to it (`shop:ctk_…`), or sends it as `Authorization: Bearer` (`customHeaders`).
 *
 * Answers 200 when stored; 400, 401 and 403 make a tracker drop what it sent, anything else try again.
 */
export function snowplowRoute(deps: AdapterDeps) {
  const { store, now, door } = deps;
  const take = async (c: Context, payloads: readonly unknown[], stored: () => Response) => {
    const receivedAt = now();
    const appId = asText(asRecord(payloads[0]).aid);
    const credentials = appId ? await readWriteKey(store, appId) : undefined;
    if (!credentials) return c.json({ error: 'Expected an app id (aid) that names a site' }, 401);

    const [, bearer] = /^Bearer (\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
    if (bearer) credentials.token = bearer;
    const trusted = credentials.token !== undefined;
    const translation = translateSnowplow(payloads, { trusted, receivedAt });
    const outcome = await knock(c, door, {
      client: 'snowplow',
      credentials,
      translation,
      receivedAt,
    });
    return outcome.ok ? stored() : outcome.response;
  };

  // Its browser tracker sends cookies along unless told otherwise, which `*` doesn't allow. There
  // are none to be seen here, and none are read.
  const anyOrigin = cors({ origin: (origin) => origin, credentials: true, maxAge: 86_400 });
  return new Hono()
    .use(POST_PATH, anyOrigin)
    .use(GET_PATH, anyOrigin)
    .post(POST_PATH, gate(deps), limitedBody(), async (c) => {
      const body = await readJson(await c.req.arrayBuffer());
      if (!body.ok) return c.json({ error: body.error }, body.status);
      const { data } = asRecord(body.value);
      if (!Array.isArray(data)) return c.json({ error: 'data: expected a list of payloads' }, 400);
      return take(c, data, () => c.text('ok'));
    })
    .get(GET_PATH, gate(deps), (c) =>
      take(c, [c.req.query()], () => c.body(PIXEL, 200, { 'Content-Type': 'image/gif' })),
    );
}
