import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { type Store, StoreError } from '../../src/store/store.ts';
import { all } from '../import/all.ts';
import { NOW, SITE } from '../touchpoints.ts';
import { MUG, ORDER } from './spec.ts';

const ORIGIN = 'https://shop.example';
const PAGE = { Origin: ORIGIN, 'User-Agent': 'Mozilla/5.0 Chrome/130.0.0.0 Safari/537.36' };
const TP2 = '/com.snowplowanalytics.snowplow/tp2';
const basic = (writeKey: string) => ({ Authorization: `Basic ${btoa(`${writeKey}:`)}` });

const segment = (rest: object = {}) => ({
  type: 'track',
  messageId: 'm1',
  anonymousId: 'a1',
  event: 'Product Added',
  properties: MUG,
  sentAt: new Date(NOW).toISOString(),
  ...rest,
});
const snowplow = (rest: object = {}) => ({
  data: [{ e: 'pv', eid: 'e1', aid: 'shop', duid: 'd1', dtm: String(NOW), ...rest }],
});
const measurement = {
  client_id: '12.34',
  timestamp_micros: NOW * 1000,
  events: [{ name: 'add_to_cart', params: { currency: 'EUR', value: 25 } }],
};

describe('foreign clients', () => {
  let store: Store;
  let app: Hono;
  let token: string;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    token = await grant(store, 'token', { scope: 'write' });
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
  });
  afterEach(() => store.close());

  const post = (path: string, body: object | string | Buffer, headers: object = {}, to = app) => {
    const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
    return to.request(path, {
      method: 'POST',
      body: isRaw ? new Uint8Array(Buffer.from(body)) : JSON.stringify(body),
      headers: { 'Content-Type': 'text/plain', ...headers },
    });
  };
  const stored = async () => (await all(store.touchpoints(SITE.id))).items;
  const types = async () => (await stored()).map(({ type }) => type);

  describe('of Segment and RudderStack', () => {
    it.each([
      ['/v1/batch', { batch: [segment()] }, 'add_to_cart'],
      ['/v1/b', { batch: [segment()] }, 'add_to_cart'],
      ['/v1/import', { batch: [segment()] }, 'add_to_cart'],
      ['/v1/track', segment({ type: undefined }), 'add_to_cart'],
      ['/v1/t', segment({ type: undefined }), 'add_to_cart'],
      ['/v1/page', segment({ type: undefined }), 'page_view'],
      ['/v1/p', segment({ type: undefined }), 'page_view'],
      ['/v1/screen', segment({ type: undefined }), 'screen_view'],
      ['/v1/s', segment({ type: undefined }), 'screen_view'],
      ['/v1/identify', segment({ type: undefined, userId: 'u1' }), 'identify'],
      ['/v1/i', segment({ type: undefined, userId: 'u1' }), 'identify'],
      ['/v1/alias', segment({ type: undefined, userId: 'u1' }), 'identify'],
      ['/v1/a', segment({ type: undefined, userId: 'u1' }), 'identify'],
      ['/v1/group', segment({ type: undefined, groupId: 'g1' }), undefined],
      ['/v1/g', segment({ type: undefined, groupId: 'g1' }), undefined],
    ])('post to %s', async (path, body, type) => {
      const response = await post(path, body, { ...PAGE, ...basic('shop') });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ success: true });
      expect(await types()).toEqual(type === undefined ? [] : [type]);
    });

    it('may say their write key in the body', async () => {
      expect((await post('/v1/t', segment({ writeKey: 'shop' }), PAGE)).status).toBe(200);
      expect(await types()).toEqual(['add_to_cart']);
    });

    it.each([
      ['no write key', {}, PAGE, 401],
      ['an unknown site', basic('elsewhere'), PAGE, 401],
      ['a wrong secret', basic('shop:ctk_wrong'), {}, 401],
      ['a header that is no base64', { Authorization: 'Basic ???' }, PAGE, 401],
      ['the public key and no page', basic('shop'), {}, 403],
      ['the public key and another page', basic('shop'), { Origin: 'https://evil.example' }, 403],
    ])('are refused with %s', async (_, key, headers, status) => {
      expect((await post('/v1/t', segment(), { ...headers, ...key })).status).toBe(status);
      expect(await stored()).toEqual([]);
    });

    it('are believed as servers with a secret key, for one site or by its name', async () => {
      const order = { event: 'Order Completed', properties: ORDER, userId: 'u1' };
      await post('/v1/track', segment({ ...order, messageId: 'm1' }), basic(token));
      await post('/v1/track', segment({ ...order, messageId: 'm2' }), basic(`shop:${token}`));
      expect(await stored()).toMatchObject([
        { type: 'purchase', user: 'u1', confirmed: true },
        { type: 'purchase', user: 'u1', confirmed: true },
      ]);
    });

    it('hear which message was not stored, by the name they gave it', async () => {
      const batch = [
        segment(),
        segment({ messageId: 'm2', event: '' }),
        segment({ messageId: 'm3', anonymousId: undefined }),
      ];
      const response = await post('/v1/batch', { batch }, basic(token));
      expect(await response.json()).toEqual({
        success: true,
        rejected: [
          { id: 'm2', reason: 'event: expected a name, got none' },
          { id: 'm3', reason: 'expected a `visitor` or a `user`, got neither' },
        ],
      });
      expect(await types()).toEqual(['add_to_cart']);
    });

    it('send the same message as often as they like', async () => {
      for (let i = 0; i < 3; i++) await post('/v1/t', segment(), { ...PAGE, ...basic('shop') });
      expect(await stored()).toHaveLength(1);
    });

    it('speak for two people from one page, who stay two', async () => {
      const batch = [
        segment({ messageId: 'm1' }),
        segment({ messageId: 'm2', userId: 'u1' }),
        segment({ messageId: 'm3', anonymousId: 'a2' }),
      ];
      await post('/v1/b', { batch }, { ...PAGE, ...basic('shop') });
      expect((await stored()).map(({ visitor, user }) => [visitor, user]).sort()).toEqual([
        ['a1', undefined],
        ['a1', 'u1'],
        ['a2', undefined],
      ]);
    });

    it('may have a wrong clock', async () => {
      const slow = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
      const message = segment({ timestamp: slow(125), sentAt: slow(120) });
      await post('/v1/t', message, { ...PAGE, ...basic('shop') });
      expect((await stored())[0]?.at).toBe(NOW - 5 * 60_000);
    });

    it('leave no trace where the shopper asks for none', async () => {
      await post('/v1/t', segment({ anonymousId: 'a1-b2-c3', userId: 'u1' }), {
        ...PAGE,
        ...basic('shop'),
        'Sec-GPC': '1',
      });
      const [told, ...others] = await stored();
      expect(others).toEqual([]);
      expect(told?.visitor).toMatch(/.{8}/);
      expect(told?.visitor).not.toContain('a1-');
      expect(told).not.toHaveProperty('user');
    });

    it('may pack what they send, whatever they call it', async () => {
      const response = await post('/v1/batch', gzipSync(JSON.stringify({ batch: [segment()] })), {
        ...basic(token),
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Encoding': 'gzip',
      });
      expect(response.status).toBe(200);
      expect(await types()).toEqual(['add_to_cart']);
    });

    it.each([
      ['no JSON', 'hello', 400],
      ['nothing that makes sense', '{}', 400],
      ['damaged gzip', Buffer.from([0x1f, 0x8b, 1, 2, 3]), 400],
      ['a bomb', gzipSync('x'.repeat(600_000)), 413],
      ['a megabyte', `"${'x'.repeat(1 << 20)}"`, 413],
    ])('are refused with %s', async (_, body, status) => {
      expect((await post('/v1/batch', body, basic(token))).status).toBe(status);
      expect(await stored()).toEqual([]);
    });

    it('learn where to send, if there is such a site', async () => {
      const settings = await app.request('https://c.shop.example/v1/projects/shop/settings');
      expect(await settings.json()).toMatchObject({
        integrations: {
          'Segment.io': { apiKey: 'shop', apiHost: 'c.shop.example/v1', protocol: 'https' },
        },
      });
      expect(settings.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect((await app.request('/v1/projects/elsewhere/settings')).status).toBe(404);

      const config = await app.request('/sourceConfig/?p=npm&writeKey=shop');
      expect(await config.json()).toMatchObject({ source: { enabled: true, destinations: [] } });
      expect((await app.request('/sourceConfig/?writeKey=elsewhere')).status).toBe(404);
    });

    it('learn to send by TLS from behind a proxy that ends it', async () => {
      const settings = await app.request('http://c.shop.example/v1/projects/shop/settings', {
        headers: { 'X-Forwarded-Proto': 'https' },
      });
      expect(await settings.text()).toContain('"protocol":"https"');
    });
  });

  describe('of Snowplow', () => {
    it('hear "ok", or get their pixel', async () => {
      const posted = await post(TP2, snowplow(), PAGE);
      expect([posted.status, await posted.text()]).toEqual([200, 'ok']);

      const got = await app.request(`/i?e=pv&eid=e2&aid=shop&duid=d1&dtm=${NOW}`, {
        headers: PAGE,
      });
      expect([got.status, got.headers.get('Content-Type')]).toEqual([200, 'image/gif']);
      expect(await types()).toEqual(['page_view', 'page_view']);
    });

    it('come from the page that the referrer names, where a pixel names no origin', async () => {
      const from = (Referer: string) =>
        app.request('/i?e=pv&eid=e2&aid=shop&duid=d1', { headers: { Referer } });
      expect((await from('https://evil.example/shop.example')).status).toBe(403);
      expect((await from(`${ORIGIN}/p/mug`)).status).toBe(200);
      // Only of a pixel: whoever posts says the origin.
      const posted = await post(TP2, snowplow({ eid: 'e3' }), { Referer: `${ORIGIN}/` });
      expect(posted.status).toBe(403);
    });

    it('may send cookies along, and none are asked for', async () => {
      const preflight = await app.request(TP2, {
        method: 'OPTIONS',
        headers: { Origin: ORIGIN, 'Access-Control-Request-Method': 'POST' },
      });
      expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
      expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBe('true');
      const posted = await post(TP2, snowplow(), { ...PAGE, Cookie: 'cartograph_session=x' });
      expect(posted.headers.get('Set-Cookie')).toBeNull();
      expect(posted.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    });

    it.each([
      ['no app id', snowplow({ aid: undefined }), PAGE, 401],
      ['an unknown one', snowplow({ aid: 'elsewhere' }), PAGE, 401],
      ['a wrong secret', snowplow({ aid: 'shop:ctk_wrong' }), {}, 401],
      ['another page', snowplow(), { Origin: 'https://evil.example' }, 403],
      ['no list', { data: 7 }, PAGE, 400],
      ['nothing that makes sense', snowplow({ e: 'xx' }), PAGE, 400],
    ])('are refused with %s', async (_, body, headers, status) => {
      expect((await post(TP2, body, headers)).status).toBe(status);
      expect(await stored()).toEqual([]);
    });
  });

  describe('of GA4', () => {
    const collect = (query: string, headers: object = {}) =>
      post(`/mp/collect?${query}`, measurement, headers);

    it('send the same body again, and it is stored once', async () => {
      const query = `measurement_id=shop&api_secret=${token}`;
      const answers = [await collect(query), await collect(query)];
      expect(answers.map(({ status }) => status)).toEqual([204, 204]);
      expect(await stored()).toMatchObject([
        { type: 'add_to_cart', visitor: '12.34', params: { value: 25 } },
      ]);
    });

    it.each(['shop', 'G-SHOP', 'g-shop'])('may call the site %s', async (id) => {
      expect((await collect(`measurement_id=${id}&api_secret=${token}`)).status).toBe(204);
    });

    it.each([
      ['no site', 'measurement_id=', {}, 401],
      ['an unknown one', 'measurement_id=G-NONE', PAGE, 401],
      ['a wrong secret', 'measurement_id=shop&api_secret=ctk_wrong', {}, 401],
      ['no secret and no page', 'measurement_id=shop', {}, 403],
      [
        'no secret and another page',
        'measurement_id=shop',
        { Origin: 'https://evil.example' },
        403,
      ],
    ])('are refused with %s', async (_, query, headers, status) => {
      expect((await collect(query, headers)).status).toBe(status);
      expect(await stored()).toEqual([]);
    });

    it('send from a browser, by GET and by POST', async () => {
      const query = 'v=2&tid=G-SHOP&cid=12.34&_p=1';
      const got = await app.request(`/g/collect?${query}&_s=1&en=page_view`, { headers: PAGE });
      const posted = await post(`/g/collect?${query}&_s=2`, 'en=view_item&pr1=idMUG-B', PAGE);
      expect([got.status, posted.status]).toEqual([204, 204]);
      expect((await types()).sort()).toEqual(['page_view', 'view_item']);
    });
  });

  describe('that ask too much', () => {
    const few = { addressPerSecond: 1, addressBurst: 4, sitePerSecond: 100, siteBurst: 100 };
    const limited = () =>
      createCollector({
        store,
        tracker: {},
        now: () => NOW,
        log: () => {},
        peerOf: () => '203.0.113.7',
        limits: few,
      });

    it('wait, before anything they sent is unpacked', async () => {
      const to = limited();
      const bomb = gzipSync('x'.repeat(600_000));
      const answers: Response[] = [];
      for (let i = 0; i < 6; i++) answers.push(await post('/v1/b', bomb, basic('shop'), to));
      expect(answers[0]?.status).toBe(413);
      expect(answers.at(-1)?.status).toBe(429);
      expect(Number(answers.at(-1)?.headers.get('Retry-After'))).toBeGreaterThan(0);
    });

    it('do not wait with a secret key', async () => {
      const to = limited();
      const answers: number[] = [];
      for (let i = 0; i < 8; i++) {
        answers.push(
          (await post('/v1/t', segment({ messageId: `m${i}` }), basic(token), to)).status,
        );
      }
      expect(new Set(answers)).toEqual(new Set([200]));
    });
  });

  it('hear that the store is out of reach, and when to come back', async () => {
    const broken = createCollector({
      store: {
        ...store,
        append: async () => {
          throw new StoreError('disk full');
        },
      },
      tracker: {},
      now: () => NOW,
      log: () => {},
    });
    for (const response of [
      await post('/v1/t', segment(), { ...PAGE, ...basic('shop') }, broken),
      await post(TP2, snowplow(), PAGE, broken),
      await post(`/mp/collect?measurement_id=shop&api_secret=${token}`, measurement, {}, broken),
    ]) {
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    }
  });
});
