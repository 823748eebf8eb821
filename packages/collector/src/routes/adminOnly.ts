import type { MiddlewareHandler } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { requires } from '../security/signIn.ts';

/**
 * Lets a program with an admin's token pass. A session does not do: whatever changes something over
 * the API can't be sent by a page that a signed-in reader was lured to.
 */
export function adminOnly(deps: CollectorDeps): MiddlewareHandler {
  const isAdmin = requires('admin', deps, (c) =>
    c.json({ error: 'Expected a token with the scope `admin`' }, 403),
  );
  return (c, next) =>
    c.req.header('Authorization') === undefined
      ? Promise.resolve(c.json({ error: 'Expected a token: Authorization: Bearer …' }, 401))
      : isAdmin(c, next);
}
