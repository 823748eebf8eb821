import { abandonedCarts, abandonment, abandonmentCsv, toCsv, trend } from '@cartograph/report';
import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import type { CollectorDeps } from '../deps.ts';
import { factsFor } from '../reading/facts.ts';
import { findJourney } from '../reading/findJourney.ts';
import { readQuestion } from '../reading/question.ts';
import { requires } from '../security/signIn.ts';
import { findSite, type Site } from '../sites/site.ts';

/** A browser that hears nothing for longer thinks that the line is dead. */
const HEARTBEAT_MS = 15_000;

/** Journeys may move hundreds of times a second; a page needs to know once. */
const MIN_MOVE_MS = 1000;

type SiteEnv = { Variables: { site: Site } };

/**
 * `/api/sites/:site/…`: the reports as JSON, or as CSV with `Accept: text/csv` or `format=csv`. Needs a token or a
 * session with the scope `read`. All take `from`, `to` and `asOf`, or `period`.
 *
 * | Status | Meaning                        |
 * | ------ | ------------------------------ |
 * | 400    | a period that can't be read    |
 * | 401    | no token, or not a good one    |
 * | 404    | no such site, or journey       |
 */
export function apiRoute(deps: CollectorDeps) {
  const { store, now, hub } = deps;

  const questionOf = async (c: Context<SiteEnv>) => {
    const site = c.get('site');
    const reading = readQuestion(c.req.query(), { site, store, now: now() });
    return (await reading.catch(badRequest)).question;
  };
  // A link can't say `Accept`, so an address may say it too.
  const wantsCsv = (c: Context) =>
    c.req.query('format') === 'csv' ||
    accepts(c, {
      header: 'Accept',
      supports: ['application/json', 'text/csv'],
      default: 'application/json',
    }) === 'text/csv';
  const csv = (c: Context, text: string) =>
    c.body(text, 200, { 'Content-Type': 'text/csv; charset=utf-8' });

  return new Hono<SiteEnv>()
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
    })
    .get('/:site/abandonment', async (c) => {
      const question = await questionOf(c);
      const report = abandonment(await factsFor(store, c.get('site'), question), question);
      return wantsCsv(c) ? csv(c, abandonmentCsv(report)) : c.json(report);
    })
    .get('/:site/trend', async (c) => {
      const question = await questionOf(c);
      const points = trend(await factsFor(store, c.get('site'), question), question);
      return wantsCsv(c)
        ? csv(c, toCsv(points))
        : c.json({ unit: 'carts', ...ends(question), points });
    })
    .get('/:site/carts', async (c) => {
      const question = await questionOf(c);
      const carts = abandonedCarts(await factsFor(store, c.get('site'), question), question);
      return wantsCsv(c)
        ? csv(c, toCsv(carts))
        : c.json({ unit: 'carts', ...ends(question), carts });
    })
    .get('/:site/journeys/:id', async (c) => {
      const id = c.req.param('id');
      const found = await findJourney(store, c.get('site'), id);
      return found
        ? c.json(found)
        : c.json({ error: `Unknown journey ${JSON.stringify(id)}` }, 404);
    })
    .get('/:site/live', (c) =>
      streamSSE(c, async (stream) => {
        let wake = () => {};
        let movedAt = 0;
        let moved = false;
        const stop = hub.watch(c.get('site').id, () => {
          moved = true;
          wake();
        });
        stream.onAbort(() => {
          stop();
          wake();
        });

        await stream.writeSSE({ event: 'ready', data: '' });
        while (!stream.aborted) {
          const waitMs = moved ? Math.max(0, movedAt + MIN_MOVE_MS - now()) : HEARTBEAT_MS;
          await Promise.race([stream.sleep(waitMs), new Promise<void>((done) => (wake = done))]);
          if (moved && now() - movedAt >= MIN_MOVE_MS) {
            moved = false;
            movedAt = now();
            await stream.writeSSE({ event: 'changed', data: '' });
          } else if (!moved) {
            await stream.write(': still here\n\n');
          }
        }
      }),
    );
}

/** What can't be read in an address is the asker's to mend. */
function badRequest(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  const res = Response.json({ error: error.message }, { status: 400 });
  throw new HTTPException(400, { res });
}

function ends({ from, to, asOf }: { from: number; to: number; asOf: number }) {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    asOf: new Date(asOf).toISOString(),
  };
}
