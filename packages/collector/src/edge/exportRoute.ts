import { Hono } from 'hono';
import { streamOf } from '../moving/streamOf.ts';
import { writeArchive } from '../moving/writeArchive.ts';
import { actorOf, requires } from '../security/signIn.ts';
import { findSite } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

interface ExportDeps {
  store: Store;
  now: () => number;
  /** Public id of the site. */
  site: string;
}

/**
 * `GET /export`: everything that is true of the site, as the command `export` writes it. It is
 * `GET /api/sites/:site/export` for a browser: a session will do. Needs the scope `admin`.
 */
export function exportRoute({ site: id, ...deps }: ExportDeps) {
  const adminOnly = requires('admin', deps, (c) =>
    c.json({ error: 'Expected a token with the scope `admin`: Authorization: Bearer …' }, 401),
  );

  return new Hono().get('/', adminOnly, async (c) => {
    const site = await findSite(deps.store, id);
    if (!site) return c.json({ error: 'Unknown site' }, 404);
    const actor = await actorOf(c);
    await deps.store.audit({ at: deps.now(), actor, action: 'site.export', site: id });
    c.header('Cache-Control', 'no-store');
    c.header('Content-Type', 'application/x-ndjson');
    c.header('Content-Disposition', `attachment; filename="${id}.ndjson"`);
    return c.body(await streamOf(writeArchive(deps.store, site, { now: deps.now() })));
  });
}
