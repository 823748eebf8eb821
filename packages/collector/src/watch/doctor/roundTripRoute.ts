import { Hono } from 'hono';
import type { CollectorDeps } from '../../deps.ts';
import { limitedBody } from '../../limits/limitedBody.ts';
import { atTheDoor, tooMany } from '../../routes/atTheDoor.ts';
import { isAllowedOrigin } from '../../security/origin.ts';
import { findSite } from '../../sites/site.ts';

const MAX_BODY_BYTES = 1024;

/**
 * `POST /v1/doctor` with `{ "site": "shop" }`, from an origin on the site's list: stores a touchpoint,
 * reads it back and removes it. It is in quarantine from its first moment, so it counts nowhere even
 * if the collector dies in between. A few times a minute for one address.
 *
 * | Status | Meaning                                         |
 * | ------ | ----------------------------------------------- |
 * | 200    | `{ "cameBack": true }`: stored, read, removed   |
 * | 400    | no JSON                                         |
 * | 401    | unknown site                                    |
 * | 403    | the origin is not on the site's list            |
 * | 429    | too many of them                                |
 * | 503    | store out of reach                              |
 */
export function roundTripRoute(deps: CollectorDeps) {
  const { store, now, limits, addressOf } = deps;

  return new Hono().post('/', atTheDoor(deps), limitedBody(MAX_BODY_BYTES), async (c) => {
    const waitMs = limits.signIn(addressOf(c), now());
    if (waitMs > 0) return tooMany(c, waitMs, deps);

    const asked: { site?: unknown } | null = await c.req.json().catch(() => null);
    if (!asked || typeof asked !== 'object') return c.json({ error: 'Expected JSON' }, 400);
    const site = await findSite(store, String(asked.site));
    if (!site) return c.json({ error: `Unknown site ${JSON.stringify(asked.site)}` }, 401);
    const origin = c.req.header('Origin') ?? '';
    if (!isAllowedOrigin(origin, site.origins)) {
      return c.json({ error: `Origin ${JSON.stringify(origin)} is not allowed` }, 403);
    }

    const id = crypto.randomUUID();
    const visitor = `doctor-${id}`;
    const at = now();
    const touchpoint = {
      id,
      visitor,
      type: 'cartograph_doctor',
      at,
      seq: 0,
      receivedAt: at,
      suspicion: 'bot',
    } as const;
    await store.append([{ site, touchpoints: [touchpoint] }]);
    const kept = await store.everythingOf(site, `v:${visitor}`);
    await store.forget(site, `v:${visitor}`);
    return c.json({ cameBack: kept.touchpoints.some((each) => each.id === id) });
  });
}
