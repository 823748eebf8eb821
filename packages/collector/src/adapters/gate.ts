import type { Context, MiddlewareHandler } from 'hono';
import { RETRY_AFTER_SECONDS, tooMany } from '../routes/atTheDoor.ts';
import { allows, granted } from '../security/access.ts';
import type { AdapterDeps } from './adaptersRoute.ts';
import { basicUser } from './basicUser.ts';

/**
 * What a foreign client meets before its body is read and unpacked, for the door sees only what came
 * of it: an address that asks too often waits (429), and so does everybody when too much is under way
 * (503). A request without a secret key counts here and at the door.
 */
export function gate(deps: AdapterDeps): MiddlewareHandler {
  const { store, now, limits, addressOf } = deps;

  return async (c, next) => {
    const secret = secretOf(c);
    const known = secret && (await granted(store, 'token', { secret, now: now() }));
    const waitMs = known && allows(known, 'write') ? 0 : limits.address(addressOf(c), now());
    if (waitMs > 0) return tooMany(c, waitMs, deps);

    const wasTaken = await limits.inFlight(next);
    if (wasTaken) return;
    c.header('Retry-After', String(RETRY_AFTER_SECONDS));
    return c.json({ error: 'Too much under way' }, 503);
  };
}

/** A secret key that can be seen from outside: of the write key, a header, or GA4's `api_secret`. */
function secretOf(c: Context): string | undefined {
  const outside = [basicUser(c), c.req.header('Authorization'), c.req.query('api_secret')];
  return /\bctk_[\w-]+/.exec(outside.join(' '))?.[0];
}
