import { Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { createHealth } from './health.ts';

/**
 * `GET /healthz`: public, never cached. 200 `{ "ok": true }` while the store reads and writes, else 503
 * `{ "ok": false }`; what is wrong is in the log, for it may name files.
 */
export function healthRoute({ store, now, log }: Pick<CollectorDeps, 'store' | 'now' | 'log'>) {
  const health = createHealth({ store, now });

  return new Hono().get('/', async (c) => {
    const problem = await health.problem();
    c.header('Cache-Control', 'no-store');
    if (problem === undefined) return c.json({ ok: true });
    log('not healthy', { level: 'error', problem });
    return c.json({ ok: false, error: 'Store out of reach' }, 503);
  });
}
