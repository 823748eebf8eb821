import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant, type Scope } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

describe('the pages about how far figures can be trusted', () => {
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
          stored(2, 'page_view', { visitor: 'v2', browser: 'Firefox 140', suspicion: '' }),
          stored(3, 'purchase', { visitor: 'v2', params: { ...goods(10), transaction_id: 'T1' } }),
        ],
      },
    ]);
  });
  afterEach(() => store.close());

  const signIn = async (scope: Scope) => {
    const code = await grant(store, 'login', { scope, expiresAt: NOW + HOUR });
    const response = await app.request(`/sign-in?code=${code}`);
    return response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  };
  const get = async (path: string, cookie: string) => {
    const response = await app.request(`/sites/shop/${path}`, { headers: { Cookie: cookie } });
    return { status: response.status, html: await response.text() };
  };
  const csrfOf = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
    app.request(`/sites/shop/${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: 'http://localhost', ...headers },
    });

  it.each([
    ['delivery', 'Firefox 140'],
    ['orders', 'T1'],
    ['quarantine', 'A crawler'],
    ['people', 'What is kept of a person'],
    ['audit', 'Nothing was done yet'],
  ])('shows %s to an admin', async (path, words) => {
    const { status, html } = await get(path, await signIn('admin'));
    expect(status).toBe(200);
    expect(html).toContain(words);
  });

  it.each(['people', 'audit'])('shows %s to nobody else', async (path) => {
    expect((await get(path, await signIn('read'))).status).toBe(403);
    const stranger = await app.request(`/sites/shop/${path}`);
    expect(stranger.headers.get('Location')).toMatch(/^\/sign-in/);
  });

  it.each(['delivery', 'orders'])('says what was wrong with the address of %s', async (path) => {
    const { status, html } = await get(`${path}?from=soon`, await signIn('read'));
    expect(status).toBe(400);
    expect(html).toContain('Expected a date');
  });

  it('releases and leaves to the rules by a form', async () => {
    const Cookie = await signIn('admin');
    const csrf = csrfOf((await get('quarantine', Cookie)).html);
    const decide = (decision: string, visitor = 'v1') =>
      post('quarantine', { csrf, decision, visitor }, { Cookie });

    expect((await decide('release')).status).toBe(303);
    expect(await store.quarantineCounts('shop')).toEqual([]);
    expect((await get('quarantine', Cookie)).html).toContain('Released');
    await decide('judge');
    expect(await store.quarantineCounts('shop')).toHaveLength(1);
    expect((await decide('hold', 'nobody')).status).toBe(404);
  });

  it.each([
    ['without the session’s token', { csrf: '' }, {}],
    ['with another session’s token', { csrf: 'x'.repeat(43) }, {}],
    ['from another site', {}, { Origin: 'https://evil.example' }],
    ['with a decision that there is none of', { decision: 'constructor' }, {}],
  ])('decides nothing %s', async (_, fields, headers) => {
    const Cookie = await signIn('admin');
    const csrf = csrfOf((await get('quarantine', Cookie)).html);
    const form = { csrf, decision: 'release', visitor: 'v1', ...fields };
    const response = await post('quarantine', form, { Cookie, ...headers });
    expect(response.status).toBe(403);
    expect(await store.verdicts('shop')).toEqual([]);
  });

  it('lets a reader read, and decide nothing', async () => {
    const Cookie = await signIn('read');
    const { html } = await get('quarantine', Cookie);
    expect(html).not.toContain('value="release"');
    const form = { csrf: csrfOf(html), decision: 'release', visitor: 'v1' };
    expect((await post('quarantine', form, { Cookie })).status).toBe(403);
    expect((await post('people', { ...form, do: 'forget' }, { Cookie })).status).toBe(403);
  });

  it('finds, gives out and forgets a person, and only when one is sure', async () => {
    const Cookie = await signIn('admin');
    const csrf = csrfOf((await get('people', Cookie)).html);
    const send = async (fields: Record<string, string>) => {
      const response = await post('people', { csrf, ...fields }, { Cookie });
      return { status: response.status, text: await response.text(), headers: response.headers };
    };

    expect((await send({ do: 'find', name: 'T1' })).text).toContain('v:v2');
    const file = await send({ do: 'export', person: 'v:v2' });
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
    expect(JSON.parse(file.text).touchpoints).toHaveLength(2);
    expect((await send({ do: 'forget', person: 'v:v2' })).status).toBe(403);
    expect((await send({ do: 'forget', person: 'v:v2', sure: 'on' })).text).toContain(
      'Forgotten: 2',
    );
    expect((await send({ do: 'find', name: 'T1' })).text).toContain('Nobody here');
    expect((await get('audit', Cookie)).html).toContain('person.forget');
  });
});
