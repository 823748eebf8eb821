import {
  auditPage,
  delivery,
  deliveryPage,
  errorPage,
  type Frame,
  ordersPage,
  peoplePage,
  quarantinePage,
} from '@cartograph/report';
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { SETTLED_AFTER_MS } from '../delivery/settledAfter.ts';
import type { CollectorDeps } from '../deps.ts';
import { findPersons } from '../privacy/findPersons.ts';
import { DECISIONS } from '../quarantine/decisions.ts';
import { orderDifferences } from '../reading/orderDifferences.ts';
import { readQuestion } from '../reading/question.ts';
import { allows } from '../security/access.ts';
import { csrfTokenOf, grantOf, requires } from '../security/signIn.ts';
import type { Site } from '../sites/site.ts';
import { formsOf } from './forms.ts';
import { frameOf } from './frameOf.ts';
import type { SiteEnv } from './siteEnv.ts';

const LISTED = 200;

/**
 * The pages about how far figures can be trusted, below `/sites/:site`. What changes something takes
 * a form of this very session, of a reader with the scope `admin`.
 */
export function trustPages(deps: CollectorDeps) {
  const { store, now, hub } = deps;

  const { refused, formOf, audit } = formsOf(deps);
  const adminOnly = requires('admin', deps, refused);

  /** A page about a period; one that can't be read is the reader's to mend. */
  const withQuestion = async (
    c: Context<SiteEnv>,
    draw: (
      asked: Awaited<ReturnType<typeof readQuestion>>,
      view: Frame & { site: Site },
    ) => Promise<string>,
  ) => {
    const site = c.get('site');
    const view = { ...(await frameOf(c)), site };
    try {
      return c.html(
        await draw(await readQuestion(c.req.query(), { site, store, now: now() }), view),
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return c.html(errorPage({ ...view, status: 400, message: error.message }), 400);
    }
  };

  const quarantineOf = async (c: Context<SiteEnv>) => {
    const site = c.get('site');
    return {
      ...(await frameOf(c)),
      site,
      counts: await store.quarantineCounts(site.id),
      visitors: await store.quarantined(site.id, { limit: LISTED }),
      verdicts: await store.verdicts(site.id),
      canDecide: allows(await grantOf(c, deps), 'admin') && (await csrfTokenOf(c)) !== undefined,
    };
  };

  const app = new Hono<SiteEnv>();
  app.use('/quarantine', csrf());
  app.use('/people', csrf(), adminOnly);
  app.use('/audit', adminOnly);

  return app
    .get('/delivery', (c) =>
      withQuestion(c, async ({ question, period }, view) => {
        const settledBefore = question.asOf - SETTLED_AFTER_MS;
        const counts = await store.deliveries(view.site.id, { ...question, settledBefore });
        return deliveryPage({ ...view, period, report: delivery(counts, question) });
      }),
    )
    .get('/orders', (c) =>
      withQuestion(c, async ({ question, period }, view) =>
        ordersPage({
          ...view,
          period,
          differences: await orderDifferences(store, view.site, question),
        }),
      ),
    )
    .get('/quarantine', async (c) => c.html(quarantinePage(await quarantineOf(c))))
    .post('/quarantine', adminOnly, async (c) => {
      const form = await formOf(c);
      const decision = form?.get('decision') ?? '';
      if (!form || !DECISIONS.has(decision)) return refused(c);
      const site = c.get('site');
      const visitor = (form.get('visitor') ?? '').trim();
      const verdict = DECISIONS.get(decision);
      if (!(await store.decide(site, visitor, { verdict, at: now() }))) {
        return c.html(quarantinePage({ ...(await quarantineOf(c)), isUnknown: true }), 404);
      }
      await audit(c, `quarantine.${decision}`);
      hub.moved(site.id);
      return c.redirect(c.req.url, 303);
    })
    .get('/people', async (c) => c.html(peoplePage({ ...(await frameOf(c)), site: c.get('site') })))
    .post('/people', async (c) => {
      const form = await formOf(c);
      if (!form) return refused(c);
      const site = c.get('site');
      const view = { ...(await frameOf(c)), site };
      const person = form.get('person') ?? '';
      switch (form.get('do')) {
        case 'find': {
          const persons = await findPersons(store, site, form.get('name') ?? '');
          await audit(c, 'person.find');
          const kept = await Promise.all(persons.map((each) => store.everythingOf(site, each)));
          const found = kept.map(({ person, touchpoints, visitors, journeys }) => ({
            person,
            touchpoints: touchpoints.length,
            visitors: visitors.length,
            journeys: journeys.length,
          }));
          return c.html(peoplePage({ ...view, found }));
        }
        case 'export': {
          await audit(c, 'person.export');
          c.header('Content-Disposition', 'attachment; filename="person.json"');
          return c.json(await store.everythingOf(site, person));
        }
        case 'forget': {
          if (!form.has('sure')) return refused(c);
          const forgotten = await store.forget(site, person);
          await audit(c, 'person.forget', { touchpoints: forgotten });
          hub.moved(site.id);
          return c.html(peoplePage({ ...view, forgotten }));
        }
        default:
          return refused(c);
      }
    })
    .get('/audit', async (c) => {
      const site = c.get('site');
      const entries = await store.auditLog({ site: site.id, limit: LISTED });
      return c.html(auditPage({ ...(await frameOf(c)), site, entries }));
    });
}
