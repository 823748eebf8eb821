import { pickLocale, signInPage } from '@cartograph/report';
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import type { CollectorDeps } from '../deps.ts';
import { granted, revoke } from '../security/access.ts';
import { sameText } from '../security/sameText.ts';
import { csrfTokenOf, endSession, startSession } from '../security/signIn.ts';
import { tooMany } from './atTheDoor.ts';

/**
 * `/sign-in`: with a token, or by a link that works once. `/sign-out` ends the session. Public, but
 * for other sites: a form from elsewhere is refused.
 */
export function signInRoute(deps: CollectorDeps) {
  const { store, now, limits, addressOf } = deps;
  const app = new Hono();
  app.use('/sign-in', csrf());
  app.use('/sign-out', csrf());

  return app
    .get('/sign-in', async (c) => {
      const secret = c.req.query('code');
      const given = secret && (await revoke(store, 'login', { secret, now: now() }));
      if (given) {
        await startSession(c, given, deps);
        return goOn(c, c.req.query('next'));
      }
      const error = secret ? 'used' : undefined;
      return c.html(page(c, { error, next: c.req.query('next') }), error ? 401 : 200);
    })
    .post('/sign-in', async (c) => {
      const waitMs = limits.signIn(addressOf(c), now());
      if (waitMs > 0) return tooMany(c, waitMs, deps);
      const { token, next } = await c.req.parseBody();
      const secret = typeof token === 'string' ? token.trim() : '';
      const given = await granted(store, 'token', { secret, now: now() });
      const target = typeof next === 'string' ? next : undefined;
      if (!given) return c.html(page(c, { error: 'unknown', next: target }), 401);
      await startSession(c, given, deps);
      return goOn(c, target);
    })
    .post('/sign-out', async (c) => {
      const body = await c.req.parseBody();
      const expected = await csrfTokenOf(c);
      const given = typeof body.csrf === 'string' ? body.csrf : '';
      if (expected !== undefined && sameText(given, expected)) await endSession(c, deps);
      return c.redirect('/sign-in');
    });
}

const ERRORS = {
  used: 'This link has been used, or is older than an hour. Sign in with a token.',
  unknown: 'This token is not known here, or has expired.',
} as const;

function page(
  c: Context,
  { error, next }: { error: keyof typeof ERRORS | undefined; next: string | undefined },
): string {
  const locale = pickLocale(c.req.header('Accept-Language'), c.req.query('lang'));
  return signInPage({ locale, error: error && ERRORS[error], next: safePath(next) });
}

/**
 * Goes on by a page of our own. After a redirect a browser that came from elsewhere (a mail, a
 * chat) would not send the new `SameSite=Strict` cookie.
 */
function goOn(c: Context, next: string | undefined): Response | Promise<Response> {
  const path = safePath(next) ?? '/';
  c.header('Cache-Control', 'no-store');
  return c.html(
    html`<!doctype html><meta charset="utf-8"><title>Cartograph</title><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url='${path}'"><a href="${path}">Cartograph</a>`,
  );
}

/** A path on this site, never another site. */
function safePath(next: string | undefined): string | undefined {
  return next && /^\/(?![/\\])[^\\"<>]*$/.test(next) ? next : undefined;
}
