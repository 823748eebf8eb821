import type { DeliveryReport } from '@cartograph/report';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant, type Scope } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { EverythingKept, Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

describe('the API of what can be trusted, and of who is known', () => {
  let store: Store;
  let app: Hono;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
    await store.append([
      {
        site: SITE,
        touchpoints: [
          stored(1, 'add_to_cart', { params: goods(10), browser: 'Chrome 126', suspicion: 'bot' }),
          stored(2, 'page_view', { visitor: 'v2', browser: 'Chrome 126', suspicion: '' }),
          stored(3, 'login', { visitor: 'v2', user: 'u1', at: NOW }),
        ],
      },
    ]);
  });
  afterEach(() => store.close());

  const ask = async (
    method: string,
    path: string,
    { scope = 'admin', body }: { scope?: Scope; body?: unknown } = {},
  ) => {
    const response = await app.request(`/api/sites/shop/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: { Authorization: `Bearer ${await grant(store, 'token', { scope })}` },
    });
    return { status: response.status, json: await response.json() };
  };
  const actions = async () => (await store.auditLog({ limit: 99 })).map(({ action }) => action);

  it('lists what is in quarantine, by reason', async () => {
    const { json } = await ask('GET', 'quarantine', { scope: 'read' });
    expect(json).toMatchObject({
      counts: [{ reason: 'bot', touchpoints: 1, visitors: 1 }],
      visitors: [{ visitor: 'v1', reason: 'bot' }],
      verdicts: [],
    });
    const other = await ask('GET', 'quarantine?reason=speed', { scope: 'read' });
    expect(other.json).toMatchObject({ visitors: [] });
  });

  it('releases, holds, and leaves it to the rules again, and writes that down', async () => {
    const body = { visitor: 'v1' };
    const carts = async () => (await store.carts('shop', { from: 0, to: NOW * 2 })).length;
    expect(await ask('POST', 'quarantine/release', { body })).toEqual({
      status: 200,
      json: { visitor: 'v1', verdict: 'released' },
    });
    expect(await carts()).toBe(1);
    await ask('POST', 'quarantine/hold', { body });
    expect(await carts()).toBe(0);
    await ask('POST', 'quarantine/judge', { body });
    expect(await store.verdicts('shop')).toEqual([]);
    expect(await actions()).toEqual(['quarantine.judge', 'quarantine.hold', 'quarantine.release']);
  });

  it.each([
    ['POST', 'quarantine/hold', { body: { visitor: 'nobody' } }, 404],
    ['POST', 'quarantine/hold', { body: {} }, 400],
    ['POST', 'quarantine/hold', { body: 'v1' }, 400],
    ['POST', 'quarantine/constructor', { body: { visitor: 'v1' } }, 404],
    ['POST', 'quarantine/hold', { body: { visitor: 'v1' }, scope: 'read' }, 403],
    ['POST', 'quarantine/hold', { body: { visitor: 'v1' }, scope: 'write' }, 401],
    ['GET', 'people?name=u1', { scope: 'read' }, 403],
    ['GET', 'people/u:u1', { scope: 'read' }, 403],
    ['DELETE', 'people/u:u1', { scope: 'read' }, 403],
    ['GET', 'audit', { scope: 'read' }, 403],
    ['GET', 'people/u:nobody', {}, 404],
    ['DELETE', 'people/u:nobody', {}, 404],
  ] as const)(
    '%s %s with %j is refused with %i, and nothing happens',
    async (method, path, options, status) => {
      const before = await store.counts('shop');
      const answer = await ask(method, path, options);
      expect(answer.json).toEqual({ error: expect.any(String) });
      expect(answer.status).toBe(status);
      expect(await store.counts('shop')).toEqual(before);
      expect(await actions()).toEqual([]);
    },
  );

  it('finds a person, gives out what is kept, and forgets them', async () => {
    expect((await ask('GET', 'people?name=u1')).json).toEqual({ persons: ['u:u1'] });
    const { json } = await ask('GET', `people/${encodeURIComponent('u:u1')}`);
    expect((json as EverythingKept).touchpoints).toHaveLength(2);
    expect((await ask('DELETE', 'people/u:u1')).json).toEqual({ forgotten: 2 });
    expect((await ask('GET', 'people?name=u1')).json).toEqual({ persons: [] });
    expect((await store.counts('shop')).touchpoints).toBe(1);

    const { json: log } = await ask('GET', 'audit');
    expect(log).toMatchObject({
      entries: [
        { action: 'person.find' },
        { action: 'person.forget', site: 'shop', detail: { touchpoints: 2 } },
        { action: 'person.export' },
        { action: 'person.find', actor: expect.stringMatching(/^token [\w-]{8}$/) },
      ],
    });
    expect(JSON.stringify(log)).not.toContain('u1');
  });

  it('finds a person by an e-mail address that was never kept', async () => {
    await app.request('/v1/touchpoints', {
      method: 'POST',
      headers: { Authorization: `Bearer ${await grant(store, 'token', { scope: 'write' })}` },
      body: JSON.stringify({
        site: 'shop',
        touchpoints: [{ ...stored(9, 'login'), user: 'ann@shop.example' }],
      }),
    });
    const { json } = await ask('GET', 'people?name=Ann%40shop.example');
    expect(json).toEqual({ persons: [expect.stringMatching(/^u:sha256:/)] });
  });

  it('changes nothing by a session alone, which any page could send along', async () => {
    const code = await grant(store, 'login', { scope: 'admin', expiresAt: NOW + HOUR });
    const cookie = (await app.request(`/sign-in?code=${code}`)).headers.get('Set-Cookie') ?? '';
    const response = await app.request('/api/sites/shop/people/u:u1', {
      method: 'DELETE',
      headers: { Cookie: cookie.split(';')[0]! },
    });
    expect(response.status).toBe(401);
    expect((await store.counts('shop')).touchpoints).toBe(3);
  });

  it('measures delivery by browser and by day', async () => {
    const { json } = await ask('GET', 'delivery?period=7d', { scope: 'read' });
    expect(json as DeliveryReport).toMatchObject({
      unit: 'touchpoints',
      total: { pageLoads: 1, delivered: 1, lost: 0 },
      browsers: [{ browser: 'Chrome 126', delivered: 1 }],
      days: [{ day: '2026-11-22', delivered: 1 }],
    });
  });
});
