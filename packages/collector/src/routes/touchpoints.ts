import { LIMITS } from '@cartograph/journey';
import { parseBatch } from '@cartograph/journey/parse';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { CollectorDeps } from '../deps.ts';
import { deviceReader } from '../ingest/device.ts';
import { ingest } from '../ingest/ingest.ts';
import { allows, granted } from '../security/access.ts';
import { isAllowedOrigin } from '../security/origin.ts';
import { findSite } from '../sites/site.ts';
import { StoreError } from '../store/store.ts';

const RETRY_AFTER_SECONDS = 5;

/**
 * `POST /` takes a batch of touchpoints: JSON, sent as `text/plain` so that a browser needs no
 * preflight while its page closes. It answers when what it accepted is on disk.
 *
 * | Status | Meaning                                                | The tracker then   |
 * | ------ | ------------------------------------------------------ | ------------------ |
 * | 200    | stored; duplicates skipped, bad touchpoints named      | forgets the batch  |
 * | 400    | not JSON, or not a batch                               | looks for the cause |
 * | 401    | unknown site, or a wrong secret key                    | keeps it           |
 * | 403    | the page's origin is not on the site's list            | keeps it           |
 * | 413    | body over 512 KiB                                      | splits it          |
 * | 503    | store out of reach                                     | keeps and retries  |
 *
 * With a secret key (`Authorization: Bearer …`, scope `write`) it takes touchpoints of any channel
 * from servers, which may speak for any visitor and confirm orders.
 */
export function touchpointsRoute({ store, now, hub, log, metrics }: CollectorDeps) {
  const deviceOf = deviceReader();

  return new Hono().use(cors({ origin: '*', exposeHeaders: ['Retry-After'], maxAge: 86_400 })).post(
    '/',
    bodyLimit({
      maxSize: LIMITS.bodyBytes,
      onError: (c) => c.json({ error: `Expected at most ${LIMITS.bodyBytes} bytes` }, 413),
    }),
    async (c) => {
      const receivedAt = now();
      const key = c.req.header('Authorization')?.replace(/^Bearer /i, '');
      const trusted =
        key !== undefined &&
        allows(await granted(store, 'token', { secret: key, now: receivedAt }), 'write');
      if (key !== undefined && !trusted) {
        return c.json({ error: 'Expected a secret key with the scope `write`' }, 401);
      }

      const parsed = parseBatch(await c.req.text(), { trusted });
      if (!parsed.ok) return c.json({ error: parsed.error }, 400);
      const { batch } = parsed;

      try {
        const site = await findSite(store, batch.site);
        if (!site) return c.json({ error: `Unknown site ${JSON.stringify(batch.site)}` }, 401);

        const origin = c.req.header('Origin');
        if (!trusted && !(origin && isAllowedOrigin(origin, site.origins))) {
          return c.json({ error: `Origin ${JSON.stringify(origin ?? null)} is not allowed` }, 403);
        }

        const device = trusted ? undefined : deviceOf(c.req.header('User-Agent'));
        const answer = await ingest(store, { site, batch, receivedAt, device });
        metrics.add('cartograph_touchpoints_accepted_total', answer.accepted);
        metrics.add('cartograph_touchpoints_duplicate_total', answer.duplicates);
        metrics.add('cartograph_touchpoints_rejected_total', answer.rejected.length);
        metrics.add('cartograph_touchpoints_adjusted_total', answer.adjusted?.length ?? 0);
        if (answer.accepted > 0) hub.moved(site.id);
        return c.json(answer);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        metrics.add('cartograph_store_errors_total', 1);
        log(`store out of reach: ${error.message}`);
        c.header('Retry-After', String(RETRY_AFTER_SECONDS));
        return c.json({ error: 'Store out of reach' }, 503);
      }
    },
  );
}
