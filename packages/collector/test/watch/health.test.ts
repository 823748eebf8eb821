import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { type Store, StoreError } from '../../src/store/store.ts';
import type { About } from '../../src/watch/log.ts';
import { NOW } from '../touchpoints.ts';

describe('GET /healthz', () => {
  let store: Store;
  let now: number;
  let logged: [message: string, about?: About | undefined][];
  beforeEach(() => {
    store = sqliteStore(':memory:');
    now = NOW;
    logged = [];
  });
  afterEach(() => store.close());

  const collector = (over: Partial<Store> = {}) =>
    createCollector({
      store: { ...store, ...over },
      tracker: {},
      now: () => now,
      log: (...line) => void logged.push(line),
    });
  const refuse = async () => {
    throw new StoreError('SQLite: database or disk is full /var/lib/x.db');
  };
  const isLoud = ([, about]: (typeof logged)[number]) => about?.level === 'error';

  it('is well while the store reads and writes', async () => {
    const answer = await collector().request('/healthz');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ok: true });
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(logged.filter(isLoud)).toEqual([]);
  });

  it.each(['get', 'put'] as const)('is 503 when the store refuses to %s', async (verb) => {
    const answer = await collector({ [verb]: refuse }).request('/healthz');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.text()).not.toContain('/var/lib');
    expect(logged.filter(isLoud)).toEqual([
      ['not healthy', { level: 'error', problem: expect.stringContaining('disk is full') }],
    ]);
  });

  it('is well again once it writes again, and writes no more often than every 5 seconds', async () => {
    let writes = 0;
    let isFull = true;
    const app = collector({
      put: async (...args) => {
        writes++;
        if (isFull) await refuse();
        return store.put(...args);
      },
    });
    expect((await app.request('/healthz')).status).toBe(503);
    isFull = false;
    now += 4999;
    expect((await app.request('/healthz')).status).toBe(503);
    now += 1;
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/healthz')).status).toBe(200);
    expect(writes).toBe(2);
  });
});

describe('the log of requests', () => {
  it('has the route and the status, and nothing of what was asked', async () => {
    const store = sqliteStore(':memory:');
    const lines: string[] = [];
    const app = createCollector({
      store,
      tracker: {},
      now: () => NOW,
      isVerbose: true,
      log: (message, about) => void lines.push(JSON.stringify([message, about])),
    });
    await app.request('/sign-in?code=ctl_secret');
    await app.request('/sites/shop/journeys/v:somebody');
    await app.request('/c.js');
    expect(lines[0]).toBe(
      '["request",{"level":"debug","method":"GET","route":"/sign-in","status":401,"ms":0}]',
    );
    expect(lines[1]).toMatch(/"status":302/);
    expect(lines.join()).not.toMatch(/secret|somebody/);
    await store.close();
  });
});
