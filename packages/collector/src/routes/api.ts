import { abandonedCarts, toCsv, trend } from '@cartograph/report';
import { type Context, Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { findJourney } from '../reading/findJourney.ts';
import { answer, formatOf, headOf } from '../reports/answer.ts';
import { ask } from '../reports/ask.ts';
import { reports } from '../reports/index.ts';
import { requires } from '../security/signIn.ts';
import { findSite } from '../sites/site.ts';
import { toldOf } from '../webhooks/told.ts';
import { liveStream } from './liveStream.ts';
import { peopleApi } from './peopleApi.ts';
import { qualityApi } from './qualityApi.ts';
import type { SiteEnv } from './siteEnv.ts';

/**
 * `/api/sites/:site/…`: the reports as JSON, or as CSV with `Accept: text/csv` or `format=csv`. Needs a token or a
 * session with the scope `read`. All take `from`, `to` and `asOf`, or `period`; and `orders`: `claimed` counts
 * every order that was told, `confirmed` only those that the shop's server vouches for.
 *
 * | Status | Meaning                        |
 * | ------ | ------------------------------ |
 * | 400    | a period that can't be read    |
 * | 401    | no token, or not a good one    |
 * | 404    | no such site, or journey       |
 */
export function apiRoute(deps: CollectorDeps) {
  const { store, now, mostJourneys } = deps;

  const askedBy = (c: Context<SiteEnv>) =>
    ask(c.req.query(), { site: c.get('site'), store, now: now(), mostJourneys });
  const list = (c: Context<SiteEnv>, rows: readonly object[], named: object) =>
    formatOf(c, 'json') === 'csv'
      ? c.body(toCsv(rows), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
      : c.json(named);

  const app = new Hono<SiteEnv>()
    .use(
      requires('read', deps, (c) =>
        c.json({ error: 'Expected a token: Authorization: Bearer …' }, 401),
      ),
    )
    .use('/:site/*', async (c, next) => {
      const id = c.req.param('site');
      const site = await findSite(store, id);
      if (!site) return c.json({ error: `Unknown site ${JSON.stringify(id)}` }, 404);
      c.set('site', site);
      c.header('Cache-Control', 'no-store');
      await next();
    });

  app.get('/:site/live', liveStream(deps));
  for (const report of reports(deps)) {
    app.get(`/:site/${report.name}`, (c) => answer(c, report, { deps, usual: 'json' }));
  }
  app.onError((error, c) => {
    if (error instanceof RangeError) return c.json({ error: error.message }, 400);
    throw error;
  });

  return app
    .get('/:site/trend', async (c) => {
      const asking = await askedBy(c);
      const points = trend(await asking.facts('carts'), asking.question);
      return list(c, points, { ...headOf(asking), unit: 'carts', points });
    })
    .get('/:site/carts', async (c) => {
      const asking = await askedBy(c);
      const carts = abandonedCarts(await asking.facts('carts'), asking.question);
      return list(c, carts, { ...headOf(asking), unit: 'carts', carts });
    })
    .get('/:site/journeys/:id', async (c) => {
      const id = c.req.param('id');
      const found = await findJourney(store, c.get('site'), id);
      return found
        ? c.json({ ...found, told: await toldOf(store, c.get('site'), found) })
        : c.json({ error: `Unknown journey ${JSON.stringify(id)}` }, 404);
    })
    .route('/:site', qualityApi(deps))
    .route('/:site', peopleApi(deps))
    .all('/:site/*', (c) => c.json({ error: `Unknown: ${c.req.path}` }, 404));
}
