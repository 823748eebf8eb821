import type { AbandonmentReport } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { type Store, StoreError } from '../../src/store/store.ts';
import { heardAt, type Received } from '../../src/watch/silence.ts';
import { goods, HOUR, NOW, SITE, stored, uuid } from '../touchpoints.ts';

const SCRIPT = '/* the tracker */';

describe('pages and API', () => {
  let store: Store;
  let app: Hono;
  let now: number;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    now = NOW;
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: { 'c.js': SCRIPT }, now: () => now, log: () => {} });
  });
  afterEach(() => store.close());

  const bearer = async (scope: 'read' | 'write' | 'admin' = 'read') => ({
    Authorization: `Bearer ${await grant(store, 'token', { scope })}`,
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers });
  const post = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: 'http://localhost', ...headers },
    });
  const cookieOf = (response: Response) => response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const signIn = async () => {
    const code = await grant(store, 'login', { scope: 'read', expiresAt: NOW + HOUR });
    return cookieOf(await get(`/sign-in?code=${code}`));
  };
  const fillACart = () =>
    store.append([
      {
        site: SITE,
        touchpoints: [
          stored(1, 'add_to_cart', { at: NOW - 3 * HOUR, params: goods(19.9) }),
          stored(2, 'begin_checkout', { at: NOW - 3 * HOUR + 1000, params: goods(19.9) }),
          stored(3, 'purchase', { at: NOW - 2 * HOUR, visitor: 'v2', params: goods(30) }),
        ],
      },
    ]);

  it('warns on the report when a site’s pages went silent', async () => {
    await fillACart();
    await store.put('received:shop', heardOf([NOW - 30 * HOUR, NOW - 29 * HOUR, NOW - 4 * HOUR]));
    const page = async () => (await get('/sites/shop/abandonment', await bearer())).text();
    expect(await page()).not.toContain('Nothing has come');
    now += 80 * HOUR;
    expect(await page()).toContain('Nothing has come from this site’s pages since');
  });

  it('asks for a shorter period where there is no memory for one', async () => {
    await fillACart();
    const limited = (mostJourneys: number) =>
      createCollector({ store, tracker: {}, now: () => now, log: () => {}, mostJourneys });
    app = limited(1);
    const headers = await bearer();
    for (const report of ['abandonment', 'overview', 'trend', 'carts']) {
      const refused = await get(`/api/sites/shop/${report}`, headers);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toEqual({
        error: expect.stringMatching(
          /^Expected a period of at most 1 journeys, .* got 2: choose a/,
        ),
      });
    }
    const page = await get('/sites/shop/abandonment', headers);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('choose a shorter one');
    expect((await get('/api/sites/shop/abandonment?period=today', headers)).status).toBe(400);
    const early = 'from=2020-01-01&to=2020-02-01';
    expect((await get(`/api/sites/shop/abandonment?${early}`, headers)).status).toBe(200);
    app = limited(2);
    expect((await get('/api/sites/shop/abandonment', headers)).status).toBe(200);
  });

  describe('public', () => {
    it.each([
      ['/healthz', 200],
      ['/c.js', 200],
      ['/sign-in', 200],
      ['/', 302],
      ['/sites/shop', 302],
      ['/sites/shop/abandonment', 302],
      ['/nowhere', 302],
      ['/metrics', 401],
      ['/api/sites/shop/abandonment', 401],
      ['/api/sites/elsewhere/abandonment', 401],
      ['/api/sites/shop/live', 401],
    ])('%s answers a stranger with %i', async (path, status) => {
      const response = await get(path);
      expect(response.status).toBe(status);
      if (status === 302) expect(response.headers.get('Location')).toMatch(/^\/sign-in\?next=/);
    });

    it('serves the tracker, to be kept for a while and taken by any shop', async () => {
      const response = await get('/c.js');
      expect(await response.text()).toBe(SCRIPT);
      expect(response.headers.get('Content-Type')).toContain('text/javascript');
      expect(response.headers.get('Cache-Control')).toContain('max-age=3600');
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');

      const again = await get('/c.js', { 'If-None-Match': response.headers.get('ETag') ?? '' });
      expect(again.status).toBe(304);
    });
  });

  describe('signing in', () => {
    it('takes a link once, in a cookie that scripts and other sites can’t use', async () => {
      const code = await grant(store, 'login', { scope: 'read', expiresAt: NOW + HOUR });
      const response = await get(`/sign-in?code=${code}&next=/sites/shop/abandonment`);
      const cookie = response.headers.get('Set-Cookie') ?? '';

      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Strict/);
      expect(await response.text()).toContain('/sites/shop/abandonment');
      expect((await get('/sites/shop/abandonment', { Cookie: cookieOf(response) })).status).toBe(
        200,
      );
      expect((await get(`/sign-in?code=${code}`)).status).toBe(401);
    });

    it('takes a link for an hour', async () => {
      const code = await grant(store, 'login', { scope: 'read', expiresAt: NOW + HOUR });
      now = NOW + HOUR;
      expect((await get(`/sign-in?code=${code}`)).status).toBe(401);
    });

    it('takes a token in a form, and no wrong one', async () => {
      const token = await grant(store, 'token', { scope: 'read' });
      const response = await post('/sign-in', { token, next: '/sites/shop/abandonment' });
      expect((await get('/', { Cookie: cookieOf(response) })).status).toBe(302);
      expect((await get('/sites/shop/abandonment', { Cookie: cookieOf(response) })).status).toBe(
        200,
      );

      const wrong = await post('/sign-in', { token: 'ctk_wrong' });
      expect(wrong.status).toBe(401);
      expect(wrong.headers.get('Set-Cookie')).toBeNull();
    });

    it('takes no form from another site', async () => {
      const token = await grant(store, 'token', { scope: 'read' });
      const response = await post('/sign-in', { token }, { Origin: 'https://evil.example' });
      expect(response.status).toBe(403);
    });

    it.each([
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/"><script>',
    ])('goes on to no other place than its own: %s', async (next) => {
      const token = await grant(store, 'token', { scope: 'read' });
      const page = await (await post('/sign-in', { token, next })).text();
      expect(page).toContain("url='/'");
      expect(page).not.toContain('evil');
      expect(page).not.toContain('<script>');
    });

    it('ends when signed out, by a form of the session’s own only', async () => {
      const Cookie = await signIn();
      const page = await (await get('/sites/shop/abandonment', { Cookie })).text();
      const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';

      await post('/sign-out', { csrf: 'guessed' }, { Cookie });
      expect((await get('/sites/shop/abandonment', { Cookie })).status).toBe(200);
      await post('/sign-out', { csrf }, { Cookie });
      expect((await get('/sites/shop/abandonment', { Cookie })).status).toBe(302);
    });

    it('needs the scope to read', async () => {
      expect((await get('/api/sites/shop/trend', await bearer('write'))).status).toBe(401);
      expect((await get('/api/sites/shop/trend', await bearer('read'))).status).toBe(200);
      expect((await get('/api/sites/shop/trend', await bearer('admin'))).status).toBe(200);
    });
  });

  describe('reports', () => {
    it('says where carts were left, as JSON', async () => {
      await fillACart();
      const response = await get('/api/sites/shop/abandonment', await bearer());
      const report = (await response.json()) as AbandonmentReport;

      expect(report).toMatchObject({ unit: 'carts', abandonedAfterMinutes: 60 });
      expect(report.carts).toMatchObject({ created: 2, abandoned: 1, ordered: 1, direct: 1 });
      expect(report.value).toMatchObject({ currency: 'EUR', atRisk: '19.90', ordered: '30.00' });
      expect(response.headers.get('Cache-Control')).toBe('no-store');
    });

    it('says the same on the page', async () => {
      await fillACart();
      const page = await (await get('/sites/shop/abandonment', { Cookie: await signIn() })).text();
      expect(page).toContain('50.0%');
      expect(page).toContain('€19.90');
    });

    it('shows one journey, by any touchpoint of it', async () => {
      await fillACart();
      const Cookie = await signIn();
      const list = await (await get('/sites/shop/abandonment', { Cookie })).text();
      expect(list).toContain(`/sites/shop/journeys/${uuid(1)}`);

      for (const n of [1, 2]) {
        const page = await get(`/sites/shop/journeys/${uuid(n)}`, { Cookie });
        expect(page.status).toBe(200);
        expect(await page.text()).toContain('€19.90');
        const json = await get(`/api/sites/shop/journeys/${uuid(n)}`, { Cookie });
        expect(await json.json()).toMatchObject({
          person: 'v:v1',
          journey: { id: uuid(1), visits: 1 },
        });
      }
      expect((await get(`/sites/shop/journeys/${uuid(99)}`, { Cookie })).status).toBe(404);
      expect((await get(`/api/sites/shop/journeys/${uuid(99)}`, { Cookie })).status).toBe(404);
    });

    it.each(['abandonment', 'trend', 'carts'])(
      'gives %s as CSV to who asks for it',
      async (path) => {
        await fillACart();
        for (const [address, headers] of [
          [`/api/sites/shop/${path}`, { Accept: 'text/csv' }],
          [`/api/sites/shop/${path}?format=csv`, {}],
        ] as const) {
          const response = await get(address, { ...headers, ...(await bearer()) });
          expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
          const [head, ...rows] = (await response.text()).trim().split('\r\n');
          expect(head).toMatch(/^\w+(,[\w.]+)+$/);
          expect(rows.length).toBeGreaterThan(0);
        }
      },
    );

    it('escapes what a shopper’s browser could have sent', async () => {
      const evil = '=cmd()<script>alert(1)</script>';
      await store.append([
        {
          site: SITE,
          touchpoints: [
            stored(1, 'add_to_cart', {
              at: NOW - 2 * HOUR,
              params: { items: [{ item_id: 'x', item_name: evil, price: 5 }] },
            }),
          ],
        },
      ]);
      const page = await (await get('/sites/shop/abandonment', { Cookie: await signIn() })).text();
      expect(page).toContain('alert(1)');
      expect(page).not.toContain('<script>alert(1)');
    });

    it('shows how to begin when nothing has arrived yet', async () => {
      const page = await (await get('/sites/shop/abandonment', { Cookie: await signIn() })).text();
      expect(page).toContain('data-site=&quot;shop&quot;');
    });

    it.each([
      ['/api/sites/elsewhere/abandonment', 404, 'Unknown site'],
      ['/api/sites/shop/abandonment?from=soon', 400, 'Expected a date'],
      ['/api/sites/shop/abandonment?period=ever', 400, 'Expected `period`'],
      ['/api/sites/shop/abandonment?asOf=later', 400, 'Expected a date'],
      ['/api/sites/shop/abandonment?format=xml', 400, 'Expected `format` to be html, json, csv'],
      ['/api/sites/shop/gossip', 404, '{"error":"Unknown: /api/sites/shop/gossip"}'],
    ])('%s is answered with %i and why', async (path, status, message) => {
      const response = await get(path, await bearer());
      expect(response.status).toBe(status);
      expect(await response.text()).toContain(message);
    });

    it('answers 503 where the store is out of reach, for the asker to come back', async () => {
      const headers = await bearer();
      const carts = () => Promise.reject(new StoreError('no disk'));
      const out = { ...store, carts, parts: carts };
      const broken = createCollector({ store: out, tracker: {}, log: () => {} });
      const response = await broken.request('/api/sites/shop/abandonment', { headers });
      expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5']);
    });

    it('says on the page, too, what was wrong with the address', async () => {
      await fillACart();
      const response = await get('/sites/shop/abandonment?from=soon', { Cookie: await signIn() });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('Expected a date');
    });
  });

  it('lets pages run nothing but their own script', async () => {
    const response = await get('/sites/shop/abandonment', { Cookie: await signIn() });
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    expect(response.headers.get('X-Frame-Options')).toBe('DENY');
  });

  it('tells whoever watches that a journey has moved', async () => {
    const watching = await get('/api/sites/shop/live', await bearer());
    const reader = watching.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('event: ready');

    await app.request('/v1/touchpoints', {
      method: 'POST',
      headers: { Origin: 'https://shop.example' },
      body: JSON.stringify({
        site: 'shop',
        sentAt: NOW,
        visitor: 'v',
        touchpoints: [{ ...stored(9, 'page_view') }],
      }),
    });
    expect((await reader.read()).value).toContain('event: changed');
    await reader.cancel();
  });

  it('counts what it took for Prometheus', async () => {
    await app.request('/v1/touchpoints', {
      method: 'POST',
      headers: { Origin: 'https://shop.example' },
      body: JSON.stringify({
        site: 'shop',
        sentAt: NOW,
        visitor: 'v',
        touchpoints: [stored(9, 'page_view'), null],
      }),
    });
    const text = await (await get('/metrics', await bearer())).text();
    expect(text).toContain('cartograph_touchpoints_accepted_total 1\n');
    expect(text).toContain('cartograph_touchpoints_rejected_total 1\n');
  });
});

function heardOf(times: readonly number[]): Received | undefined {
  return times.reduce<Received | undefined>(heardAt, undefined);
}
