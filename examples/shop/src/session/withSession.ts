import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ShopEnv } from '../shopEnv.ts';
import { newSession, type Session } from './session.ts';

const COOKIE = 'fathom_session';

/** Past this many sessions the oldest is forgotten: crawlers must not fill the memory. */
const MAX_SESSIONS = 10_000;

/**
 * Gives every request its session. One is kept, and its cookie set, from the first form a
 * shopper sends: looking around leaves nothing behind.
 */
export function withSession(): MiddlewareHandler<ShopEnv> {
  const sessions = new Map<string, Session>();

  const keep = (session: Session) => {
    const id = crypto.randomUUID();
    sessions.set(id, session);
    for (const oldest of sessions.keys()) {
      if (sessions.size <= MAX_SESSIONS) break;
      sessions.delete(oldest);
    }
    return id;
  };

  return async (c, next) => {
    const known = sessions.get(getCookie(c, COOKIE) ?? '');
    const session = known ?? newSession();
    if (!known && c.req.method === 'POST') {
      setCookie(c, COOKIE, keep(session), { httpOnly: true, sameSite: 'Lax', path: '/' });
    }
    c.set('session', session);
    await next();
  };
}
