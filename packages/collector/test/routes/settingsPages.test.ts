import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant, type Scope } from '../../src/security/access.ts';
import { listShares } from '../../src/security/shares.ts';
import { listTokens } from '../../src/security/tokens.ts';
import { annotations } from '../../src/settings/annotations.ts';
import { savedSegments } from '../../src/settings/savedSegments.ts';
import { findSite, saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const FORM = {
  name: 'Shop',
  currency: 'EUR',
  timeZone: 'UTC',
  abandonedAfter: '60',
  origins: 'https://shop.example',
  orders: 'claimed',
  retentionDays: '',
};

describe('the settings of a site', () => {
  let store: Store;
  let app: Hono;
  let Cookie: string;
  let csrf: string;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    await saveSite(store, { ...SITE, id: 'other' });
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
    Cookie = await signIn('admin');
    csrf = csrfOf((await get()).html);
  });
  afterEach(() => store.close());

  const signIn = async (scope: Scope) => {
    const code = await grant(store, 'login', { scope, expiresAt: NOW + HOUR });
    const response = await app.request(`/sign-in?code=${code}`);
    return response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  };
  const get = async (cookie = Cookie, path = '/sites/shop/settings') => {
    const response = await app.request(path, { headers: { Cookie: cookie } });
    return { status: response.status, html: await response.text() };
  };
  const csrfOf = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const post = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await app.request('/sites/shop/settings', {
      method: 'POST',
      body: new URLSearchParams({ csrf, ...fields }),
      headers: { Origin: 'http://localhost', Cookie, ...headers },
    });
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
  const actions = async () =>
    (await store.auditLog({ site: 'shop', limit: 20 })).map(({ action }) => action);

  it('change what the form says, and nothing else', async () => {
    await saveSite(store, { ...SITE, retentionDays: 400 });
    const { status, headers } = await post({
      ...FORM,
      do: 'site.change',
      name: ' Guitars ',
      currency: 'chf',
      timeZone: 'Europe/Zurich',
      abandonedAfter: '30',
      origins: 'https://shop.example\r\n https://*.shop.example ',
      orders: 'confirmed',
    });
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe('/sites/shop/settings?done=site#site');
    expect(await findSite(store, 'shop')).toEqual({
      id: 'shop',
      name: 'Guitars',
      currency: 'CHF',
      timeZone: 'Europe/Zurich',
      abandonedAfterMs: 30 * 60_000,
      origins: ['https://shop.example', 'https://*.shop.example'],
      orders: 'confirmed',
    });
    expect(await findSite(store, 'other')).toEqual({ ...SITE, id: 'other' });
    expect(await actions()).toEqual(['site.change']);
  });

  it('count every cart anew when what is abandoned changes', async () => {
    const at = NOW - 5 * HOUR;
    await store.append([
      {
        site: SITE,
        touchpoints: [
          stored(1, 'add_to_cart', { at, params: goods(10) }),
          stored(2, 'purchase', { at: at + HOUR / 2, params: goods(10) }),
        ],
      },
    ]);
    const stops = async () =>
      (await store.carts('shop', { from: 0, to: NOW })).flatMap(({ cart }) => cart?.stops ?? []);
    expect(await stops()).toHaveLength(0);
    await post({ ...FORM, do: 'site.change', abandonedAfter: '20' });
    expect(await stops()).toHaveLength(1);
  });

  it('have the carts counted anew beside the request where somebody does so', async () => {
    const refolded: string[] = [];
    const refold = async ({ id }: { id: string }) => void refolded.push(id);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {}, refold });
    await post({ ...FORM, do: 'site.change', name: 'Renamed' });
    expect(refolded).toEqual([]);
    await post({ ...FORM, do: 'site.change', abandonedAfter: '20' });
    expect(refolded).toEqual(['shop']);
  });

  it('tell anew where shoppers came from when the shop has another origin', async () => {
    const url = 'https://shop.example/';
    const referrer = 'https://blog.example/';
    const came = stored(1, 'page_view', { at: NOW - HOUR, url, referrer });
    await store.append([{ site: SITE, touchpoints: [came] }]);
    const channel = async () =>
      (await store.latest('shop', { from: 0, limit: 1 }))[0]?.entry.channelGroup;
    expect(await channel()).toBe('Referral');
    const origins = [...SITE.origins, 'https://blog.example'].join('\n');
    await post({ ...FORM, do: 'site.change', origins });
    expect(await channel()).toBe('Direct');
  });

  it.each([
    ['name', ' ', 'Expected 1 to 100 characters'],
    ['name', 'x'.repeat(101), 'Expected 1 to 100 characters'],
    ['currency', 'Euro', 'Expected an ISO 4217 code'],
    ['timeZone', 'Mars/Olympus', 'Expected an IANA name'],
    ['abandonedAfter', 'soon', 'Expected whole minutes'],
    ['abandonedAfter', '0', 'Expected whole minutes'],
    ['abandonedAfter', '43201', 'Expected whole minutes'],
    ['retentionDays', '-1', 'Expected whole days'],
    ['orders', 'all', 'Expected one of the two'],
    ['origins', 'https://shop.example/path', 'without a path'],
  ])('refuse %s being %j, say why, and keep what was typed', async (field, typed, why) => {
    const { status, html } = await post({
      ...FORM,
      do: 'site.change',
      name: 'Typed before',
      [field]: typed,
    });
    expect(status).toBe(400);
    expect(html).toContain(why);
    if (field !== 'name') expect(html).toContain('value="Typed before"');
    if (field !== 'orders' && typed.trim()) expect(html).toContain(typed);
    expect(await findSite(store, 'shop')).toEqual(SITE);
    expect(await actions()).toEqual([]);
  });

  it('mark a day with what a page proposes, as far as it fits', async () => {
    const proposed = encodeURIComponent(`Fixed: "${'x'.repeat(300)}`);
    const { html } = await get(Cookie, `/sites/shop/settings?mark=${proposed}`);
    expect(html).toContain(`value="Fixed: &quot;${'x'.repeat(192)}"`);
  });

  it('mark days, and take the marks away', async () => {
    await post({ do: 'annotation.add', day: '2026-11-08', text: 'New checkout' });
    await post({ do: 'annotation.add', day: '2026-10-01', text: 'Spring <prices>' });
    const marks = await annotations.list(store, 'shop');
    expect(marks.map(({ day, text }) => [day, text])).toEqual([
      ['2026-10-01', 'Spring <prices>'],
      ['2026-11-08', 'New checkout'],
    ]);
    expect((await get()).html).toContain('Spring &lt;prices&gt;');
    expect(await annotations.list(store, 'other')).toEqual([]);

    await post({ do: 'annotation.remove', id: marks[0]!.id });
    expect(await annotations.list(store, 'shop')).toHaveLength(1);
    expect(await actions()).toEqual(['annotation.remove', 'annotation.add', 'annotation.add']);
  });

  it('save segments, which every report then offers', async () => {
    await store.append([
      { site: SITE, touchpoints: [stored(1, 'add_to_cart', { params: goods(10) })] },
    ]);
    const fields = { do: 'segment.add', name: 'Phones', device: 'mobile', campaign: '' };
    expect((await post(fields)).status).toBe(303);
    const [saved] = await savedSegments.list(store, 'shop');
    expect(saved).toMatchObject({ name: 'Phones', query: { device: 'mobile' } });
    const report = await get(Cookie, '/sites/shop/abandonment?period=7d');
    expect(report.html).toContain('href="?period=7d&amp;device=mobile"');

    await post({ do: 'segment.remove', id: saved!.id });
    expect(await savedSegments.list(store, 'shop')).toEqual([]);
  });

  it('make tokens that are seen once, and take them back', async () => {
    const { status, html } = await post({ do: 'token.add', name: 'Till', scope: 'read' });
    expect(status).toBe(200);
    const [secret] = /ctk_[\w-]+/.exec(html) ?? [];
    const Authorization = `Bearer ${secret}`;
    const asked = () => app.request('/api/sites/shop/abandonment', { headers: { Authorization } });
    expect((await asked()).status).toBe(200);
    expect((await get()).html).not.toContain(secret);

    const [token] = await listTokens(store, NOW);
    expect(token).toMatchObject({ scope: 'read', name: 'Till', madeAt: NOW });
    await post({ do: 'token.revoke', id: token!.id });
    expect((await asked()).status).toBe(401);
    expect(await actions()).toEqual(['token.revoke', 'token.add']);
  });

  it('make links to share that are seen once, and take them back', async () => {
    const { html } = await post({ do: 'share.add', days: '7' });
    const [link] = /http:\/\/localhost\/share\?code=[\w-]+/.exec(html) ?? [];
    expect((await app.request(link!)).status).toBe(200);
    const [share] = await listShares(store, { site: 'shop', now: NOW });
    expect(share!.expiresAt).toBe(NOW + 7 * 24 * HOUR);

    await post({ do: 'share.revoke', id: share!.id });
    expect((await app.request(link!)).status).toBe(403);
    expect(await actions()).toEqual(['share.revoke', 'share.add']);
  });

  it.each([
    [{ do: 'annotation.add', day: '2026-02-31', text: 'x' }, 'Expected a date'],
    [{ do: 'annotation.add', day: '2026-02-01', text: ' ' }, 'Expected 1 to 200'],
    [{ do: 'annotation.add', day: '2026-02-01', text: 'x'.repeat(201) }, 'Expected 1 to 200'],
    [{ do: 'segment.add', name: '', device: 'mobile' }, 'Expected 1 to 60'],
    [{ do: 'segment.add', name: 'All' }, 'Expected at least one thing'],
    [{ do: 'segment.add', name: 'TVs', device: 'tv' }, 'Expected at least one thing'],
    [{ do: 'token.add', scope: 'root' }, 'Expected read, write or admin'],
    [{ do: 'token.add', scope: 'read', name: 'x'.repeat(61) }, 'Expected 60 characters'],
    [{ do: 'share.add', days: '0' }, 'Expected whole days, from 1'],
    [{ do: 'share.add', days: '366' }, 'Expected whole days, from 1'],
    [{ do: 'share.add', days: '' }, 'Expected whole days, from 1'],
  ])('refuse %j and say why', async (fields, why) => {
    const tokens = await listTokens(store, NOW);
    const { status, html } = await post(fields as Record<string, string>);
    expect(status).toBe(400);
    expect(html).toContain(why);
    expect(await actions()).toEqual([]);
    expect(await listTokens(store, NOW)).toEqual(tokens);
  });

  const DOES = [
    { ...FORM, do: 'site.change', name: 'Changed' },
    { do: 'annotation.add', day: '2026-11-08', text: 'x' },
    { do: 'segment.add', name: 'x', device: 'mobile' },
    { do: 'token.add', scope: 'admin' },
    { do: 'share.add', days: '7' },
  ];
  const nothingChanged = async () => {
    expect(await findSite(store, 'shop')).toEqual(SITE);
    expect(await annotations.list(store, 'shop')).toEqual([]);
    expect(await savedSegments.list(store, 'shop')).toEqual([]);
    expect(await listTokens(store, NOW)).toEqual([]);
    expect(await listShares(store, { site: 'shop', now: NOW })).toEqual([]);
    expect(await actions()).toEqual([]);
  };

  it.each(DOES)('$do takes a form of this very session', async (fields) => {
    expect((await post({ ...fields, csrf: '' })).status).toBe(403);
    expect((await post({ ...fields, csrf: 'x'.repeat(43) })).status).toBe(403);
    expect((await post(fields, { Origin: 'https://evil.example' })).status).toBe(403);
    await nothingChanged();
  });

  it.each(DOES)('$do takes the scope admin', async (fields) => {
    for (const scope of ['read', 'write'] as const) {
      const reader = await signIn(scope);
      const own = csrfOf((await get(reader)).html);
      expect([302, 403]).toContain(
        (await post({ ...fields, csrf: own }, { Cookie: reader })).status,
      );
    }
    await nothingChanged();
  });

  it('do nothing that there is no such thing as', async () => {
    expect((await post({ do: 'constructor' })).status).toBe(403);
    expect((await post({})).status).toBe(403);
  });

  it('take nothing away that is another’s', async () => {
    await annotations.add(store, 'other', { day: '2026-11-08', text: 'Theirs' });
    const [theirs] = await annotations.list(store, 'other');
    await post({ do: 'annotation.remove', id: theirs!.id });
    expect(await annotations.list(store, 'other')).toHaveLength(1);
    expect(await actions()).toEqual([]);
  });

  it('tell a reader why they can’t be seen, and show no token', async () => {
    await grant(store, 'token', { scope: 'admin', name: 'The owner’s' });
    const { status, html } = await get(await signIn('read'));
    expect(status).toBe(403);
    expect(html).toContain('scope admin');
    expect(html).not.toContain('The owner’s');
  });
});
