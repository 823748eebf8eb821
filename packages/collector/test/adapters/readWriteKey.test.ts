import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWriteKey } from '../../src/adapters/readWriteKey.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';

describe(readWriteKey.name, () => {
  let store: Store;
  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, { id: 'shop' });
  });
  afterEach(() => store.close());

  it.each([
    ['shop', { site: 'shop' }],
    ['shop:', { site: 'shop' }],
    ['shop:ctk_a-b_c', { site: 'shop', token: 'ctk_a-b_c' }],
    ['shop:ctk_a:', { site: 'shop', token: 'ctk_a' }],
    ['ctk_a', { site: 'shop', token: 'ctk_a' }],
    ['ctk_a:', { site: 'shop', token: 'ctk_a' }],
    ['elsewhere', { site: 'elsewhere' }],
    ['', undefined],
    [':', undefined],
  ])('reads %j', async (writeKey, credentials) => {
    expect(await readWriteKey(store, writeKey)).toEqual(credentials);
  });

  it('guesses no site where there are two', async () => {
    await saveSite(store, { id: 'other' });
    expect(await readWriteKey(store, 'ctk_a')).toBeUndefined();
    expect(await readWriteKey(store, 'other:ctk_a')).toEqual({ site: 'other', token: 'ctk_a' });
  });
});
