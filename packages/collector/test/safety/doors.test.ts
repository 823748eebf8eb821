import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adaptersRoute } from '../../src/adapters/adaptersRoute.ts';
import { createCollector } from '../../src/app.ts';
import { createLimits } from '../../src/limits/limits.ts';
import { grant } from '../../src/security/access.ts';
import { sameText } from '../../src/security/sameText.ts';
import { createMetrics } from '../../src/watch/metrics.ts';
import { oneLine } from '../../src/watch/oneLine.ts';
import { NOW } from '../touchpoints.ts';
import { type Besieged, besieged, ORIGIN } from './collector.ts';

/** All that answers a stranger. A new one is added here knowingly, or it is a hole. */
const PUBLIC = [
  'GET /healthz',
  'GET /share',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-out',
  'POST /v1/doctor',
  'POST /v1/orders',
  'POST /v1/touchpoints',
];

describe('the doors of the collector', () => {
  let collector: Besieged;
  beforeEach(async () => {
    collector = await besieged();
  });
  afterEach(() => collector.store.close());

  it('are closed to strangers, but for those that are listed', async () => {
    const { app, store } = collector;
    const others = adaptersRoute({
      store,
      now: () => NOW,
      limits: createLimits({}),
      metrics: createMetrics(),
      addressOf: () => undefined,
      door: app.fetch,
    }).routes;
    const adapters = new Set(others.map(({ method, path }) => `${method} ${path}`));
    const files = /^GET \/(assets\/|[\w-]+\.js$|\*$)/;

    const open = new Set<string>();
    for (const { method, path } of app.routes) {
      const name = `${method} ${path}`;
      // Middleware is no door, and other trackers' protocols have tests of their own.
      if (method === 'ALL' || adapters.has(name) || files.test(name)) continue;
      const address = path.replaceAll(/:site/g, 'shop').replaceAll(/:\w+/g, 'x').replace('*', 'x');
      const response = await app.request(address, { method });
      const isSignIn = response.headers.get('Location')?.startsWith('/sign-in?next=') === true;
      const isClosed = isSignIn || (response.status === 401 && !name.includes('/v1/'));
      if (!isClosed) open.add(name);
    }
    expect([...open].sort()).toEqual(PUBLIC);
  });

  it('say the same to a token that is wrong, unknown, expired or none', async () => {
    const { app, store } = collector;
    const expired = await grant(store, 'token', { scope: 'admin', expiresAt: NOW - 1 });
    const answers = await Promise.all(
      [`Bearer ${expired}`, 'Bearer ctk_unknown', 'Bearer ', 'Basic YTpi', ''].map(
        async (Authorization) => {
          const response = await app.request('/api/sites/shop/abandonment', {
            headers: Authorization ? { Authorization } : {},
          });
          return [response.status, await response.text()];
        },
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(401);
  });

  it('don’t tell a stranger which sites there are', async () => {
    const ask = async (site: string) => {
      const response = await collector.app.request(`/api/sites/${site}/abandonment`);
      return [response.status, await response.text()];
    };
    expect(await ask('shop')).toEqual(await ask('elsewhere'));
  });

  it('tell a stranger nothing of what went wrong inside, and the log in one line', async () => {
    const lines: string[] = [];
    const evil = 'secret\r\n2026-01-01 forged line\u001b[31m';
    const broken = createCollector({
      store: {
        ...collector.store,
        append: async () => {
          throw new Error(evil);
        },
      },
      tracker: {},
      now: () => NOW,
      log: (line) => void lines.push(line),
    });
    const response = await broken.request('/v1/touchpoints', {
      method: 'POST',
      body: JSON.stringify({
        site: 'shop',
        sentAt: NOW,
        visitor: 'v1',
        touchpoints: [{ id: '0192f8a0-0000-7000-8000-000000000001', type: 'page_view', at: NOW }],
      }),
      headers: { Origin: ORIGIN },
    });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      error: 'Something went wrong here; the log has the details',
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('secret | 2026-01-01 forged line[31m');
    expect(lines[0]).not.toMatch(/\p{C}/u);
  });

  it('keep scripts, frames and foreign forms out of every page', async () => {
    for (const path of ['/sign-in', '/sites/shop/quarantine', '/sites/shop/people']) {
      const { headers } = await collector.app.request(path, {
        headers: { Cookie: collector.cookie },
      });
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('X-Frame-Options')).toBe('DENY');
    }
  });
});

it.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'ab', false],
  ['', 'a', false],
  ['', '', true],
])('%j and %j are the same secret: %s', (a, b, expected) => {
  expect(sameText(a, b)).toBe(expected);
});

it('logs what was sent without its line breaks and its orders to a terminal', () => {
  expect(oneLine('a\r\n  b\u2028c\u0007\u001b]0;x')).toBe('a | b | c]0;x');
});
