import { LIMITS } from '@cartograph/journey';
import { describe, expect, it } from 'vitest';
import type { SiteEntry } from '../../src/edge/readSites.ts';
import { siteFor } from '../../src/edge/siteFor.ts';

const SITES: readonly [SiteEntry, ...SiteEntry[]] = [
  { id: 'shop' },
  { id: 'second', host: 'carts.second.example' },
];

const posted = (path: string, body: string, host = 'carts.example') =>
  new Request(`https://${host}${path}`, { method: 'POST', body });

describe(siteFor, () => {
  it.each([
    ['a page', '/sites/second/overview', 'second'],
    ['a site’s own start', '/sites/second', 'second'],
    ['the API', '/api/sites/second/abandonment?from=2026-01-01', 'second'],
    ['a site that is not configured', '/sites/third/overview', 'shop'],
    ['the start', '/', 'shop'],
    ['a page that only ends like one', '/x/sites/second', 'shop'],
  ])('sends who asks for %s to its site', async (_, path, site) => {
    expect(await siteFor(new Request(`https://carts.example${path}`), SITES)).toBe(site);
  });

  it.each(['/v1/touchpoints', '/v1/orders', '/v1/doctor', '/v1/touchpoints/'])(
    'sends a body on %s to the site that it names, whole',
    async (path) => {
      const request = posted(path, '{"site":"second","touchpoints":[]}');
      expect(await siteFor(request, SITES)).toBe('second');
      expect(await request.json()).toEqual({ site: 'second', touchpoints: [] });
    },
  );

  it.each([
    ['names a site that is not configured', '{"site":"third"}'],
    ['names none', '{"touchpoints":[]}'],
    ['is no JSON', '{"site":"second"'],
    ['is no object', 'null'],
    ['names something else', '{"site":{"id":"second"}}'],
    ['is larger than any that is taken', `{"site":"second"${' '.repeat(LIMITS.bodyBytes)}}`],
  ])('sends a body to the first site when it %s', async (_, body) => {
    expect(await siteFor(posted('/v1/touchpoints', body), SITES)).toBe('shop');
  });

  it('sends other trackers’ clients, and the sign-in, to the site of the host they ask', async () => {
    const host = 'carts.second.example';
    expect(await siteFor(posted('/v1/batch', '{"site":"shop"}', host), SITES)).toBe('second');
    expect(await siteFor(new Request(`https://${host}/sign-in`), SITES)).toBe('second');
  });

  it('looks at nothing where there is one site only', async () => {
    const request = posted('/v1/touchpoints', '{"site":"second"}');
    expect(await siteFor(request, [SITES[1]!])).toBe('second');
    expect(request.bodyUsed).toBe(false);
    expect(await siteFor(posted('/sites/x', ''), [SITES[0]])).toBe('shop');
  });
});
