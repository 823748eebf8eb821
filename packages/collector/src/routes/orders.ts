import { type ParsedTouchpoint, parseTouchpoint } from '@cartograph/journey/parse';
import { Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { ingest } from '../ingest/ingest.ts';
import { serversBatch } from '../ingest/serversBatch.ts';
import { limitedBody } from '../limits/limitedBody.ts';
import { orderTouchpoint } from '../orders/orderTouchpoint.ts';
import { parseOrders } from '../orders/parseOrders.ts';
import { mayWrite } from '../security/signIn.ts';
import { findSite } from '../sites/site.ts';
import { atTheDoor, tooMany } from './atTheDoor.ts';

/**
 * `POST /` takes the shop's server's word about orders: confirmed, cancelled, refunded. Needs a secret
 * key (`Authorization: Bearer …`, scope `write`). One word, or a list of up to 1000:
 *
 * ```json
 * { "site": "shop", "transaction_id": "T-1", "action": "confirm", "value": 49.9, "currency": "EUR" }
 * { "site": "shop", "orders": [ { "transaction_id": "T-1", "action": "cancel" }, … ] }
 * ```
 *
 * Answers `{ accepted, duplicates, rejected: [{ index, transaction_id, reason }] }` once it is stored.
 * Saying a word again changes nothing, also when it says another amount: the first one stands. An
 * order that a browser told of stays on that browser's journey, whomever the server names; one that no
 * browser told of is an order of the person named, or stands alone.
 *
 * | Status | Meaning                                                       |
 * | ------ | ------------------------------------------------------------- |
 * | 200    | stored; what was not is named in `rejected`                    |
 * | 400    | not JSON, no site, no list, or a single word that makes no sense |
 * | 401    | no secret key, or an unknown site                             |
 * | 413, 415, 429, 503 | as for `/v1/touchpoints`                          |
 */
export function ordersRoute(deps: CollectorDeps) {
  const { store, now, hub, limits } = deps;

  return new Hono().post('/', atTheDoor(deps), limitedBody(), async (c) => {
    if (!(await mayWrite(c, deps))) {
      return c.json({ error: 'Expected a secret key with the scope `write`' }, 401);
    }
    const parsed = parseOrders(await c.req.text());
    if (!parsed.ok) return c.json({ error: parsed.error }, 400);

    const site = await findSite(store, parsed.site);
    if (!site) return c.json({ error: `Unknown site ${JSON.stringify(parsed.site)}` }, 401);
    const receivedAt = now();
    const waitMs = limits.site(site.id, receivedAt);
    if (waitMs > 0) return tooMany(c, waitMs, deps);

    const touchpoints: ParsedTouchpoint[] = [];
    const rejected: { index: number; transaction_id?: string; reason: string }[] = [];
    const indexes = new Map<string, number>();
    for (const said of parsed.words) {
      const { index } = said;
      if ('error' in said) {
        rejected.push({ index, reason: said.error });
        continue;
      }
      const { transaction_id } = said.word;
      const touchpoint = await orderTouchpoint(site.id, said.word, receivedAt);
      const result = parseTouchpoint(touchpoint, { trusted: true });
      // A browser's word is taken without what makes no sense. A server's is told, so that it can be mended.
      const reason = result.ok ? result.complaints[0] : result.reason;
      if (result.ok && reason === undefined) {
        indexes.set(result.touchpoint.id, index);
        touchpoints.push(result.touchpoint);
      } else {
        rejected.push({ index, transaction_id, reason: (reason ?? '').replace(/^params\./, '') });
      }
    }
    if (parsed.isSingle && rejected[0]) return c.json({ error: rejected[0].reason }, 400);

    const batch = serversBatch(site.id, { touchpoints });
    const answer = await ingest(store, { site, receivedAt, batch });
    for (const { id, reason } of answer.rejected) {
      rejected.push({ index: indexes.get(id ?? '') ?? 0, reason });
    }
    if (answer.accepted > 0) hub.moved(site.id);
    return c.json({ accepted: answer.accepted, duplicates: answer.duplicates, rejected });
  });
}
