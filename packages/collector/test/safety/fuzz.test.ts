import { parseTouchpoint } from '@cartograph/journey/parse';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goods, NOW, SITE, sent } from '../touchpoints.ts';
import { type Besieged, besieged, ORIGIN, PAGES } from './collector.ts';

/** Long enough to find something, short enough for every run. */
const BOUND = { numRuns: 250, interruptAfterTimeLimit: 8000, markInterruptAsFailure: false };
const PATIENCE_MS = 90_000;

/** What breaks parsers, databases and templates. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    ...['', ' ', '\0', '\uD800', '𝕏'.repeat(300), "'; drop table touchpoints; --", '=cmd()'],
    ...['<script>alert(1)</script>', '{{7*7}}', '../../etc/passwd', '%00', '\u202E', '-0', '1e999'],
    ...[null, true, 0, -1, 1e308, -1e308, 2 ** 53 + 2, 0.1, [], {}, [[[]]], { toString: 1 }],
    ...['__proto__', 'constructor', 'NaN', 'undefined', '[object Object]', 'x'.repeat(40_000)],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

const VALID = {
  site: 'shop',
  sentAt: NOW,
  visitor: 'v1',
  user: 'u1',
  consent: 'granted',
  touchpoints: ['page_view', 'add_to_cart', 'checkout_step', 'purchase', 'refund', 'survey'].map(
    (type, n) =>
      sent(n + 1, type, {
        url: 'https://shop.example/',
        referrer: 'https://search.example/',
        title: 'T',
        params: { ...goods(10), transaction_id: 'T1', step: 'gift', coupon: 'C' },
      }),
  ),
};
const VALID_ORDERS = {
  site: 'shop',
  orders: ['confirm', 'cancel', 'refund'].map((action) => ({
    transaction_id: 'T1',
    action,
    value: 1,
    currency: 'EUR',
    items: [{ item_id: 'G1', price: 1 }],
    at: NOW,
    user: 'u1',
  })),
};

const SEGMENT = {
  ...{ type: 'track', event: 'Order Completed', messageId: 'm1', anonymousId: 'v1', userId: 'u1' },
  timestamp: new Date(NOW).toISOString(),
  context: { page: { url: 'https://shop.example/', referrer: '', title: 'T' } },
  properties: {
    ...{ order_id: 'T1', revenue: 10, total: 12, currency: 'EUR', coupon: 'C' },
    products: [{ product_id: 'G1', name: 'Guitar', price: 10, quantity: 1 }],
  },
};
const SNOWPLOW = {
  schema: 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4',
  data: [
    {
      ...{ e: 'pv', eid: 'e1', aid: 'shop', p: 'web', duid: 'd1', uid: 'u1', vid: '1' },
      ...{ dtm: String(NOW), stm: String(NOW), url: 'https://shop.example/', page: 'T' },
      co: JSON.stringify({ schema: '…/contexts/…', data: [{ schema: 'x', data: {} }] }),
    },
  ],
};
const MEASUREMENT = {
  client_id: 'c1',
  user_id: 'u1',
  timestamp_micros: NOW * 1000,
  events: [
    {
      name: 'purchase',
      params: {
        ...{ transaction_id: 'T1', value: 10, currency: 'EUR', engagement_time_msec: 1 },
        items: [{ item_id: 'G1', item_name: 'Guitar', price: 10, quantity: 1 }],
      },
    },
  ],
};

type Mutation = { path: number[]; value: unknown; how: 'replace' | 'remove' | 'rename' };
const mutations = fc.array(
  fc.record<Mutation>({
    path: fc.array(fc.nat(30), { maxLength: 6 }),
    value: nasty,
    how: fc.constantFrom('replace', 'replace', 'remove', 'rename'),
  }),
  { minLength: 1, maxLength: 4 },
);

/** A copy with something put in the wrong place. */
function mutated(valid: object, changes: readonly Mutation[]): unknown {
  let root = structuredClone(valid) as unknown;
  for (const { path, value: told, how } of changes) {
    // A copy, lest a later change put it into itself.
    const value = structuredClone(told);
    let parent: Record<string, unknown> | undefined;
    let key = '';
    let node = root;
    for (const step of path) {
      if (typeof node !== 'object' || node === null) break;
      const keys = Object.keys(node);
      if (keys.length === 0) break;
      parent = node as Record<string, unknown>;
      key = keys[step % keys.length]!;
      node = parent[key];
    }
    if (!parent) root = how === 'replace' ? value : root;
    else if (how === 'remove') delete parent[key];
    else if (how === 'replace') parent[key] = value;
    else {
      delete parent[key];
      Object.defineProperty(parent, typeof value === 'string' ? value.slice(0, 99) : 'x', {
        value: node,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  return root;
}

const bodies = (valid: object) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: mutations.map((changes) => JSON.stringify(mutated(valid, changes)) ?? ''),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    { weight: 1, arbitrary: fc.json() },
    {
      weight: 1,
      arbitrary: fc.nat(900).map((at) => JSON.stringify(valid).slice(0, at)),
    },
  );
const headers = fc.record(
  {
    Origin: fc.constantFrom(ORIGIN, 'null', 'https://', 'https://evil.example', '*'),
    'User-Agent': fc.constantFrom('', 'Googlebot', '<script>', 'x'.repeat(2000)),
    'Sec-GPC': fc.constantFrom('1', '0'),
    'Content-Type': fc.constantFrom('text/plain', 'application/json', 'multipart/form-data'),
    'X-Forwarded-For': fc.constantFrom('1.2.3.4', ',,,', '<script>'),
  },
  { requiredKeys: [] },
);

describe('whatever is thrown at it, the collector', { timeout: PATIENCE_MS }, () => {
  let collector: Besieged;
  beforeEach(async () => {
    collector = await besieged();
  });
  afterEach(() => collector.store.close());

  const post = async (path: string, body: string, extra: Record<string, string>) => {
    const response = await collector.app.request(path, {
      method: 'POST',
      body,
      headers: { Origin: ORIGIN, ...extra },
    });
    return { status: response.status, text: await response.text() };
  };

  /** Every row is one that the collector itself would take, and folds; every page can be drawn. */
  const expectSound = async () => {
    const { store, app, cookie } = collector;
    await store.rebuild(SITE);
    for await (const touchpoint of store.touchpoints(SITE.id)) {
      const { receivedAt, ...told } = touchpoint;
      const result = parseTouchpoint(
        { ...told, visitor: told.visitor || undefined },
        { trusted: true },
      );
      expect(result).toMatchObject({ ok: true, complaints: [] });
      expect(receivedAt).toBe(NOW);
    }
    for (const page of PAGES) {
      const response = await app.request(page, { headers: { Cookie: cookie } });
      expect(response.status).toBeLessThan(400);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(collector.lines).toEqual([]);
  };

  it.each([
    ['/v1/touchpoints', VALID, false],
    ['/v1/touchpoints', VALID, true],
    ['/v1/orders', VALID_ORDERS, true],
    ['/v1/orders', { site: 'shop', ...VALID_ORDERS.orders[0] }, true],
    ['/sign-in', { token: 'x' }, false],
    ['/sign-out', { csrf: 'x' }, false],
    ['/v1/batch', { writeKey: 'shop', batch: [SEGMENT] }, false],
    ['/v1/t', { writeKey: 'shop', ...SEGMENT }, false],
    ['/com.snowplowanalytics.snowplow/tp2', SNOWPLOW, false],
    ['/mp/collect?measurement_id=shop&api_secret=TOKEN', MEASUREMENT, false],
  ])(
    'answers %s (%o) without breaking, and stores nothing that is broken',
    async (path, valid, trusted) => {
      let stored = 0;
      await fc.assert(
        fc.asyncProperty(bodies(valid), headers, async (body, extra) => {
          const auth = trusted ? { Authorization: collector.token } : {};
          const address = path.replace('TOKEN', collector.token.replace('Bearer ', ''));
          const { status, text } = await post(address, body, { ...extra, ...auth });
          expect(status).toBeLessThan(500);
          expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|SQLITE|packages\//);
          if (status < 300) stored++;
        }),
        BOUND,
      );
      if (!path.startsWith('/sign')) expect(stored).toBeGreaterThan(0);
      await expectSound();
    },
  );

  it('pollutes no prototype', async () => {
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const touchpoint = JSON.stringify(sent(1, 'add_to_cart', { params: {} })).replace(
      '"params":{}',
      `"params":{"__proto__":{"polluted":1},"items":[${evil}],"constructor":"x"},"__proto__":{"polluted":1}`,
    );
    const body = `{"site":"shop","sentAt":${NOW},"visitor":"v1","__proto__":{"polluted":1},"touchpoints":[${touchpoint}]}`;
    expect((await post('/v1/touchpoints', body, {})).status).toBe(200);
    await expectSound();
  });
});
