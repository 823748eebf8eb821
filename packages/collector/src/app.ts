import { countryCode } from '@cartograph/journey';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { adaptersRoute } from './adapters/adaptersRoute.ts';
import type { CollectorDeps } from './deps.ts';
import { clientAddress, type ProxyOptions } from './limits/clientAddress.ts';
import { createLimits, type LimitOptions } from './limits/limits.ts';
import { createHub } from './live/hub.ts';
import { apiRoute } from './routes/api.ts';
import { RETRY_AFTER_SECONDS } from './routes/atTheDoor.ts';
import { movingApi } from './routes/movingApi.ts';
import { ordersRoute } from './routes/orders.ts';
import { pagesRoute } from './routes/pages.ts';
import { shareRoute } from './routes/share.ts';
import { sharesApi } from './routes/sharesApi.ts';
import { touchpointsRoute } from './routes/touchpoints.ts';
import { trackerRoute } from './routes/tracker.ts';
import { webhooksRoute } from './routes/webhooks.ts';
import { groupCommit } from './store/groupCommit.ts';
import { type Store, StoreError } from './store/store.ts';
import { roundTripRoute } from './watch/doctor/roundTripRoute.ts';
import { healthRoute } from './watch/healthRoute.ts';
import { createLog, type Log } from './watch/log.ts';
import { logRequests } from './watch/logRequests.ts';
import { createMetrics } from './watch/metrics.ts';
import { metricsRoute } from './watch/metricsRoute.ts';
import { oneLine } from './watch/oneLine.ts';
import { watchReceiving } from './watch/receiving.ts';
import { seldom } from './watch/seldom.ts';

export interface CollectorOptions {
  store: Store;
  /** The tracker's minified files by name: `c.js`, and what it loads from beside itself. */
  tracker: Readonly<Record<string, string>>;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
  /** Told what an operator should know. @default lines of text to the console, from `info` on */
  log?: Log;
  /** Whether every request is logged, on the level `debug`. @default false */
  isVerbose?: boolean;
  /** The address that a connection comes from, which only the runtime knows. @default unknown */
  peerOf?: (c: Context) => string | undefined;
  /** The country that a request comes from, where the runtime knows it. @default what `proxy.countryHeader` says */
  placeOf?: (c: Context) => unknown;
  /** What stands before the collector: without it, a proxy's address is every client's. */
  proxy?: ProxyOptions;
  limits?: LimitOptions;
  /** Journeys in the period that a report is about: more there is no memory for, and a shorter one is asked for. @default any number */
  mostJourneys?: number;
  /** Has a site folded again whose settings count otherwise now, soon. @default at once, before the change is answered */
  refold?: CollectorDeps['refold'];
}

/**
 * The collector as a Hono app: takes touchpoints in, serves the tracker, the reports and their API.
 * Runs wherever Hono does; `node.ts` is the entry for Node.
 */
export function createCollector({
  store,
  tracker,
  now = Date.now,
  log: tell = createLog({ write: (line) => console.error(line) }),
  isVerbose = false,
  peerOf = () => undefined,
  proxy = {},
  placeOf = (c) => proxy.countryHeader && c.req.header(proxy.countryHeader),
  limits = {},
  refold,
  mostJourneys = Number.POSITIVE_INFINITY,
}: CollectorOptions): Hono {
  const log: Log = (message, about) => tell(oneLine(message), about);
  const receiving = watchReceiving(groupCommit(store, limits.waiting));
  const deps: CollectorDeps = {
    store: receiving.store,
    receiving,
    refold: refold ?? (async (site) => void (await receiving.store.rebuild(site))),
    mostJourneys,
    now,
    log,
    hub: createHub(),
    metrics: createMetrics(),
    limits: createLimits(limits),
    addressOf: (c) =>
      clientAddress({ peer: peerOf(c), header: (name) => c.req.header(name) }, proxy),
    countryOf: (c) => countryCode(placeOf(c)),
  };

  const app = new Hono();
  if (isVerbose) app.use(logRequests(log, now));
  app.route('/', trackerRoute(tracker));
  app.route('/v1/touchpoints', touchpointsRoute(deps));
  app.route('/v1/orders', ordersRoute(deps));
  app.route('/v1/doctor', roundTripRoute(deps));
  app.route('/', adaptersRoute({ ...deps, door: app.fetch }));
  app.route('/healthz', healthRoute(deps));

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
    }),
  );
  app.route('/metrics', metricsRoute(deps));
  app.route('/api/sites', sharesApi(deps));
  app.route('/api/sites', webhooksRoute(deps));
  app.route('/api/sites', movingApi(deps));
  app.route('/api/sites', apiRoute(deps));
  app.route('/', shareRoute(deps));
  app.route('/', pagesRoute(deps));

  const trouble = seldom(log, { now });
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof StoreError) {
      deps.metrics.add('cartograph_store_errors_total', 1);
      trouble(`store out of reach: ${error.message}`, { level: 'error' });
      c.header('Retry-After', String(RETRY_AFTER_SECONDS));
      return c.json({ error: 'Store out of reach' }, 503);
    }
    trouble(error.stack ?? String(error), { level: 'error' });
    return c.json({ error: 'Something went wrong here; the log has the details' }, 500);
  });
  return app;
}
