import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { LIMITS } from '@cartograph/journey';
import ts from 'typescript';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workerBundle } from '../../workerBundle.mjs';
import { goods, uuid } from '../touchpoints.ts';
import { startReceiver } from '../webhooks/receiver.ts';
import { bundle } from './bundle.ts';
import { describeShop } from './describeShop.ts';
import { ADMIN, CHROME, type Edge, startEdge } from './edge.ts';

const SHOP = {
  id: 'shop',
  origins: ['https://shop.example'],
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
};

let script: string;
beforeAll(async () => {
  script = await bundle('../../src/worker.ts');
}, 180_000);

it('is no larger than a megabyte, packed', () => {
  const [whole, packed] = [script.length, gzipSync(script).length];
  console.log(`The Worker: ${Math.ceil(whole / 1000)} kB, ${Math.ceil(packed / 1000)} kB packed`);
  expect(packed).toBeLessThan(1e6);
});

it('is what the example deploys, with the settings that it comes with', async () => {
  const path = new URL('../../../../examples/cloudflare/wrangler.jsonc', import.meta.url);
  const { config } = ts.parseConfigFileTextToJson('', readFileSync(path, 'utf8'));
  const [binding] = config.durable_objects.bindings;
  expect(binding).toEqual({ name: 'CARTOGRAPH', class_name: 'CartographSite' });
  expect(config.migrations[0].new_sqlite_classes).toEqual(['CartographSite']);
  expect(script).toMatch(/^export \{ CartographSite, worker as default \};$/m);
  const { output } = workerBundle('');
  expect(fileURLToPath(new URL(config.main, path))).toBe(output.file);

  const folder = mkdtempSync(join(tmpdir(), 'cartograph-edge-'));
  const edge = await startEdge(script, { folder, ...config.vars });
  expect((await edge.askAsAdmin('/api/sites/shop/abandonment')).status).toBe(200);
  await edge.close();
  rmSync(folder, { recursive: true });
});

describeShop(() => script);

