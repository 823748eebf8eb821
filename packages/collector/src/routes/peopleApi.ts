import { Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { findPersons } from '../privacy/findPersons.ts';
import { actorOf } from '../security/signIn.ts';
import { adminOnly } from './adminOnly.ts';
import type { SiteEnv } from './siteEnv.ts';

const LISTED = 200;

/**
 * What is kept of a person, for those who may ask for it. All with a token of the scope `admin`.
 *
 * - `GET people?name=…`: the persons that a user's id or e-mail address, a visitor or an order names;
 * - `GET people/:person`: everything kept of one, as JSON;
 * - `DELETE people/:person`: forgets them, as if they had never been;
 * - `GET audit`: who did what, the latest first.
 */
export function peopleApi(deps: CollectorDeps) {
  const { store, now } = deps;

  return new Hono<SiteEnv>()
    .use('/people/*', adminOnly(deps))
    .use('/people', adminOnly(deps))
    .use('/audit', adminOnly(deps))
    .get('/people', async (c) => {
      const site = c.get('site');
      const persons = await findPersons(store, site, c.req.query('name') ?? '');
      await store.audit({
        at: now(),
        actor: await actorOf(c),
        action: 'person.find',
        site: site.id,
      });
      return c.json({ persons });
    })
    .get('/people/:person', async (c) => {
      const site = c.get('site');
      const kept = await store.everythingOf(site, c.req.param('person'));
      if (kept.touchpoints.length === 0) return c.json({ error: 'Unknown person' }, 404);
      await store.audit({
        at: now(),
        actor: await actorOf(c),
        action: 'person.export',
        site: site.id,
      });
      return c.json(kept);
    })
    .delete('/people/:person', async (c) => {
      const site = c.get('site');
      const touchpoints = await store.forget(site, c.req.param('person'));
      if (touchpoints === 0) return c.json({ error: 'Unknown person' }, 404);
      const by = { at: now(), actor: await actorOf(c), site: site.id };
      await store.audit({ ...by, action: 'person.forget', detail: { touchpoints } });
      deps.hub.moved(site.id);
      return c.json({ forgotten: touchpoints });
    })
    .get('/audit', async (c) =>
      c.json({ entries: await store.auditLog({ site: c.get('site').id, limit: LISTED }) }),
    );
}
