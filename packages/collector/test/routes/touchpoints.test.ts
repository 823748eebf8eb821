import type { BatchAnswer } from '@cartograph/journey';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { type Store, StoreError } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, sent, uuid } from '../touchpoints.ts';

const ORIGIN = 'https://shop.example';

describe('POST /v1/touchpoints', () => {
  let store: Store;
  let app: Hono;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
  });
  afterEach(() => store.close());

  const batch = (touchpoints: unknown, rest: object = {}) =>
    JSON.stringify({ site: 'shop', sentAt: NOW, visitor: 'v1', touchpoints, ...rest });

  const post = (body: string, headers: Record<string, string> = {}, to = app) =>
    to.request('/v1/touchpoints', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'text/plain', Origin: ORIGIN, ...headers },
    });

  const stored = async (person = 'v:v1') => store.touchpointsOf('shop', person);

  it('answers once what it accepted is stored', async () => {
    const response = await post(batch([sent(1, 'add_to_cart', { params: goods(19.9) })]));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ accepted: 1, duplicates: 0, rejected: [] });
    expect(await stored()).toMatchObject([{ id: uuid(1), visitor: 'v1', receivedAt: NOW }]);
  });

  it('lets the page read the answer, and when to come back', async () => {
    const response = await post(batch([]));
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
  });

  it('keeps nine of ten and names the one', async () => {
    const ten = Array.from({ length: 10 }, (_, n) => sent(n + 1, 'page_view'));
    ten[4] = { ...ten[4]!, at: Number.NaN };
    const answer = (await (await post(batch(ten))).json()) as BatchAnswer;

    expect(answer).toMatchObject({ accepted: 9, duplicates: 0 });
    expect(answer.rejected).toEqual([
      { id: uuid(5), reason: 'at: expected epoch milliseconds, got null' },
    ]);
    expect(await stored()).toHaveLength(9);
  });

  it('leaves a field out that makes no sense, keeps the order, and says so', async () => {
    const purchase = sent(1, 'purchase', {
      params: { transaction_id: 'T1', value: 'a lot', items: 7 } as never,
    });
    const page = sent(2, 'page_view', { at: NOW });
    const answer = (await (await post(batch([purchase, page]))).json()) as BatchAnswer;

    expect(answer.accepted).toBe(2);
    expect(answer.adjusted?.map(({ reason }) => reason)).toEqual([
      'params.value: expected a decimal number, got "a lot"',
      'params.items: expected a list of items, got 7',
    ]);
    expect((await stored())[0]?.params).toEqual({ transaction_id: 'T1' });
  });

  it.each([
    ['no JSON', 'hello', 'Expected a batch as JSON'],
    ['cut JSON', batch([sent(1, 'page_view')]).slice(0, -9), 'Expected a batch as JSON'],
    ['a list', '[]', 'Expected a batch object, got []'],
    ['nothing', '', 'Expected a batch as JSON'],
    ['no touchpoints', '{"site":"shop"}', 'touchpoints: expected a list, got undefined'],
    ['no visitor', batch([], { visitor: null }), 'visitor: expected an id, got null'],
    ['no clock', batch([], { sentAt: 'now' }), 'sentAt: expected epoch milliseconds, got "now"'],
    [
      'a thousand and one',
      batch(Array(1001).fill(null)),
      'touchpoints: expected at most 1000, got 1001',
    ],
  ])('refuses %s with what it expected', async (_, body, error) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toContain(error);
  });

  it('refuses a body of a megabyte', async () => {
    const response = await post(batch([sent(1, 'page_view', { title: 'x'.repeat(1 << 20) })]));
    expect(response.status).toBe(413);
    expect(await stored()).toEqual([]);
  });

  it('refuses one touchpoint that is too large and keeps its neighbour', async () => {
    const params = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`list_${n}`, Array(2).fill('x'.repeat(500))]),
    );
    const answer = (await (
      await post(batch([sent(1, 'page_view', { params }), sent(2, 'page_view')]))
    ).json()) as BatchAnswer;
    expect(answer.accepted).toBe(1);
    expect(answer.rejected[0]).toMatchObject({
      id: uuid(1),
      reason: expect.stringContaining('too_large'),
    });
  });

  it('refuses a site it does not know', async () => {
    const response = await post(batch([sent(1, 'page_view')], { site: 'elsewhere' }));
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'Unknown site "elsewhere"' });
  });

  it.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['one that only begins like it', { Origin: 'https://shop.example.evil.tld' }],
    ['another scheme', { Origin: 'http://shop.example' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['no origin', { Origin: '' }],
  ])('refuses %s', async (_, headers) => {
    expect((await post(batch([sent(1, 'page_view')]), headers)).status).toBe(403);
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['a right clock', 0, NOW - HOUR],
    ['a slow network', 59_000, NOW - HOUR],
    ['a clock that is half an hour slow', HOUR / 2, NOW - HOUR / 2],
    ['a clock that is two hours fast', -2 * HOUR, NOW - 3 * HOUR],
  ])('puts a touchpoint from %s where it happened', async (_, behindMs, at) => {
    await post(batch([sent(1, 'page_view')], { sentAt: NOW - behindMs }));
    expect((await stored())[0]?.at).toBe(at);
  });

  it('lets nothing happen in the future', async () => {
    await post(batch([sent(1, 'page_view', { at: NOW + 30_000 })]));
    expect((await stored())[0]?.at).toBe(NOW);
  });

  it('refuses what is older than the site keeps', async () => {
    await saveSite(store, { ...SITE, retentionDays: 30 });
    const answer = (await (
      await post(batch([sent(1, 'page_view', { at: NOW - 31 * 24 * HOUR }), sent(2, 'page_view')]))
    ).json()) as BatchAnswer;
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ id: uuid(1) }] });
    expect(answer.rejected[0]?.reason).toMatch(/^too_old/);
  });

  it('reads the device out of the user agent', async () => {
    const agent =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
    await post(batch([sent(1, 'page_view')]), { 'User-Agent': agent });
    expect((await stored())[0]?.device).toBe('mobile');
  });

  describe('with a secret key', () => {
    const asServer = async (scope: 'read' | 'write') => ({
      Origin: '',
      Authorization: `Bearer ${await grant(store, 'token', { scope })}`,
    });

    it('takes any channel, for any user, and confirmed orders', async () => {
      const sale = { ...sent(1, 'purchase', { channel: 'store', confirmed: true }), user: 'u1' };
      const body = JSON.stringify({ site: 'shop', touchpoints: [sale] });
      expect((await post(body, await asServer('write'))).status).toBe(200);
      expect(await stored('u:u1')).toMatchObject([
        { channel: 'store', confirmed: true, user: 'u1' },
      ]);
    });

    it('refuses a touchpoint that is nobody’s', async () => {
      const body = JSON.stringify({ site: 'shop', touchpoints: [sent(1, 'purchase')] });
      const answer = (await (await post(body, await asServer('write'))).json()) as BatchAnswer;
      expect(answer.rejected).toEqual([
        { id: uuid(1), reason: 'expected a `visitor` or a `user`, got neither' },
      ]);
    });

    it('refuses a key that may only read, and one it does not know', async () => {
      expect((await post(batch([]), await asServer('read'))).status).toBe(401);
      expect((await post(batch([]), { Authorization: 'Bearer ctk_nonsense' })).status).toBe(401);
    });

    it('believes no browser that vouches for itself', async () => {
      const claim = {
        ...sent(1, 'purchase', { channel: 'store', confirmed: true }),
        visitor: 'v9',
      };
      await post(batch([claim, sent(2, 'page_view', { at: NOW })]));
      expect(await stored('v:v9')).toEqual([]);
      expect((await stored())[0]).not.toHaveProperty('confirmed');
      expect((await stored())[0]).not.toHaveProperty('channel');
    });
  });

  describe('with the store out of reach', () => {
    const broken = (error: Error, times: number) => {
      let left = times;
      return createCollector({
        store: {
          ...store,
          append: async (writes) => {
            if (left-- > 0) throw error;
            return store.append(writes);
          },
        },
        tracker: {},
        now: () => NOW,
        log: () => {},
      });
    };

    it('says when to come back, and takes the batch then', async () => {
      const flaky = broken(new StoreError('disk full'), 1);
      const body = batch([sent(1, 'page_view')]);
      const refused = await post(body, {}, flaky);
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(await stored()).toEqual([]);

      expect((await post(body, {}, flaky)).status).toBe(200);
      expect(await stored()).toHaveLength(1);
    });

    it('stores the neighbours of a write that fails for a reason of its own', async () => {
      const poisoned = createCollector({
        store: {
          ...store,
          append: async (writes) => {
            const bad = writes.some(({ touchpoints }) =>
              touchpoints.some(({ id }) => id === uuid(1)),
            );
            if (bad) throw new Error('poison');
            return store.append(writes);
          },
        },
        tracker: {},
        now: () => NOW,
        log: () => {},
      });
      const answers = await Promise.all(
        [1, 2, 3].map((n) => post(batch([sent(n, 'page_view')]), {}, poisoned)),
      );
      expect(answers.map(({ status }) => status)).toEqual([500, 200, 200]);
      expect(await stored()).toHaveLength(2);
    });
  });

  describe('from a country', () => {
    const countries = async (headers: Record<string, string>, countryHeader?: string) => {
      const behind = createCollector({
        store,
        tracker: {},
        now: () => NOW,
        proxy: { countryHeader },
      });
      expect((await post(batch([sent(1, 'page_view')]), headers, behind)).status).toBe(200);
      return (await stored()).map(({ country }) => country);
    };

    it.each([
      ['the proxy says', 'DE', 'DE'],
      ['is no country', 'XX', undefined],
      ['is not two letters', '<b>', undefined],
      ['is empty', '', undefined],
    ])('keeps what %s', async (_, told, expected) => {
      expect(await countries({ 'CF-IPCountry': told }, 'CF-IPCountry')).toEqual([expected]);
    });

    it('believes no header that it was not told of', async () => {
      expect(await countries({ 'CF-IPCountry': 'DE' })).toEqual([undefined]);
    });

    it('believes no browser', async () => {
      expect((await post(batch([{ ...sent(1, 'page_view'), country: 'DE' }]))).status).toBe(200);
      expect(await stored()).toEqual([expect.not.objectContaining({ country: 'DE' })]);
    });

    it('takes a server’s word, and not where the server stands', async () => {
      const secret = await grant(store, 'token', { scope: 'write' });
      const headers = { Authorization: `Bearer ${secret}`, 'CF-IPCountry': 'US' };
      const behind = createCollector({
        store,
        tracker: {},
        now: () => NOW,
        proxy: { countryHeader: 'CF-IPCountry' },
      });
      const told = batch([sent(1, 'page_view'), { ...sent(2, 'page_view'), country: 'KR' }]);
      expect((await post(told, headers, behind)).status).toBe(200);
      expect((await stored()).map(({ country }) => country)).toEqual([undefined, 'KR']);
    });

    it('can be asked for that country', async () => {
      const read = await grant(store, 'token', { scope: 'read' });
      const behind = createCollector({
        store,
        tracker: {},
        now: () => NOW,
        proxy: { countryHeader: 'CF-IPCountry' },
      });
      const add = (n: number, visitor: string, country: string) =>
        post(
          batch([sent(n, 'add_to_cart', { params: goods(5) })], { visitor }),
          { 'CF-IPCountry': country },
          behind,
        );
      await add(1, 'v1', 'DE');
      await add(2, 'v2', 'DE');
      await add(3, 'v3', 'KR');
      const created = async (country: string) => {
        const response = await behind.request(
          `/api/sites/shop/abandonment?period=all&by=country${country}`,
          { headers: { Authorization: `Bearer ${read}` } },
        );
        const { carts, breakdown } = (await response.json()) as {
          carts: { created: number };
          breakdown: { rows: { value: string; created: number }[] };
        };
        return [carts.created, breakdown.rows.map(({ value, created }) => [value, created])];
      };
      expect(await created('')).toEqual([
        3,
        expect.arrayContaining([
          ['DE', 2],
          ['KR', 1],
        ]),
      ]);
      expect(await created('&country=DE')).toEqual([2, [['DE', 2]]]);
    });
  });

  it('commits what arrives together at once', async () => {
    let commits = 0;
    const counting = createCollector({
      store: {
        ...store,
        append: async (writes) => {
          commits++;
          return store.append(writes);
        },
      },
      tracker: {},
      now: () => NOW,
    });
    const bodies = Array.from({ length: 20 }, (_, n) => batch([sent(n + 1, 'page_view')]));
    const answers = await Promise.all(bodies.map((body) => post(body, {}, counting)));

    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await stored()).toHaveLength(20);
    expect(commits).toBeLessThan(20);
  });
});