// The file that is deployed, on the real runtime.
describe('the Worker', () => {
  let folder: string;
  let edge: Edge;
  const start = async (more: Record<string, unknown> = {}) => {
    edge = await startEdge(script, { folder, CARTOGRAPH_SITES: [SHOP], ...more });
  };
  const restart = async (more?: Record<string, unknown>) => {
    await edge.close();
    await start(more);
  };
  const stop = async () => {
    await edge.close();
    rmSync(folder, { recursive: true });
  };
  const newFolder = () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-edge-'));
  };

  /** Sends a touchpoint each, as a browser on the shop's pages does. */
  const send = (
    touchpoints: readonly { n: number; type?: string; params?: object }[],
    { site = 'shop', origin = 'https://shop.example', visitor = 'v1' } = {},
    headers: Record<string, string> = {},
  ) =>
    edge.ask('/v1/touchpoints', {
      method: 'POST',
      headers: { Origin: origin, 'User-Agent': CHROME, ...headers },
      body: JSON.stringify({
        ...{ site, visitor, sentAt: Date.now() },
        touchpoints: touchpoints.map(({ n, type = 'add_to_cart', params = goods(10) }) => ({
          ...{ id: uuid(n), type, at: Date.now(), seq: n, params },
        })),
      }),
    });
  const created = async (site = 'shop') => {
    const response = await edge.askAsAdmin(`/api/sites/${site}/abandonment`);
    const { carts } = (await response.json()) as { carts: { created: number } };
    return carts.created;
  };
  /** What its carts are worth in the site's own currency, and whether they are being folded again. */
  const worth = async () => {
    const response = await edge.askAsAdmin('/api/sites/shop/abandonment');
    const { value, refolding } = (await response.json()) as {
      value: { created: string };
      refolding?: true;
    };
    return [value.created, refolding];
  };
  const signIn = async (token = ADMIN): Promise<string> => {
    const response = await edge.ask('/sign-in', {
      method: 'POST',
      headers: { Origin: edge.url },
      body: new URLSearchParams({ token }),
    });
    return response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  };

  describe('of one site', () => {
    beforeAll(async () => {
      newFolder();
      await start();
    });
    afterAll(stop);

    it('answers with the tracker by itself, and takes in what the tracker sends', async () => {
      const tracker = await edge.ask('/c.js');
      expect(tracker.headers.get('Content-Type')).toContain('text/javascript');
      expect(await tracker.text()).toContain('/v1/touchpoints');
      expect((await edge.ask('/watch.js')).status).toBe(200);

      const sent = await send([{ n: 1 }, { n: 2 }]);
      expect(sent.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await sent.json()).toEqual({ accepted: 2, duplicates: 0, rejected: [] });
      expect(await (await send([{ n: 2 }])).json()).toMatchObject({ accepted: 0, duplicates: 1 });
      expect(await created()).toBe(1);
    });

    it.each([
      ['another site', { site: 'other' }, 401],
      ['another origin', { origin: 'https://elsewhere.example' }, 403],
    ])('refuses what is sent for %s', async (_, from, status) => {
      expect((await send([{ n: 3 }], from)).status).toBe(status);
    });

    it('knows the country that a browser is in from the platform, and from nobody else', async () => {
      await restart({ country: 'KR' });
      const page = { n: 4, type: 'page_view', params: {} };
      const forged = { 'CF-IPCountry': 'DE' };
      await send([page], { visitor: 'abroad' }, forged);
      // Another vendor's client, who goes in by the same door.
      const hit = 'v=2&tid=G-SHOP&cid=1.1&en=page_view&dl=https%3A%2F%2Fshop.example%2F';
      const sent = await edge.ask(`/g/collect?${hit}`, {
        method: 'POST',
        headers: { Origin: 'https://shop.example', 'User-Agent': CHROME, ...forged },
      });
      expect(sent.status).toBe(204);
      const journeys = async (country: string) => {
        const response = await edge.askAsAdmin(`/api/sites/shop/journeys?country=${country}`);
        return ((await response.json()) as { journeys: unknown[] }).journeys.length;
      };
      expect([await journeys('KR'), await journeys('DE')]).toEqual([2, 0]);
    });

    it('refuses a body that is too large, and goes on', async () => {
      const body = ' '.repeat(LIMITS.bodyBytes + 1);
      expect((await edge.ask('/v1/touchpoints', { method: 'POST', body })).status).toBe(413);
      expect((await edge.ask('/healthz')).status).toBe(200);
    });

    it('lets a browser sign in with the token, and see the report', async () => {
      const away = await edge.ask('/sites/shop/abandonment');
      expect(away.headers.get('Location')).toBe('/sign-in?next=%2Fsites%2Fshop%2Fabandonment');

      const headers = { Cookie: await signIn() };
      const page = await edge.ask('/sites/shop/abandonment', { headers });
      expect(page.status).toBe(200);
      expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      const csv = await edge.askAsAdmin('/api/sites/shop/abandonment?format=csv');
      expect(csv.headers.get('Content-Type')).toContain('text/csv');
    });

    it('takes in other trackers’ events', async () => {
      const response = await edge.ask('/v1/track', {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa('shop:')}`, Origin: 'https://shop.example' },
        body: JSON.stringify({ event: 'Product Added', anonymousId: 'a1', messageId: 'm1' }),
      });
      expect(await response.json()).toEqual({ success: true });
    });

    it('gives everything out, line by line, to an admin only', async () => {
      for (const from of [2000, 2200, 2400]) {
        const touchpoints = Array.from({ length: 200 }, (_, n) => ({ n: from + n, params: {} }));
        expect((await send(touchpoints, { visitor: `v-${from}` })).status).toBe(200);
      }
      const text = await (await edge.askAsAdmin('/export')).text();
      const lines = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines[0]).toMatchObject({ cartograph: 'export', site: { id: 'shop' } });
      expect(lines.at(-1)).toMatchObject({ cartograph: 'end' });
      const touchpoints = lines.filter(({ cartograph }) => cartograph === undefined);
      const ids = new Set(touchpoints.map(({ id }) => id));
      expect(ids.size).toBe(touchpoints.length);
      expect(lines.at(-1).touchpoints).toBe(ids.size);
      expect([uuid(1), uuid(2000), uuid(2599)].every((id) => ids.has(id))).toBe(true);
      expect((await edge.ask('/export')).status).toBe(401);
    });

    it('takes many at once one after the other, and each touchpoint once', async () => {
      const before = await created();
      const answers = await Promise.all(
        Array.from({ length: 40 }, async (_, n) => {
          const touchpoints = [{ n: 100 + n }, { n: 1000 }];
          const response = await send(touchpoints, { visitor: `many-${n % 4}` });
          return (await response.json()) as { accepted: number; duplicates: number };
        }),
      );
      const sum = (name: 'accepted' | 'duplicates') =>
        answers.reduce((total, answer) => total + answer[name], 0);
      expect([sum('accepted'), sum('duplicates')]).toEqual([41, 39]);
      expect(await created()).toBe(before + 4);
    });
  });

  describe('over time', () => {
    beforeEach(newFolder);
    afterEach(stop);

    it('has everything again after its object was thrown out of memory, and after a restart', async () => {
      await start();
      await send([{ n: 1 }]);
      const headers = { Cookie: await signIn() };
      for (const goAway of [() => edge.evict('shop'), restart]) {
        await goAway();
        expect(await created()).toBe(1);
        expect((await edge.ask('/sites/shop/abandonment', { headers })).status).toBe(200);
        expect(await (await send([{ n: 1 }])).json()).toMatchObject({ duplicates: 1 });
      }
    });

    it('keeps two sites in two objects, whichever way they are asked for', async () => {
      const host = 'carts.second.example';
      await start({ CARTOGRAPH_SITES: JSON.stringify([SHOP, { ...SHOP, id: 'second', host }]) });
      expect((await send([{ n: 1 }, { n: 2 }], { site: 'second' })).status).toBe(200);
      expect(await created('second')).toBe(1);
      expect(await created('shop')).toBe(0);
      await edge.evict('second');
      expect(await created('second')).toBe(1);
    });

    it('asks for patience while it is configured wrongly, and recovers', async () => {
      await start({ CARTOGRAPH_SITES: [{ ...SHOP, currency: 'euros' }] });
      const answer = await send([{ n: 1 }]);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('Retry-After')).not.toBeNull();
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect((await edge.ask('/c.js')).status).toBe(200);
      await restart();
      expect((await send([{ n: 1 }])).status).toBe(200);
    });

    it('folds again by its alarm when the settings that it is folded by are others', async () => {
      await start();
      const { currency: _, ...params } = goods(10);
      await send([{ n: 1, params }]);
      await restart({ CARTOGRAPH_SITES: [{ ...SHOP, currency: 'USD' }] });
      await expect.poll(worth, { timeout: 60_000 }).toEqual(['10.00', undefined]);
    });

    it('folds again by its alarm when the settings are changed on their page', async () => {
      await start({ CARTOGRAPH_ROUND_SECONDS: 3600 });
      const { currency: _, ...params } = goods(10);
      await send([{ n: 1, params }]);
      const Cookie = await signIn();
      const page = await (await edge.ask('/sites/shop/settings', { headers: { Cookie } })).text();
      const changed = await edge.ask('/sites/shop/settings', {
        method: 'POST',
        headers: { Cookie, Origin: edge.url },
        body: new URLSearchParams({
          ...{ csrf: /name="csrf" value="([^"]+)"/.exec(page)![1]!, do: 'site.change' },
          ...{ name: 'Shop', currency: 'USD', timeZone: 'UTC', abandonedAfter: '60' },
          ...{ origins: SHOP.origins[0]!, orders: 'claimed', retentionDays: '' },
        }),
      });
      expect(changed.status).toBe(303);
      await expect.poll(worth, { timeout: 60_000 }).toEqual(['10.00', undefined]);
    });

    it('tells a webhook by its alarm of an order from before it went away', async () => {
      const receiver = await startReceiver();
      const configured = {
        CARTOGRAPH_SITES: [{ ...SHOP, webhook: receiver.url }],
        CARTOGRAPH_WEBHOOK_SECRET: 'whsec_of-the-tests',
        CARTOGRAPH_WEBHOOK_HOSTS: receiver.host,
      };
      await start({ ...configured, CARTOGRAPH_ROUND_SECONDS: 3600 });
      await edge.ask('/healthz');
      const params = { ...goods(10), transaction_id: 'T1' };
      await send([
        { n: 1, type: 'page_view', params: {} },
        { n: 2, type: 'purchase', params },
      ]);
      expect(receiver.received).toEqual([]);
      await restart({ ...configured, CARTOGRAPH_ROUND_SECONDS: 1 });
      await edge.ask('/healthz');

      await expect.poll(() => receiver.received.length, { timeout: 50_000 }).toBe(1);
      const [{ headers, event }] = receiver.received as [(typeof receiver.received)[0]];
      expect(event).toMatchObject({ type: 'order.placed', site: 'shop' });
      expect(headers['cartograph-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
      await receiver.close();
    });

    it('says on a page how much room is left, and what to do when there is little', async () => {
      await start();
      const away = await edge.ask('/storage');
      expect(away.headers.get('Location')).toBe('/sign-in?next=%2Fstorage');
      const report = await (await edge.askAsAdmin('/sites/shop/overview')).text();
      expect(report).toContain('<a href="/sites/shop/storage">Storage</a>');
      expect((await edge.ask('/sites/shop/storage')).headers.get('Location')).toBe(
        '/sign-in?next=%2Fsites%2Fshop%2Fstorage',
      );
      expect(await (await edge.askAsAdmin('/sites/shop/storage')).text()).toContain('<h1>Storage');
      const taken = await (await edge.askAsAdmin('/storage?format=json')).json();
      expect(taken).toMatchObject({ limitBytes: 10e9, state: 'fine' });
      expect(await (await edge.askAsAdmin('/storage')).text()).not.toContain('What to do');

      const { usedBytes } = taken as { usedBytes: number };
      await restart({ CARTOGRAPH_STORAGE_GB: usedBytes / 1e9 / 0.85 });
      const page = await (await edge.askAsAdmin('/storage')).text();
      expect(page).toContain('It is filling up');
      expect(page).toContain('What to do');
      expect(page).toContain('retentionDays');
    });
  });
});
