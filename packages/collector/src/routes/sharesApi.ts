import { Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { listShares, makeShare, revokeShare, SHARE_DAYS } from '../security/shares.ts';
import { actorOf } from '../security/signIn.ts';
import { findSite } from '../sites/site.ts';
import { adminOnly } from './adminOnly.ts';

/**
 * Links that read one site's pages, with a token of the scope `admin`:
 *
 * - `GET :site/shares`: those that still work;
 * - `POST :site/shares` with `{ "days": 30 }`: makes one, `201 { "id", "site", "expiresAt", "path" }`.
 *   The path, behind the collector's address, is the link, and is shown this once;
 * - `DELETE :site/shares/:id`: takes one back.
 */
export function sharesApi(deps: CollectorDeps) {
  const { store, now } = deps;

  return new Hono()
    .use('/:site/shares', adminOnly(deps))
    .use('/:site/shares/*', adminOnly(deps))
    .get('/:site/shares', async (c) => {
      const shares = await listShares(store, { site: c.req.param('site'), now: now() });
      c.header('Cache-Control', 'no-store');
      return c.json({ shares });
    })
    .post('/:site/shares', async (c) => {
      const site = await findSite(store, c.req.param('site'));
      if (!site) return c.json({ error: 'Unknown site' }, 404);
      const asked: unknown = await c.req.json().catch(() => ({}));
      const { days = SHARE_DAYS.usual } = (asked ?? {}) as { days?: unknown };
      try {
        const made = await makeShare(store, { site: site.id, days: days as number, now: now() });
        await store.audit({
          at: now(),
          actor: await actorOf(c),
          action: 'share.add',
          site: site.id,
          detail: { days: days as number },
        });
        c.header('Cache-Control', 'no-store');
        return c.json({ ...made.share, path: made.path }, 201);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return c.json({ error: error.message }, 400);
      }
    })
    .delete('/:site/shares/:id', async (c) => {
      const site = c.req.param('site');
      if (!(await revokeShare(store, { site, id: c.req.param('id') }))) {
        return c.json({ error: 'Unknown share' }, 404);
      }
      await store.audit({ at: now(), actor: await actorOf(c), action: 'share.revoke', site });
      return c.json({ revoked: true });
    });
}
