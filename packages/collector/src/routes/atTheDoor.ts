import type { Context, MiddlewareHandler } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { mayWrite } from '../security/signIn.ts';

/** When to come back to a collector that can take nothing now. */
export const RETRY_AFTER_SECONDS = 5;

/**
 * What every sender of touchpoints and orders meets first: a wrong key is 401, a compressed body 415
 * (nothing here unpacks what may grow without bound), too many requests are 429, and what can't be
 * taken now is 503, both with `Retry-After`. Only then is the body read.
 */
export function atTheDoor(deps: CollectorDeps): MiddlewareHandler {
  const { now, limits, addressOf } = deps;

  return async (c, next) => {
    const encoding = c.req.header('Content-Encoding') ?? 'identity';
    if (encoding.toLowerCase() !== 'identity') {
      c.header('Accept-Encoding', 'identity');
      return c.json({ error: 'Expected a body that is not compressed' }, 415);
    }

    const trusted = await mayWrite(c, deps);
    const waitMs = trusted ? 0 : limits.address(addressOf(c), now());
    if (waitMs > 0) return tooMany(c, waitMs, deps);
    if (!trusted && c.req.header('Authorization') !== undefined) {
      return c.json({ error: 'Expected a secret key with the scope `write`' }, 401);
    }

    const wasTaken = await limits.inFlight(next);
    if (wasTaken) return;
    c.header('Retry-After', String(RETRY_AFTER_SECONDS));
    return c.json({ error: 'Too much under way' }, 503);
  };
}

export function tooMany(
  c: Context,
  waitMs: number,
  { metrics }: Pick<CollectorDeps, 'metrics'>,
): Response {
  metrics.add('cartograph_requests_limited_total', 1);
  c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
  return c.json({ error: 'Too many requests' }, 429);
}
