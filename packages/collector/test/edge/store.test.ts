import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredTouchpoint } from '@cartograph/journey';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SQL } from '../../src/store/statements.ts';
import { type Store, StoreError } from '../../src/store/store.ts';
import { WEBHOOK_SQL } from '../../src/store/webhookStatements.ts';
import { testStore } from '../store/contract.ts';
import { NOW, SITE, stored } from '../touchpoints.ts';
import { bundle } from './bundle.ts';
import type { Call } from './storeWorker.ts';

let folder: string;
let workerd: Miniflare;
let url: URL;
let opened = 0;

beforeAll(async () => {
  // A property opens some hundred stores: in memory, where there is a folder in it, that takes half the time.
  folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'cartograph-edge-'));
  workerd = new Miniflare({
    modules: true,
    script: await bundle('storeWorker.ts'),
    compatibilityDate: '2026-07-01',
    cf: false,
    durableObjectsPersist: folder,
    durableObjects: { STORES: { className: 'StoreUnderTest', useSQLite: true } },
  });
  url = await workerd.ready;
}, 180_000);
afterAll(async () => {
  await workerd?.dispose();
  rmSync(folder, { recursive: true });
});

/** A store in a new object on the real runtime. Every call is a request. */
function openRemote(name = `store-${++opened}`): Store {
  const call = async (of: Call['of'], method: string, args: readonly unknown[]) => {
    const body = JSON.stringify({ of, method, args } satisfies Call);
    // On a busy machine a kept connection may be closed by workerd just as it is used again.
    const headers = { Connection: 'close' };
    const response = await fetch(new URL(name, url), { method: 'POST', headers, body });
    const { value, error } = (await response.json()) as Answer;
    if (error) throw error.name === 'StoreError' ? new StoreError(error.message) : error;
    return value;
  };
  const methods = (of: Call['of'], own: object) =>
    new Proxy(own, {
      get: (target, method: string) =>
        method in target || method === 'then'
          ? target[method as never]
          : (...args: readonly unknown[]) => call(of, method, args),
    });
  return methods('store', {
    webhooks: methods('webhooks', {}),
    refolding: methods('refolding', {}),
    async *touchpoints(site: string) {
      yield* (await call('store', 'touchpoints', [site])) as StoredTouchpoint[];
    },
  }) as Store;
}

interface Answer {
  value?: unknown;
  error?: { name: string; message: string };
}

testStore('a Durable Object', async () => openRemote());

describe('a Durable Object', () => {
  it('is one store a name', async () => {
    await openRemote('one').put('key', 1);
    expect(await openRemote('another').get('key')).toBeUndefined();
    expect(await openRemote('one').get('key')).toBe(1);
  });

  it('refuses a row of more than 2 MB for what it is, and goes on', async () => {
    const store = openRemote();
    const failed = store.put('wide', 'x'.repeat(2.2e6));
    await expect(failed).rejects.toThrow('SQLITE_TOOBIG');
    // No word of a store out of reach, which would hold up those who sent at the same time.
    await expect(failed).rejects.not.toBeInstanceOf(StoreError);
    await store.put('narrow', 1);
    expect([await store.get('wide'), await store.get('narrow')]).toEqual([undefined, 1]);
  });

  it('has room for a cart of more goods than any shopper buys', async () => {
    const store = openRemote();
    const touchpoints = Array.from({ length: 50 }, (_, n) => {
      const items = Array.from({ length: 200 }, (_, i) => ({
        item_id: `${n}-${i}`,
        item_name: 'x'.repeat(500),
        price: 1,
        quantity: 1,
      }));
      const params = { currency: 'EUR', value: 1, items };
      return stored(n, 'add_to_cart', { at: NOW + n, params });
    });
    const [appended] = await store.append([{ site: SITE, touchpoints }]);
    expect(appended).toEqual({ accepted: 50, duplicates: 0 });
  });

  it('is asked nothing with more than 100 values, or of more than 100 kB', () => {
    const statements = Object.entries({ ...SQL, ...WEBHOOK_SQL });
    const wrong = statements.filter(
      ([, text]) => text.split('?').length - 1 > 100 || text.length > 100_000,
    );
    expect(statements.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
