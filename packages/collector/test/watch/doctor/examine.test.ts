import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../../src/app.ts';
import { saveSite } from '../../../src/sites/site.ts';
import { sqliteStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { examine } from '../../../src/watch/doctor/examine.ts';
import { NOW, SITE } from '../../touchpoints.ts';

const URL_OF_SHOP = new URL('https://shop.example/');
const TAG = '<script async src="https://c.shop.example/c.js" data-site="shop"></script>';

describe(examine.name, () => {
  let store: Store;
  let app: Hono;
  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    app = createCollector({ store, tracker: { 'c.js': '' }, now: () => NOW, log: () => {} });
  });
  afterEach(() => store.close());

  /** A network with a shop and a collector on it. */
  const network =
    (html: string, headers: Record<string, string> = {}): typeof fetch =>
    async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.hostname === 'shop.example') {
        return new Response(html, { headers: { 'Content-Type': 'text/html', ...headers } });
      }
      if (url.hostname === 'c.shop.example') return app.request(url.href, init);
      throw new TypeError('fetch failed', { cause: new Error(`no such host: ${url.hostname}`) });
    };
  const examined = async (html: string, headers: Record<string, string> = {}, rest = {}) =>
    examine({ url: URL_OF_SHOP, ...rest }, network(html, headers));
  const problems = (findings: Awaited<ReturnType<typeof examine>>) =>
    findings.filter(({ ok }) => !ok).map(({ check, found }) => `${check}: ${found}`);

  it('finds a healthy shop healthy, and leaves nothing behind', async () => {
    const findings = await examined(TAG);
    expect(findings.map(({ check, ok }) => [check, ok])).toEqual([
      ['page', true],
      ['tag', true],
      ['policy', true],
      ['script', true],
      ['origin', true],
      ['touchpoint', true],
    ]);
    expect(await store.counts('shop')).toEqual({ touchpoints: 0, journeys: 0, persons: 0 });
    expect(await store.quarantineCounts('shop')).toEqual([]);
    expect(await store.deliveries('shop', { from: 0, to: NOW * 2, settledBefore: 0 })).toEqual([]);
  });

  it('keeps its touchpoint out of the reports while it is there', async () => {
    const seen: unknown[] = [];
    const watched: Store = {
      ...store,
      forget: async (site, person) => {
        seen.push(await store.latest('shop', { from: 0, limit: 1 }));
        seen.push(await store.quarantineCounts('shop'));
        return store.forget(site, person);
      },
    };
    app = createCollector({ store: watched, tracker: { 'c.js': '' }, now: () => NOW });
    expect(problems(await examined(TAG))).toEqual([]);
    expect(seen).toEqual([[], [{ reason: 'bot', touchpoints: 1, visitors: 1 }]]);
  });

  it.each([
    ['no tag', '<p>', {}, ['tag: no <script> with data-site in the page’s HTML']],
    ['two tags', TAG + TAG, {}, ['tag: the tag is there 2 times']],
    [
      'a tag over http',
      TAG.replace('https', 'http'),
      {},
      ['tag: the page is https, the tag loads http://c.shop.example/c.js: browsers block that'],
    ],
    [
      'a site that nobody added',
      TAG.replace('"shop"', '"shoop"'),
      {},
      ['origin: the collector knows no site "shoop"'],
    ],
    [
      'a policy of its own',
      TAG,
      { 'Content-Security-Policy': "script-src 'self'; connect-src 'self'" },
      [
        "policy: the page’s Content-Security-Policy forbids it: script-src 'self'; connect-src 'self'",
      ],
    ],
    [
      'a policy in a meta tag',
      `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">${TAG}`,
      {},
      ["policy: the page’s Content-Security-Policy forbids it: connect-src 'none'"],
    ],
    [
      'a tag whose file is not there',
      TAG.replace('c.js', 'd.js'),
      {},
      ['script: https://c.shop.example/d.js answers with 302'],
    ],
    [
      'a host that does not answer',
      TAG.replaceAll('c.shop', 'd.shop'),
      {},
      [
        'script: https://d.shop.example/c.js can’t be reached: no such host: d.shop.example',
        'origin: https://d.shop.example/v1/touchpoints can’t be reached: no such host: d.shop.example',
      ],
    ],
    [
      'no HTML',
      '{}',
      { 'Content-Type': 'text/plain' },
      ['page: https://shop.example/ is text/plain'],
    ],
  ])('names %s', async (_, html, headers, expected) => {
    const findings = await examined(html, headers);
    expect(problems(findings)).toEqual(expected);
    for (const { ok, advice } of findings) if (!ok) expect(advice).toBeTruthy();
  });

  it('names an origin that is not on the list', async () => {
    await saveSite(store, { ...SITE, origins: ['https://www.shop.example'] });
    expect(problems(await examined(TAG))).toEqual([
      'origin: https://shop.example is not on the list of shop',
    ]);
  });

  it('names a script of another type', async () => {
    const proxied: typeof fetch = async (input, init) =>
      String(input).endsWith('/c.js')
        ? new Response('<h1>Hello', { headers: { 'Content-Type': 'text/html' } })
        : network(TAG)(input, init);
    expect(problems(await examine({ url: URL_OF_SHOP }, proxied))).toEqual([
      'script: https://c.shop.example/c.js is text/html, expected text/javascript',
    ]);
  });

  it('names a store that refuses to write', async () => {
    await store.close();
    const refusing: Store = { ...store, get: async () => SITE as never };
    app = createCollector({ store: refusing, tracker: { 'c.js': '' }, log: () => {} });
    expect(problems(await examined(TAG)).at(-1)).toMatch(/^touchpoint: .* did not come back/);
  });

  it('checks the rest of a page whose tag something else adds', async () => {
    const told = { collector: new URL('https://c.shop.example'), site: 'shop' };
    const findings = await examined('<p>', {}, told);
    expect(findings.filter(({ ok }) => ok).map(({ check }) => check)).toEqual([
      'page',
      'policy',
      'script',
      'origin',
      'touchpoint',
    ]);
  });

  it('names a tag for another site or another collector', async () => {
    expect(problems(await examined(TAG, {}, { site: 'other' }))[0]).toContain('expected "other"');
    const elsewhere = { collector: new URL('https://e.example') };
    expect(problems(await examined(TAG, {}, elsewhere))[0]).toContain('expected https://e.example');
  });
});
