import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { listShares, makeShare, revokeShare } from '../../src/security/shares.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored, uuid } from '../touchpoints.ts';

const DAY = 24 * HOUR;

describe('a share link', () => {
  let store: Store;
  let app: Hono;
  let now: number;
  let path: string;
  let id: string;
  beforeEach(async () => {
    store = sqliteStore(':memory:');
    now = NOW;
    await saveSite(store, SITE);
    await saveSite(store, { ...SITE, id: 'shop-two' });
    const touchpoints = [stored(1, 'add_to_cart', { params: goods(10) })];
    for (const site of [SITE, { ...SITE, id: 'shop-two' }]) {
      await store.append([{ site, touchpoints }]);
    }
    app = createCollector({ store, tracker: {}, now: () => now, log: () => {} });
    const made = await makeShare(store, { site: 'shop', days: 30, now });
    ({ path } = made);
    ({ id } = made.share);
  });
  afterEach(() => store.close());

  const open = (at: string, cookie: string, method = 'GET') =>
    app.request(at, { method, headers: { Cookie: cookie, Origin: 'http://localhost' } });
  const cookieOf = (answer: Response) => answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const come = async () => cookieOf(await app.request(path));
  const journey = uuid(1);

  it('opens the site’s pages, for as many as have it', async () => {
    for (const cookie of [await come(), await come()]) {
      expect((await open('/sites/shop/abandonment', cookie)).status).toBe(200);
      expect((await open('/api/sites/shop/abandonment', cookie)).status).toBe(200);
      const start = await open('/', cookie);
      expect(start.headers.get('Location')).toBe('/sites/shop/overview');
    }
  });

  it('leads on by a page of its own, and is kept by no cache', async () => {
    const answer = await app.request(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Refresh')).toBe('0;url=/sites/shop/overview');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Set-Cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
  });

  it.each([
    ['https', true],
    ['http', false],
  ])('has a cookie for TLS only, where a proxy says %s', async (proto, isSecure) => {
    const answer = await app.request(path, { headers: { 'X-Forwarded-Proto': proto } });
    expect(answer.headers.get('Set-Cookie')?.includes('; Secure')).toBe(isSecure);
  });

  it.each([
    ['GET', '/sites/shop-two/abandonment'],
    ['GET', '/sites/shop-two'],
    ['GET', '/api/sites/shop-two/abandonment'],
    ['GET', `/api/sites/shop-two/journeys/${journey}`],
    ['GET', '/metrics'],
    ['GET', '/sites/shop/people'],
    ['GET', '/sites/shop/audit'],
    ['POST', '/sites/shop/quarantine'],
    ['GET', '/api/sites/shop/people?name=v1'],
    ['GET', '/api/sites/shop/shares'],
    ['POST', '/api/sites/shop/shares'],
    ['DELETE', '/api/sites/shop/people/v:v1'],
    ['GET', '/api/sites/shop/../shop-two/abandonment'],
    ['GET', '/sites/shop%2f..%2fshop-two/abandonment'],
  ])('does not open %s %s', async (method, at) => {
    const answer = await open(at, await come(), method);
    expect([302, 401, 403]).toContain(answer.status);
    if (answer.status === 302) expect(answer.headers.get('Location')).toMatch(/^\/sign-in/);
  });

  it('is no token, neither to read nor to send', async () => {
    const secret = path.split('=')[1]!;
    const headers = { Authorization: `Bearer ${secret}` };
    expect((await app.request('/api/sites/shop/abandonment', { headers })).status).toBe(401);
    const sent = await app.request('/v1/touchpoints', { method: 'POST', headers, body: '{}' });
    expect(sent.status).toBe(401);
  });

  it('ends when it expires, for who is in already too', async () => {
    const cookie = await come();
    now += 30 * DAY - 1;
    expect((await open('/sites/shop/abandonment', cookie)).status).toBe(200);
    now += 1;
    expect((await open('/sites/shop/abandonment', cookie)).status).toBe(302);
    expect((await app.request(path)).status).toBe(403);
    expect(await listShares(store, { site: 'shop', now })).toEqual([]);
  });

  it('ends when it is taken back, and outlives who signs out', async () => {
    const first = await come();
    await open('/sign-out', first, 'POST');
    const cookie = await come();
    expect(await revokeShare(store, { site: 'shop-two', id })).toBe(false);
    expect((await open('/sites/shop/abandonment', cookie)).status).toBe(200);
    expect(await revokeShare(store, { site: 'shop', id })).toBe(true);
    expect((await open('/sites/shop/abandonment', cookie)).status).toBe(302);
    expect((await app.request(path)).status).toBe(403);
  });

  it('signs nobody out who may do more', async () => {
    const code = await grant(store, 'login', { scope: 'admin', expiresAt: NOW + HOUR });
    const admin = cookieOf(await app.request(`/sign-in?code=${code}`));
    const answer = await open(path, admin);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  });

  it.each([0, 366, 1.5, Number.NaN, '30'])('can’t last %s days', async (days) => {
    const making = makeShare(store, { site: 'shop', days: days as number, now });
    await expect(making).rejects.toThrow('Expected days to be from 1 to 365');
  });

  describe('over the API', () => {
    const ask = async (method: string, at: string, body?: object) =>
      app.request(at, {
        method,
        headers: { Authorization: `Bearer ${await grant(store, 'token', { scope: 'admin' })}` },
        ...(body && { body: JSON.stringify(body) }),
      });

    it('is made, listed and taken back, and all is written down', async () => {
      const made = await (await ask('POST', '/api/sites/shop/shares', { days: 7 })).json();
      expect(made).toMatchObject({ site: 'shop', expiresAt: NOW + 7 * DAY });
      expect((await app.request(made.path)).status).toBe(200);

      const listed = await (await ask('GET', '/api/sites/shop/shares')).text();
      expect(JSON.parse(listed).shares.map((each: { id: string }) => each.id)).toEqual([
        made.id,
        id,
      ]);
      expect(listed).not.toContain(made.path.split('=')[1]);

      expect((await ask('DELETE', `/api/sites/shop/shares/${made.id}`)).status).toBe(200);
      expect((await ask('DELETE', `/api/sites/shop/shares/${made.id}`)).status).toBe(404);
      expect((await app.request(made.path)).status).toBe(403);
      const log = await store.auditLog({ site: 'shop', limit: 9 });
      expect(log.map(({ action }) => action)).toEqual(['share.revoke', 'share.add']);
    });

    it('is refused for what can’t be', async () => {
      expect((await ask('POST', '/api/sites/shop/shares', { days: 0 })).status).toBe(400);
      expect((await ask('POST', '/api/sites/nowhere/shares', {})).status).toBe(404);
    });
  });
});
