import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from './log.ts';

/**
 * Writes every request down on the level `debug`: by its route, for an address may carry a sign-in
 * code, a visitor or an order. Where it came from is not written: addresses are forgotten.
 */
export function logRequests(log: Log, now: () => number): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = now();
    await next();
    log('request', {
      level: 'debug',
      method: c.req.method,
      // Where the chain of handlers ended: the one that answered.
      route: routePath(c),
      status: c.res.status,
      ms: now() - startedAt,
    });
  };
}
