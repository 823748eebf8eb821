import {
  readSegment,
  type Segment,
  type SettingsField,
  type SettingsView,
  settingsPage,
} from '@cartograph/report';
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { CollectorDeps } from '../deps.ts';
import { allows, SCOPES } from '../security/access.ts';
import { listShares, makeShare, revokeShare, SHARE_DAYS } from '../security/shares.ts';
import { csrfTokenOf, grantOf, isOverTls, requires } from '../security/signIn.ts';
import { listTokens, MAX_TOKEN_NAME, makeToken, revokeToken } from '../security/tokens.ts';
import { annotations, MAX_ANNOTATION } from '../settings/annotations.ts';
import { FormError } from '../settings/formError.ts';
import { readAnnotation } from '../settings/readAnnotation.ts';
import { readSavedSegment } from '../settings/readSavedSegment.ts';
import { savedSegments } from '../settings/savedSegments.ts';
import { readSiteForm } from '../sites/readSiteForm.ts';
import { foldsAlike } from '../sites/rulesOf.ts';
import { findSite, SiteError, saveSite } from '../sites/site.ts';
import { formsOf } from './forms.ts';
import { frameOf } from './frameOf.ts';
import type { SiteEnv } from './siteEnv.ts';

type Fields = ReadonlyMap<string, string>;

/** What a form came to: a part of the page to show again, with a secret that is seen this once. */
interface Done {
  section: 'site' | 'marks' | 'segments' | 'tokens' | 'shares';
  made?: SettingsView['made'];
}

/**
 * `/settings`, below `/sites/:site`: what a site's owner decides. Reading it, too, takes the scope `admin`;
 * others are told so. What changes something takes a form of this very session, and is written down.
 */
export function settingsPages(deps: CollectorDeps) {
  const { store, now, hub } = deps;
  const { refused, formOf, audit } = formsOf(deps);

  const viewOf = async (c: Context<SiteEnv>): Promise<SettingsView> => {
    const known = c.get('site');
    const site = (await findSite(store, known.id)) ?? known;
    const frame = { ...(await frameOf(c)), site, asOf: new Date(now()).toISOString() };
    const isAdmin = allows(await grantOf(c, deps), 'admin') && (await csrfTokenOf(c)) !== undefined;
    if (!isAdmin) return { ...frame, canChange: false };
    return {
      ...frame,
      canChange: true,
      annotations: await annotations.list(store, site.id),
      mark: c.req.query('mark')?.slice(0, MAX_ANNOTATION),
      segments: await savedSegments.list(store, site.id),
      tokens: await listTokens(store, now()),
      shares: await listShares(store, { site: site.id, now: now() }),
      done: c.req.query('done'),
      segment: segmentAsked(c),
    };
  };

  const DOES: Readonly<Record<string, (c: Context<SiteEnv>, form: Fields) => Promise<Done>>> = {
    'site.change': async (c, form) => {
      const before = c.get('site');
      const site = await saveSite(store, readSiteForm(before, form));
      // Journeys were folded with the old settings.
      if (!foldsAlike(before, site)) await deps.refold(site);
      await audit(c, 'site.change');
      hub.moved(site.id);
      return { section: 'site' };
    },
    'annotation.add': async (c, form) => {
      await annotations.add(store, c.get('site').id, readAnnotation(form));
      await audit(c, 'annotation.add');
      return { section: 'marks' };
    },
    'annotation.remove': async (c, form) => {
      if (await annotations.remove(store, c.get('site').id, form.get('id') ?? '')) {
        await audit(c, 'annotation.remove');
      }
      return { section: 'marks' };
    },
    'segment.add': async (c, form) => {
      await savedSegments.add(store, c.get('site').id, readSavedSegment(form));
      await audit(c, 'segment.add');
      return { section: 'segments' };
    },
    'segment.remove': async (c, form) => {
      if (await savedSegments.remove(store, c.get('site').id, form.get('id') ?? '')) {
        await audit(c, 'segment.remove');
      }
      return { section: 'segments' };
    },
    'token.add': async (c, form) => {
      const scope = SCOPES.find((each) => each === form.get('scope'));
      if (!scope) throw new FormError('scope');
      const name = (form.get('name') ?? '').trim();
      if (name.length > MAX_TOKEN_NAME) throw new FormError('tokenName');
      const secret = await makeToken(store, { scope, name, now: now() });
      await audit(c, 'token.add', { scope });
      return { section: 'tokens', made: { kind: 'token', secret } };
    },
    'token.revoke': async (c, form) => {
      if (await revokeToken(store, form.get('id') ?? '')) await audit(c, 'token.revoke');
      return { section: 'tokens' };
    },
    'share.add': async (c, form) => {
      const { least, most } = SHARE_DAYS;
      const days = Number(form.get('days') || Number.NaN);
      if (!(Number.isInteger(days) && days >= least && days <= most)) throw new FormError('days');
      const { path } = await makeShare(store, { site: c.get('site').id, days, now: now() });
      await audit(c, 'share.add', { days });
      return {
        section: 'shares',
        made: { kind: 'share', secret: linkTo(c, path) },
      };
    },
    'share.revoke': async (c, form) => {
      const site = c.get('site').id;
      if (await revokeShare(store, { site, id: form.get('id') ?? '' })) {
        await audit(c, 'share.revoke');
      }
      return { section: 'shares' };
    },
  };

  return new Hono<SiteEnv>()
    .use('/settings', csrf())
    .get('/settings', async (c) => {
      const view = await viewOf(c);
      return c.html(settingsPage(view), view.canChange ? 200 : 403);
    })
    .post('/settings', requires('admin', deps, refused), async (c) => {
      const form = await formOf(c);
      const name = form?.get('do') ?? '';
      const act = Object.hasOwn(DOES, name) ? DOES[name] : undefined;
      if (!form || !act) return refused(c);
      try {
        const { section, made } = await act(c, form);
        // A secret is in this answer and nowhere else: no redirect could carry it.
        if (made) return c.html(settingsPage({ ...(await viewOf(c)), made }));
        const lang = c.req.query('lang');
        const query = new URLSearchParams({ done: section, ...(lang && { lang }) });
        return c.redirect(`${c.req.path}?${query}#${section}`, 303);
      } catch (error) {
        const field = fieldOf(error);
        if (!field) throw error;
        const problem = { do: name, field, typed: Object.fromEntries(form) };
        return c.html(settingsPage({ ...(await viewOf(c)), problem }), 400);
      }
    });
}

/** A segment in the address fills the form in: that is how a page offers to save its own. */
function segmentAsked(c: Context): Segment {
  try {
    return readSegment(c.req.query());
  } catch {
    return {};
  }
}

/** A whole address, as whoever reads the page reached the collector. */
function linkTo(c: Context, path: string): string {
  const { href } = new URL(path, c.req.url);
  return isOverTls(c) ? href.replace(/^http:/, 'https:') : href;
}

/** The field that was filled in wrongly, if that is what went wrong. No form changes a site's id. */
function fieldOf(error: unknown): SettingsField | undefined {
  if (error instanceof FormError) return error.field;
  return error instanceof SiteError && error.field !== 'id' ? error.field : undefined;
}
