import { errorPage } from '@cartograph/report';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { CollectorDeps } from '../deps.ts';
import { granted } from '../security/access.ts';
import { sessionOf, startSharedSession } from '../security/signIn.ts';
import { frameOf } from './frameOf.ts';

/**
 * `GET /share?code=…`: lets a browser read one site's pages, for as long as the link lasts. Who is
 * signed in already stays so. 403 when the link has expired, was taken back, or never was.
 */
export function shareRoute(deps: CollectorDeps) {
  const { store, now } = deps;

  return new Hono()
    .get('/share', async (c) => {
      c.header('Cache-Control', 'no-store');
      const secret = c.req.query('code') ?? '';
      const share = await granted(store, 'share', { secret, now: now() });
      if (share?.site === undefined || share.expiresAt === undefined) {
        return c.html(errorPage({ ...(await frameOf(c)), status: 403 }), 403);
      }
      const session = await sessionOf(c, deps);
      const isSignedIn = session !== undefined && session.site === undefined;
      if (!isSignedIn) startSharedSession(c, secret, share.expiresAt - now());
      // By a page of our own: after a redirect, a browser that comes from a mail or a chat would not
      // send the new `SameSite=Strict` cookie along.
      const path = `/sites/${share.site}/overview`;
      c.header('Refresh', `0;url=${path}`);
      return c.html(html`<!doctype html><title>Cartograph</title><a href="${path}">Cartograph</a>`);
    })
    .get('/', async (c, next) => {
      const site = (await sessionOf(c, deps))?.site;
      return site === undefined ? next() : c.redirect(`/sites/${site}/overview`);
    });
}
