import { parseInstant } from '@cartograph/report';
import { type Context, Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { limitedBody } from '../limits/limitedBody.ts';
import { checksum } from '../moving/checksum.ts';
import { MAX_LINES_BYTES, restoreLines } from '../moving/restoreLines.ts';
import { streamOf } from '../moving/streamOf.ts';
import { writeArchive } from '../moving/writeArchive.ts';
import { actorOf } from '../security/signIn.ts';
import { findSite, SiteError } from '../sites/site.ts';
import { adminOnly } from './adminOnly.ts';

/** How far a file was read. */
const MAX_PLACE_BYTES = 4096;

/**
 * How a site moves in and out, with a token of the scope `admin`. See MOVING.md.
 *
 * - `GET :site/export`: everything, as lines of JSON. `since` leaves out what was here before; `after`
 *   and `sha256`, from the last seal, go on behind it; `parts` is how many of them at most, for
 *   runtimes that stop a request which works for long.
 * - `POST :site/import`: takes lines of an export, {@link MAX_LINES_BYTES} at most, any number of times.
 *   `200 { "accepted", "duplicates", "problems": [{ "line", "reason", "isKept" }] }`
 * - `GET :site/import/:key`, `PUT :site/import/:key`: how far a file was read, for who reads it.
 * - `GET :site/checksum`: what the reports say, in a few digests. Takes what a report takes.
 */
export function movingApi(deps: CollectorDeps) {
  const { store, now } = deps;
  const checkpoint = (c: Context) => `${c.req.param('key')}:${c.req.param('site')}`;

  return new Hono()
    .use('/:site/export', adminOnly(deps))
    .use('/:site/import', adminOnly(deps))
    .use('/:site/import/*', adminOnly(deps))
    .use('/:site/checksum', adminOnly(deps))
    .get('/:site/export', async (c) => {
      const site = await findSite(store, c.req.param('site'));
      if (!site) return c.json({ error: 'Unknown site' }, 404);
      const { after, sha256 = '', since, parts } = c.req.query();
      const options = {
        ...(after !== undefined && { from: { after, sha256 } }),
        ...(since && { since: parseInstant(since, site.timeZone) }),
        now: now(),
      };
      if (after === undefined) {
        const actor = await actorOf(c);
        await store.audit({ at: now(), actor, action: 'site.export', site: site.id });
      }
      c.header('Cache-Control', 'no-store');
      c.header('Content-Type', 'application/x-ndjson');
      c.header('Content-Disposition', `attachment; filename="${site.id}.ndjson"`);
      return c.body(await streamOf(writeArchive(store, site, options), readParts(parts)));
    })
    .post('/:site/import', limitedBody(MAX_LINES_BYTES), async (c) => {
      const restored = await restoreLines(store, c.req.param('site'), await c.req.text());
      if (restored.accepted > 0) deps.hub.moved(c.req.param('site'));
      return c.json(restored);
    })
    .get('/:site/import/:key{import:[0-9a-f]+}', async (c) =>
      c.json({ checkpoint: await store.get<string>(checkpoint(c)) }),
    )
    .put('/:site/import/:key{import:[0-9a-f]+}', limitedBody(MAX_PLACE_BYTES), async (c) => {
      await store.put(checkpoint(c), await c.req.text());
      return c.json({});
    })
    .get('/:site/checksum', async (c) => {
      const site = await findSite(store, c.req.param('site'));
      if (!site) return c.json({ error: 'Unknown site' }, 404);
      const { asOf, ...asked } = c.req.query();
      const at = asOf ? parseInstant(asOf, site.timeZone) : now();
      return c.json(await checksum(store, site, { asOf: at, asked }));
    })
    .onError((error, c) => {
      if (error instanceof RangeError || error instanceof SiteError) {
        return c.json({ error: error.message }, 400);
      }
      throw error;
    });
}

function readParts(asked: string | undefined): number | undefined {
  if (asked === undefined) return undefined;
  const parts = Number(asked);
  if (Number.isSafeInteger(parts) && parts > 0) return parts;
  throw new RangeError(`Expected \`parts\` to be 1 or more, got ${JSON.stringify(asked)}`);
}
