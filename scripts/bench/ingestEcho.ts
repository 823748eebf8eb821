/** What HTTP alone costs: reads a body as JSON and answers, stores nothing. Beside `ingest.ts`. */
import { createRequire } from 'node:module';
import { Hono } from 'hono';

// The collector's own server, which only the collector depends on.
const ofCollector = createRequire(
  new URL('../../packages/collector/package.json', import.meta.url),
);
const { serve } = await import(ofCollector.resolve('@hono/node-server'));

const app = new Hono().post('/v1/touchpoints', async (c) => {
  const { touchpoints } = JSON.parse(await c.req.text());
  return c.json({ accepted: touchpoints.length });
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: { port: number }) =>
  console.error(`Echo listens on http://127.0.0.1:${port}`),
);
