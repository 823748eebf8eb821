import { parseBatch } from '@cartograph/journey/parse';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { CollectorDeps } from '../deps.ts';
import { agentReader } from '../ingest/agent.ts';
import { daySalts } from '../ingest/daySalts.ts';
import { type BrowserSender, ingest } from '../ingest/ingest.ts';
import { isLoopback } from '../limits/clientAddress.ts';
import { limitedBody } from '../limits/limitedBody.ts';
import { isAllowedOrigin } from '../security/origin.ts';
import { mayWrite } from '../security/signIn.ts';
import { findSite, type Site } from '../sites/site.ts';
import { atTheDoor, tooMany } from './atTheDoor.ts';

/** A site that is not configured will not be in the next seconds, either. */
const NOT_YET = { 'Retry-After': '300' };

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
 * | 415    | a compressed body                                      | keeps it           |
 * | 429    | more than this address, or this site, may send         | keeps and retries  |
 * | 503    | store out of reach, or too much under way              | keeps and retries  |
 *
 * With a secret key (`Authorization: Bearer …`, scope `write`) it takes touchpoints of any channel
 * from servers, which may speak for any visitor and confirm orders.
 *
 * A batch whose `visitor` is empty, or that comes with `Sec-GPC: 1`, gets an id for the day. Of one
 * with `consent: 'denied'` nothing is stored.
 */
export function touchpointsRoute(deps: CollectorDeps) {
  const { store, now, hub, metrics, limits, addressOf, countryOf } = deps;
  const agentOf = agentReader();
  const salts = daySalts(store);

  const senderOf = (
    c: Context,
    { site, origin, isTraceless, webdriver }: SenderFacts,
  ): BrowserSender & Pick<ReturnType<typeof agentOf>, 'device'> => {
    const userAgent = c.req.header('User-Agent');
    const { browser, isBot, device } = agentOf(userAgent);
    const who = { site: site.id, address: addressOf(c), userAgent };
    return {
      name: browser,
      ...(device && { device }),
      agent: isBot ? 'bot' : webdriver ? 'webdriver' : undefined,
      isJudged: !isLoopback(new URL(origin).hostname),
      visitorAt: isTraceless ? (at) => salts.visitorOf(who, { at, now: now() }) : undefined,
    };
  };

  return new Hono()
    .use(cors({ origin: '*', exposeHeaders: ['Retry-After'], maxAge: 86_400 }))
    .post('/', atTheDoor(deps), limitedBody(), async (c) => {
      const receivedAt = now();
      const trusted = await mayWrite(c, deps);
      const parsed = parseBatch(await c.req.text(), { trusted });
      if (!parsed.ok) return c.json({ error: parsed.error }, 400);
      const { batch } = parsed;

      const site = await findSite(store, batch.site);
      if (!site) {
        return c.json({ error: `Unknown site ${JSON.stringify(batch.site)}` }, 401, NOT_YET);
      }

      const origin = c.req.header('Origin');
      if (!trusted && !(origin && isAllowedOrigin(origin, site.origins))) {
        const error = `Origin ${JSON.stringify(origin ?? null)} is not allowed`;
        return c.json({ error }, 403, NOT_YET);
      }
      const waitMs = limits.site(site.id, receivedAt);
      if (waitMs > 0) return tooMany(c, waitMs, deps);

      const browser =
        trusted || !origin
          ? undefined
          : senderOf(c, {
              site,
              origin,
              isTraceless: batch.visitor === '' || c.req.header('Sec-GPC') === '1',
              webdriver: batch.webdriver === true,
            });
      const answer = await ingest(store, {
        site,
        batch,
        receivedAt,
        browser,
        device: browser?.device,
        country: browser && countryOf(c),
      });
      metrics.add('cartograph_touchpoints_accepted_total', answer.accepted);
      metrics.add('cartograph_touchpoints_duplicate_total', answer.duplicates);
      metrics.add('cartograph_touchpoints_rejected_total', answer.rejected.length);
      metrics.add('cartograph_touchpoints_adjusted_total', answer.adjusted?.length ?? 0);
      if (answer.accepted > 0) hub.moved(site.id);
      return c.json(answer);
    });
}

interface SenderFacts {
  site: Site;
  /** Of the page. */
  origin: string;
  /** It keeps no id, or asks not to be followed. */
  isTraceless: boolean;
  webdriver: boolean;
}
