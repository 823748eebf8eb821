import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSite, listSites, saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';

describe('sites', () => {
  let store: Store;
  beforeEach(() => {
    store = sqliteStore(':memory:');
  });
  afterEach(() => store.close());

  it('needs no more than an id', async () => {
    await saveSite(store, { id: 'shop' });
    expect(await findSite(store, 'shop')).toEqual({
      id: 'shop',
      name: 'shop',
      origins: [],
      currency: 'USD',
      timeZone: 'UTC',
      abandonedAfterMs: 3_600_000,
    });
    expect(await listSites(store)).toHaveLength(1);
    expect(await findSite(store, 'sho')).toBeUndefined();
  });

  it.each([
    [{ id: 'My Shop' }, 'Expected id to be letters, digits and -, got "My Shop"'],
    [
      { id: 'shop', currency: 'Euro' },
      'Expected currency to be an ISO 4217 code like EUR, got "Euro"',
    ],
    [{ id: 'shop', timeZone: 'Mars' }, 'Expected timeZone to be an IANA name'],
    [{ id: 'shop', abandonedAfterMs: 0 }, 'Expected abandonedAfter to be 1 minute or more, got 0'],
    [
      { id: 'shop', origins: ['https://shop.example/'] },
      'without a path, got "https://shop.example/"',
    ],
    [{ id: 'shop', origins: ['shop.example'] }, 'Expected origin to be https://shop.example'],
    [{ id: 'shop', origins: ['https://sh*p.example'] }, 'Expected origin'],
    // As a file may have them.
    [{ id: 'shop', name: 5 }, 'Expected name to be 1 to 100 characters, got 5'],
    [{ id: 'shop', currency: ['EUR'] }, 'Expected currency to be an ISO 4217 code'],
    [{ id: 'shop', abandonedAfterMs: '3600000' }, 'Expected abandonedAfter to be'],
    [{ id: 'shop', retentionDays: '5' }, 'Expected retentionDays to be 1 day or more, got "5"'],
    [{ id: 'shop', origins: 'https://shop.example' }, 'Expected origin to be in a list'],
    [{ id: 'shop', origins: [['https://shop.example']] }, 'Expected origin to be https://'],
  ] as [Parameters<typeof saveSite>[1], string][])('refuses %j', async (site, message) => {
    await expect(saveSite(store, site)).rejects.toThrow(message);
    expect(await listSites(store)).toEqual([]);
  });
});
