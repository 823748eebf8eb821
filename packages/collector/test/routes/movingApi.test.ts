import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant, type Scope } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, NOW, SITE, stored } from '../touchpoints.ts';

describe('the routes by which a site moves', () => {
  let store: Store;
  let app: Hono;
  let log: string[];

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    log = [];
    await saveSite(store, SITE);
    const touchpoints = [stored(1, 'add_to_cart', { params: goods(10) })];
    await store.append([{ site: SITE, touchpoints }]);
    app = createCollector({ store, tracker: {}, now: () => NOW, log: (line) => log.push(line) });
  });
  afterEach(() => store.close());

  const ask = async (path: string, init: RequestInit = {}, scope: Scope = 'admin') =>
    app.request(`/api/sites/${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${await grant(store, 'token', { scope })}` },
    });
  const header = (site: unknown) =>
    JSON.stringify({ cartograph: 'export', format: 1, site, exportedAt: NOW });

  it.each([
    ['a number of parts that is none', 'shop/export?parts=many'],
    ['no parts at all', 'shop/export?parts=0'],
    ['a place that no seal named', 'shop/export?after=somewhere&sha256=x'],
    ['a time that is none', 'shop/export?since=yesterday'],
    ['a moment that is none', 'shop/checksum?asOf=soon'],
  ])('refuse %s, and say what was expected', async (_, path) => {
    const response = await ask(path);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/^Expected .*got /) });
  });

  it.each([
    ['nothing of a site that is not known', '{"id":"x"}'],
    ['a header whose site has an odd name', header({ id: 'new', name: 5 })],
    ['a header whose site has odd origins', header({ id: 'new', origins: 'all' })],
    ['a header whose site has an odd currency', header({ id: 'new', currency: ['EUR'] })],
    ['a header whose site waits for ever', header({ id: 'new', abandonedAfterMs: 'long' })],
  ])('refuse %s', async (_, body) => {
    const response = await ask('new/import', { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/^Expected /) });
    expect(log).toEqual([]);
  });

  it('take what can be read of any lines, and tell the rest by its line', async () => {
    const lines = [
      'null',
      '[]',
      '{',
      '{"cartograph":"?"}',
      '{"cartograph":"setting","name":"site"}',
    ];
    const response = await ask('shop/import', { method: 'POST', body: lines.join('\n') });
    expect(response.status).toBe(200);
    const { problems } = (await response.json()) as { problems: { line: number }[] };
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  });

  it('keep no place that is longer than any is', async () => {
    const body = 'x'.repeat(100_000);
    expect((await ask('shop/import/import:0a', { method: 'PUT', body })).status).toBe(413);
  });

  it('are an admin’s only, and write down who took everything', async () => {
    expect((await ask('shop/export', {}, 'write')).status).toBe(403);
    expect((await ask('shop/import', { method: 'POST', body: '' }, 'read')).status).toBe(403);
    expect((await ask('shop/checksum', {}, 'read')).status).toBe(403);
    const response = await ask('shop/export');
    expect((await response.text()).trim().split('\n').at(-1)).toMatch(/^\{"cartograph":"end"/);
    expect(await store.auditLog({ site: 'shop', limit: 9 })).toMatchObject([
      { action: 'site.export' },
    ]);
  });
});
