import type { BatchAnswer } from '@cartograph/journey';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CollectorOptions, createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, sent, uuid } from '../touchpoints.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

describe('who may send what, and as whom', () => {
  let store: Store;
  let now: number;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    now = NOW;
    await saveSite(store, SITE);
  });
  afterEach(() => store.close());

  const open = (options: Partial<CollectorOptions> = {}): Hono =>
    createCollector({ store, tracker: {}, now: () => now, log: () => {}, ...options });
  /** Says where a connection comes from, as a runtime would. */
  const peerOf: CollectorOptions['peerOf'] = (c) => c.req.header('Test-Peer');
  const batch = (touchpoints: unknown, rest: object = {}) =>
    JSON.stringify({ site: 'shop', sentAt: now, visitor: 'v1', touchpoints, ...rest });
  const post = (app: Hono, body: string, headers: Record<string, string> = {}) =>
    app.request('/v1/touchpoints', {
      method: 'POST',
      body,
      headers: { Origin: 'https://shop.example', 'User-Agent': CHROME, ...headers },
    });
  const visitors = async () => {
    const seen = new Set<string>();
    for await (const { visitor } of store.touchpoints('shop')) seen.add(visitor);
    return [...seen];
  };

  describe('a browser that keeps no id', () => {
    const view = (n: number, at = now) => batch([sent(n, 'page_view', { at })], { visitor: '' });

    it('is one visitor for the day, by its address and its user agent', async () => {
      const app = open({ peerOf });
      await post(app, view(1), { 'Test-Peer': '192.0.2.1' });
      await post(app, view(2), { 'Test-Peer': '192.0.2.1' });
      expect(await visitors()).toEqual([expect.stringMatching(/^day:/)]);

      await post(app, view(3), { 'Test-Peer': '192.0.2.2' });
      await post(app, view(4), { 'Test-Peer': '192.0.2.1', 'User-Agent': `${CHROME} Edg/126.0` });
      now += 24 * HOUR;
      await post(app, view(5), { 'Test-Peer': '192.0.2.1' });
      expect(await visitors()).toHaveLength(4);
    });

    it('leaves its address and its user agent nowhere', async () => {
      await post(open({ peerOf }), view(1), { 'Test-Peer': '192.0.2.1' });
      const [kept] = await store.touchpointsOf(
        'shop',
        (await store.latest('shop', { from: 0, limit: 1 }))[0]!.person,
      );
      const written = JSON.stringify([
        kept,
        await store.list(''),
        await store.auditLog({ limit: 9 }),
      ]);
      expect(written).not.toContain('192.0.2.1');
      expect(written).not.toContain('AppleWebKit');
    });

    it('is joined to no user, be it told one', async () => {
      await post(open(), batch([sent(1, 'login')], { visitor: '', user: 'u1' }));
      expect(await store.personsNamed('shop', 'u1')).toEqual([]);
      expect(await visitors()).toHaveLength(1);
    });

    it('is any browser that asks not to be followed', async () => {
      const body = batch([sent(1, 'page_view')], { user: 'u1' });
      await post(open(), body, { 'Sec-GPC': '1' });
      expect(await visitors()).toEqual([expect.stringMatching(/^day:/)]);
      expect(await store.personsNamed('shop', 'u1')).toEqual([]);
    });
  });

  it('stores nothing of a shopper who said no, and says so', async () => {
    const response = await post(open(), batch([sent(1, 'page_view')], { consent: 'denied' }));
    expect(await response.json()).toEqual({
      accepted: 0,
      duplicates: 0,
      rejected: [{ id: uuid(1), reason: 'consent_denied' }],
    });
    expect((await store.counts('shop')).touchpoints).toBe(0);
  });

  it('keeps an e-mail address as a hash only, and joins by it', async () => {
    const app = open();
    await post(app, batch([sent(1, 'login')], { user: 'Ann@shop.example' }));
    await post(app, batch([sent(2, 'login')], { visitor: 'v2', user: 'ann@SHOP.example' }));
    const { persons } = await store.counts('shop');
    expect(persons).toBe(1);
    expect(JSON.stringify(await store.latest('shop', { from: 0, limit: 9 }))).not.toMatch(/ann@/i);
  });

  it('names a user that is none', async () => {
    const answer = (await (
      await post(open(), batch([sent(1, 'page_view')], { user: 'guest' }))
    ).json()) as BatchAnswer;
    expect(answer.adjusted).toEqual([
      { id: uuid(1), reason: 'user: expected the id of a user, got "guest"' },
    ]);
  });

  describe('limits', () => {
    const limits = { addressPerSecond: 1, addressBurst: 2, sitePerSecond: 1, siteBurst: 4 };
    const knock = (app: Hono, headers: Record<string, string>) => post(app, batch([]), headers);
    const statuses = async (app: Hono, all: readonly Record<string, string>[]) => {
      const seen: number[] = [];
      for (const headers of all) seen.push((await knock(app, headers)).status);
      return seen;
    };
    const of = (...peers: string[]) => peers.map((peer) => ({ 'Test-Peer': peer }));

    it('hold an address, not its neighbour, and say when to come back', async () => {
      const app = open({ peerOf, limits });
      const peers = of('192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2');
      expect(await statuses(app, peers)).toEqual([200, 200, 429, 200]);

      const refused = await knock(app, { 'Test-Peer': '192.0.2.1' });
      expect(refused.headers.get('Retry-After')).toBe('1');
      expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(refused.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
      now += 1000;
      expect((await knock(app, { 'Test-Peer': '192.0.2.1' })).status).toBe(200);
    });

    it('take all addresses of one IPv6 network for one', async () => {
      const app = open({ peerOf, limits });
      const peers = of('2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1');
      expect(await statuses(app, peers)).toEqual([200, 200, 429, 200]);
    });

    it('are fooled by no forged header behind a proxy, nor without one', async () => {
      const forged = (proxies: number) =>
        statuses(
          open({ peerOf, limits, proxy: { proxies } }),
          ['1.1.1.1', '2.2.2.2', '3.3.3.3'].map((fake) => ({
            'Test-Peer': '10.0.0.1',
            'X-Forwarded-For': `${fake}, 203.0.113.9`,
          })),
        );
      expect(await forged(1)).toEqual([200, 200, 429]);
      const direct = ['1.1.1.1', '2.2.2.2', '3.3.3.3'].map((fake) => ({
        'Test-Peer': '203.0.113.9',
        'X-Forwarded-For': fake,
      }));
      expect(await statuses(open({ peerOf, limits }), direct)).toEqual([200, 200, 429]);
    });

    it('hold a site, from however many addresses', async () => {
      const app = open({ peerOf, limits });
      const peers = of('192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5');
      expect(await statuses(app, peers)).toEqual([200, 200, 200, 200, 429]);
    });

    it('don’t hold a server with a key, but one that guesses keys', async () => {
      const app = open({ peerOf, limits });
      const secret = await grant(store, 'token', { scope: 'write' });
      const server = { 'Test-Peer': '192.0.2.1', Authorization: `Bearer ${secret}` };
      expect(await statuses(app, [server, server, server])).toEqual([200, 200, 200]);
      const guess = { 'Test-Peer': '192.0.2.9', Authorization: 'Bearer ctk_guess' };
      expect(await statuses(app, [guess, guess, guess])).toEqual([401, 401, 429]);
    });

    it('hold whoever guesses tokens at the sign-in', async () => {
      const app = open({ peerOf, limits: { signInsPerMinute: 2 } });
      const guess = () =>
        app.request('/sign-in', {
          method: 'POST',
          body: new URLSearchParams({ token: 'ctk_guess' }),
          headers: { Origin: 'http://localhost', 'Test-Peer': '192.0.2.1' },
        });
      expect([await guess(), await guess(), await guess()].map(({ status }) => status)).toEqual([
        401, 401, 429,
      ]);
    });
  });

  it.each(['gzip', 'br', 'GZIP', 'deflate, gzip'])(
    'unpacks nothing: %s is 415',
    async (encoding) => {
      const response = await post(open(), batch([]), { 'Content-Encoding': encoding });
      expect(response.status).toBe(415);
    },
  );

  it('cuts a body off that goes on and on, whatever it said of its length', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const response = await open().request('/v1/touchpoints', {
      method: 'POST',
      body,
      headers: { Origin: 'https://shop.example' },
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(1024 * 1024);
  });

  it('turns away what is too much under way, and takes it later', async () => {
    const { promise: disk, resolve: written } = Promise.withResolvers<void>();
    const slow: Store = {
      ...store,
      append: async (writes) => {
        await disk;
        return store.append(writes);
      },
    };
    const app = open({ store: slow, limits: { inFlight: 1 } });
    const first = post(app, batch([sent(1, 'page_view')]));
    const second = await post(app, batch([sent(2, 'page_view')]));
    expect(second.status).toBe(503);
    expect(Number(second.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(second.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');

    written();
    expect((await first).status).toBe(200);
    expect((await post(app, batch([sent(2, 'page_view')]))).status).toBe(200);
  });

  it('turns away what would wait too long for the disk', async () => {
    const { promise: disk, resolve: written } = Promise.withResolvers<void>();
    const slow: Store = {
      ...store,
      append: async (writes) => {
        await disk;
        return store.append(writes);
      },
    };
    const app = open({ store: slow, limits: { waiting: 1 } });
    const waiting = [1, 2, 3].map((n) => post(app, batch([sent(n, 'page_view')])));
    const statuses = waiting.map(async (response) => (await response).status);
    expect(await statuses[2]).toBe(503);
    written();
    expect(await Promise.all(statuses)).toEqual([200, 200, 503]);
  });

  describe('odd traffic', () => {
    const reasons = async () => (await store.quarantineCounts('shop')).map(({ reason }) => reason);

    it.each([
      ['a crawler', {}, { 'User-Agent': 'Googlebot/2.1' }, ['bot']],
      ['a browser driven by a program', { webdriver: true }, {}, ['webdriver']],
      ['a shopper', {}, {}, []],
    ])('of %s', async (_, rest, headers, expected) => {
      const answer = await post(open(), batch([sent(1, 'page_view')], rest), headers);
      expect(await answer.json()).toMatchObject({ accepted: 1 });
      expect(await reasons()).toEqual(expected);
    });

    it('is not looked for on the developer’s own machine', async () => {
      await saveSite(store, { ...SITE, origins: ['http://localhost:3000'] });
      const headers = { Origin: 'http://localhost:3000', 'User-Agent': 'HeadlessChrome' };
      await post(
        open(),
        batch([sent(1, 'purchase', { params: goods(5) })], { webdriver: true }),
        headers,
      );
      expect(await reasons()).toEqual([]);
    });
  });
});
