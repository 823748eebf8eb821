import { Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { limitedBody } from '../limits/limitedBody.ts';
import { actorOf, requires } from '../security/signIn.ts';
import { findSite } from '../sites/site.ts';
import { webhooksOf } from '../webhooks/manageWebhooks.ts';
import { parseOutcome } from '../webhooks/parseOutcome.ts';
import { DELIVERY_STATES } from '../webhooks/webhook.ts';
import { adminOnly } from './adminOnly.ts';
import type { SiteEnv } from './siteEnv.ts';

const LISTED = 200;
const MAX_BODY_BYTES = 4096;

/**
 * `/api/sites/:site/webhooks…`. Webhooks are added and their secrets changed on the command line only.
 *
 * - `POST outcomes` (a token of the scope `write`): what came of an event,
 *   `{ "event": "evt_…", "outcome": "mailed", "at": 1790000000000 }`, `at` being now unless told.
 *   Answers `{ event, outcome, isNew }`; said again, nothing changes. 404 for an unknown event.
 * - `GET` (scope `admin`): the webhooks, without their secrets.
 * - `GET deliveries?state=dead` (scope `admin`): the queue and what became of it, the latest first.
 * - `POST deliveries/retry` (scope `admin`): puts dead deliveries back, all or those of
 *   `{ "event": "evt_…" }`. Answers `{ retried }`.
 */
export function webhooksRoute(deps: CollectorDeps) {
  const { store, now } = deps;
  const limited = limitedBody(MAX_BODY_BYTES);
  const mayTell = requires('write', deps, (c) =>
    c.json({ error: 'Expected a secret key with the scope `write`' }, 401),
  );

  const ofSite = new Hono<SiteEnv>()
    .post('/outcomes', async (c) => {
      const outcome = parseOutcome(await c.req.json().catch(() => undefined), now());
      if ('error' in outcome) return c.json(outcome, 400);
      const { id } = c.get('site');
      const added = await webhooksOf(store).addOutcome(id, outcome);
      return added === 'unknown event'
        ? c.json({ error: 'Unknown event' }, 404)
        : c.json({ ...outcome, isNew: added === 'added' });
    })
    .get('/', async (c) => {
      const listed = await webhooksOf(store).list(c.get('site').id);
      return c.json({
        webhooks: listed.map(({ id, url, events, createdAt }) => ({ id, url, events, createdAt })),
      });
    })
    .get('/deliveries', async (c) => {
      const state = DELIVERY_STATES.find((each) => each === c.req.query('state'));
      const filter = { ...(state && { state }), limit: LISTED };
      return c.json({ deliveries: await webhooksOf(store).deliveries(c.get('site').id, filter) });
    })
    .post('/deliveries/retry', async (c) => {
      const { event }: { event?: unknown } = Object(await c.req.json().catch(() => ({})));
      if (event !== undefined && typeof event !== 'string') {
        return c.json({ error: 'event: expected the id of an event' }, 400);
      }
      const site = c.get('site').id;
      const filter = { ...(event !== undefined && { event }), now: now() };
      const retried = await webhooksOf(store).retry(site, filter);
      const by = { at: now(), actor: await actorOf(c), site };
      await store.audit({ ...by, action: 'webhook.retry', detail: { retried } });
      return c.json({ retried });
    });

  return new Hono<SiteEnv>()
    .use('/:site/webhooks/outcomes', mayTell)
    .use('/:site/webhooks', adminOnly(deps))
    .use('/:site/webhooks/deliveries/*', adminOnly(deps))
    .use('/:site/webhooks/*', limited, async (c, next) => {
      const id = c.req.param('site') ?? '';
      const site = await findSite(store, id);
      if (!site) return c.json({ error: `Unknown site ${JSON.stringify(id)}` }, 404);
      c.set('site', site);
      c.header('Cache-Control', 'no-store');
      await next();
    })
    .route('/:site/webhooks', ofSite);
}
