import { delivery } from '@cartograph/report';
import { type Context, Hono } from 'hono';
import { SETTLED_AFTER_MS } from '../delivery/settledAfter.ts';
import type { CollectorDeps } from '../deps.ts';
import { DECISIONS } from '../quarantine/decisions.ts';
import { REASONS } from '../quarantine/reasons.ts';
import { orderDifferences } from '../reading/orderDifferences.ts';
import { readQuestion } from '../reading/question.ts';
import { actorOf } from '../security/signIn.ts';
import { adminOnly } from './adminOnly.ts';
import { badRequest } from './badRequest.ts';
import type { SiteEnv } from './siteEnv.ts';

/** Visitors listed at once. */
const LISTED = 200;

/**
 * How far the figures can be trusted: `GET orders/differences`, `GET delivery` (both take a period),
 * `GET quarantine` (takes `reason`), and, with a token of the scope `admin`, `POST
 * quarantine/release|hold|judge` with `{ "visitor": "…" }`; `judge` leaves it to the rules again.
 */
export function qualityApi(deps: CollectorDeps) {
  const { store, now } = deps;

  const questionOf = async (c: Context<SiteEnv>) =>
    (
      await readQuestion(c.req.query(), { site: c.get('site'), store, now: now() }).catch(
        badRequest,
      )
    ).question;

  return new Hono<SiteEnv>()
    .get('/orders/differences', async (c) =>
      c.json(await orderDifferences(store, c.get('site'), await questionOf(c))),
    )
    .get('/delivery', async (c) => {
      const question = await questionOf(c);
      const settledBefore = question.asOf - SETTLED_AFTER_MS;
      const counts = await store.deliveries(c.get('site').id, { ...question, settledBefore });
      return c.json(delivery(counts, question));
    })
    .get('/quarantine', async (c) => {
      const { id } = c.get('site');
      const reason = REASONS.find((each) => each === c.req.query('reason'));
      return c.json({
        unit: 'touchpoints',
        counts: await store.quarantineCounts(id),
        visitors: await store.quarantined(id, { ...(reason && { reason }), limit: LISTED }),
        verdicts: await store.verdicts(id),
      });
    })
    .post('/quarantine/:decision', adminOnly(deps), async (c) => {
      const decision = c.req.param('decision');
      if (!DECISIONS.has(decision)) return c.json({ error: 'Not found' }, 404);
      const { visitor }: { visitor?: unknown } = await c.req.json().catch(() => ({}));
      if (typeof visitor !== 'string') {
        return c.json({ error: 'visitor: expected the id of a visitor' }, 400);
      }
      const site = c.get('site');
      const verdict = DECISIONS.get(decision);
      const isKnown = await store.decide(site, visitor, { verdict, at: now() });
      if (!isKnown) return c.json({ error: 'Unknown visitor' }, 404);
      await store.audit({
        at: now(),
        actor: await actorOf(c),
        action: `quarantine.${decision}`,
        site: site.id,
      });
      deps.hub.moved(site.id);
      return c.json({ visitor, verdict: verdict ?? null });
    });
}
