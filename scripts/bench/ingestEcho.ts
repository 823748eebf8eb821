/** What HTTP alone costs: reads a body as JSON and answers, stores nothing. Beside `ingest.ts`. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono().post('/v1/touchpoints', async (c) => {
  const { touchpoints } = JSON.parse(await c.req.text());
  return c.json({ accepted: touchpoints.length });
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  console.error(`Echo listens on http://127.0.0.1:${port}`),
);
