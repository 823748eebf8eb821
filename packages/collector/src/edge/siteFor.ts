import { LIMITS } from '@cartograph/journey';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SiteEntry } from './readSites.ts';

/**
 * The site whose object answers a request.
 *
 * | Request                                              | Site                            |
 * | ---------------------------------------------------- | ------------------------------- |
 * | `/sites/:site…`, `/api/sites/:site…`                 | that one                        |
 * | `POST /v1/touchpoints`, `/v1/orders`, `/v1/doctor`    | the `site` in its body          |
 * | anything else: the sign-in, other trackers' clients  | the one whose `host` was asked  |
 * | a site that is not configured, or a host of nobody's | the first                       |
 *
 * Where there is one site only, which is the usual case, nothing is looked at. A body is read here only
 * up to what the collector would take, and is whole for the object to read again.
 */
export async function siteFor(
  request: Request,
  sites: readonly [SiteEntry, ...SiteEntry[]],
): Promise<string> {
  const [first] = sites;
  if (sites.length === 1) return first.id;
  const url = new URL(request.url);
  const named = namedInPath(url.pathname) ?? (await namedInBody(request, url.pathname));
  const found =
    sites.find(({ id }) => id === named) ??
    sites.find(({ host }) => host !== undefined && host === url.host);
  return (found ?? first).id;
}

function namedInPath(path: string): string | undefined {
  return /^(?:\/api)?\/sites\/([^/]+)/.exec(path)?.[1];
}

async function namedInBody(request: Request, path: string): Promise<string | undefined> {
  if (request.method !== 'POST' || !/^\/v1\/(touchpoints|orders|doctor)\/?$/.test(path)) {
    return undefined;
  }
  const answer = await reader.fetch(request.clone() as Request);
  return (await answer.text()) || undefined;
}

/** Answers a body with the site that it names, or with nothing. */
const reader = new Hono().post(
  '*',
  bodyLimit({ maxSize: LIMITS.bodyBytes, onError: (c) => c.body(null) }),
  async (c) => {
    const { site }: { site?: unknown } = Object(await c.req.json().catch(() => undefined));
    return c.text(typeof site === 'string' ? site : '');
  },
);
