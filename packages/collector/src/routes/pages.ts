import { assets, emptyPage, errorPage, journeyPage, sitesPage } from '@cartograph/report';
import { Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { findJourney } from '../reading/findJourney.ts';
import { answer, formatOf } from '../reports/answer.ts';
import { reports } from '../reports/index.ts';
import { requires } from '../security/signIn.ts';
import { findSite, listSites } from '../sites/site.ts';
import { toldOf } from '../webhooks/told.ts';
import { frameOf } from './frameOf.ts';
import { settingsPages } from './settingsPages.ts';
import { signInRoute } from './signIn.ts';
import type { SiteEnv } from './siteEnv.ts';
import { trustPages } from './trustPages.ts';

/** The pages. All but the sign-in need a session, or a token, with the scope `read`. */
export function pagesRoute(deps: CollectorDeps) {
  const { store, now } = deps;

  const app = new Hono<SiteEnv>();
  for (const { path, type, body } of Object.values(assets)) {
    app.get(path, (c) =>
      c.body(body, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    );
  }
  app.route('/', signInRoute(deps));

  const signedIn = requires('read', deps, (c) => {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  });

  app.use('/sites/:site/*', signedIn, async (c, next) => {
    const site = await findSite(store, c.req.param('site') ?? '');
    if (!site) return c.html(errorPage({ ...(await frameOf(c)), status: 404 }), 404);
    c.set('site', site);
    c.header('Cache-Control', 'no-store');
    await next();
  });

  for (const report of reports(deps)) {
    app.get(`/sites/:site/${report.name}`, async (c) => {
      const site = c.get('site');
      const frame = await frameOf(c);
      try {
        const isEmpty = (await store.latest(site.id, { from: 0, limit: 1 })).length === 0;
        if (isEmpty && formatOf(c, 'html') === 'html') {
          return c.html(emptyPage({ ...frame, site, origin: new URL(c.req.url).origin }));
        }
        return await answer(c, report, { deps, usual: 'html' });
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return c.html(errorPage({ ...frame, site, status: 400, message: error.message }), 400);
      }
    });
  }

  return app
    .get('/', signedIn, async (c) => {
      const sites = await listSites(store);
      const [only] = sites;
      return only && sites.length === 1
        ? c.redirect(`/sites/${only.id}/overview`)
        : c.html(sitesPage({ ...(await frameOf(c)), sites }));
    })
    .get('/sites/:site', signedIn, (c) => c.redirect(`/sites/${c.req.param('site')}/overview`))
    .get('/sites/:site/journeys/:id', async (c) => {
      const site = c.get('site');
      const found = await findJourney(store, site, c.req.param('id'));
      const frame = { ...(await frameOf(c)), site };
      if (!found) return c.html(errorPage({ ...frame, status: 404 }), 404);
      const { abandonedAfterMs } = site;
      const told = await toldOf(store, site, found);
      return c.html(journeyPage({ ...frame, ...found, abandonedAfterMs, asOf: now(), told }));
    })
    .route('/sites/:site', trustPages(deps))
    .route('/sites/:site', settingsPages(deps))
    .get('*', signedIn, async (c) =>
      c.html(errorPage({ ...(await frameOf(c)), status: 404 }), 404),
    );
}
