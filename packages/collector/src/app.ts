import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { CollectorDeps } from './deps.ts';
import { createHub } from './live/hub.ts';
import { apiRoute } from './routes/api.ts';
import { pagesRoute } from './routes/pages.ts';
import { scriptRoute } from './routes/script.ts';
import { touchpointsRoute } from './routes/touchpoints.ts';
import { requires } from './security/signIn.ts';
import { groupCommit } from './store/groupCommit.ts';
import { type Store, StoreError } from './store/store.ts';
import { createMetrics } from './watch/metrics.ts';

export interface CollectorOptions {
  store: Store;
  /** The tracker, minified: what `GET /c.js` answers. */
  script: string;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
  /** Told, in a line, what an operator should know. @default console.error */
  log?: (line: string) => void;
}

/**
 * The collector as a Hono app: takes touchpoints in, serves the tracker, the reports and their API.
 * Runs wherever Hono does; `node.ts` is the entry for Node.
 */
export function createCollector({
  store,
  script,
  now = Date.now,
  log = (line) => console.error(line),
}: CollectorOptions): Hono {
  const deps: CollectorDeps = {
    store: groupCommit(store),
    now,
    log,
    hub: createHub(),
    metrics: createMetrics(),
  };

  const app = new Hono();
  app.route('/c.js', scriptRoute(script));
  app.route('/v1/touchpoints', touchpointsRoute(deps));
  app.get('/healthz', async (c) => {
    await store.get('healthz');
    return c.json({ ok: true });
  });

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
  app.get(
    '/metrics',
    requires('read', deps, (c) => c.text('Expected a token: Authorization: Bearer …', 401)),
    (c) => c.text(deps.metrics.text()),
  );
  app.route('/api/sites', apiRoute(deps));
  app.route('/', pagesRoute(deps));

  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log(error.stack ?? String(error));
    if (error instanceof StoreError) return c.json({ error: 'Store out of reach' }, 503);
    return c.json({ error: 'Something went wrong here; the log has the details' }, 500);
  });
  return app;
}
