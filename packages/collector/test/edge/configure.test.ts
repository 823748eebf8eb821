import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../src/edge/configure.ts';
import { readSites } from '../../src/edge/readSites.ts';
import { grant, granted } from '../../src/security/access.ts';
import { findSite, saveSite } from '../../src/sites/site.ts';
import { refoldAll } from '../../src/store/refoldAll.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, NOW, SITE, stored } from '../touchpoints.ts';

const SHOP = { id: 'shop', origins: ['https://shop.example'], currency: 'EUR' };
const TOKEN = `ctk_${'a'.repeat(32)}`;
const OTHER = `ctk_${'b'.repeat(32)}`;

describe(configure, () => {
  let store: Store;
  beforeEach(() => {
    store = sqliteStore(':memory:');
  });
  afterEach(() => store.close());

  const given = (site: object, env: object = {}) =>
    configure(readSites([site])[0], { store, env, now: () => NOW });
  const scopeOf = async (secret: string) =>
    (await granted(store, 'token', { secret, now: NOW }))?.scope;

  it('adds the site, once', async () => {
    await given(SHOP);
    await given(SHOP);
    expect(await findSite(store, 'shop')).toMatchObject({ currency: 'EUR', name: 'shop' });
    expect((await store.auditLog({ limit: 9 })).map(({ action }) => action)).toEqual(['site.add']);
  });

  it('changes it when its configuration does, and folds its journeys again', async () => {
    await given(SHOP);
    const params = { ...goods(10), currency: undefined };
    await store.append([{ site: SITE, touchpoints: [stored(1, 'add_to_cart', { params })] }]);
    await given({ ...SHOP, currency: 'USD' });
    expect(await store.refolding!.waiting()).toEqual(['shop']);
    await refoldAll(store);
    const [fact] = await store.carts('shop', { from: 0, to: NOW * 2 });
    expect(fact?.cart?.currency).toBe('USD');
  });

  it('leaves what was changed on the pages as it is', async () => {
    await given(SHOP);
    await saveSite(store, { ...(await findSite(store, 'shop'))!, name: 'Map shop' });
    await given(SHOP);
    expect(await findSite(store, 'shop')).toMatchObject({ name: 'Map shop' });
  });

  it('takes a token for each scope, and ends it and every session when it is another', async () => {
    await given(SHOP, { CARTOGRAPH_ADMIN_TOKEN: TOKEN, CARTOGRAPH_WRITE_TOKEN: OTHER });
    expect([await scopeOf(TOKEN), await scopeOf(OTHER)]).toEqual(['admin', 'write']);
    const session = await grant(store, 'session', { scope: 'admin' });

    await given(SHOP, { CARTOGRAPH_ADMIN_TOKEN: OTHER });
    expect([await scopeOf(TOKEN), await scopeOf(OTHER)]).toEqual([undefined, 'admin']);
    expect(await granted(store, 'session', { secret: session, now: NOW })).toBeUndefined();
  });

  it('leaves a session alone while nothing changes', async () => {
    await given(SHOP, { CARTOGRAPH_ADMIN_TOKEN: TOKEN });
    const secret = await grant(store, 'session', { scope: 'admin' });
    await given(SHOP, { CARTOGRAPH_ADMIN_TOKEN: TOKEN });
    expect(await granted(store, 'session', { secret, now: NOW })).toBeDefined();
  });

  it('adds a webhook, follows its address and its secret, and takes it away', async () => {
    const listed = async () =>
      (await store.webhooks!.list('shop')).map(({ url, secret }) => [url, secret]);
    const site = { ...SHOP, webhook: 'https://mail.shop.net/hook' };
    await given(site, { CARTOGRAPH_WEBHOOK_SECRET: 'one' });
    expect(await listed()).toEqual([['https://mail.shop.net/hook', 'one']]);
    await given(
      { ...site, webhook: 'https://mail.shop.net/' },
      { CARTOGRAPH_WEBHOOK_SECRET: 'two' },
    );
    expect(await listed()).toEqual([['https://mail.shop.net/', 'two']]);
    await given(SHOP);
    expect(await listed()).toEqual([]);
  });

  it.each([
    ['a currency that is none', { ...SHOP, currency: 'euros' }, {}, 'ISO 4217'],
    [
      'a token that could be guessed',
      SHOP,
      { CARTOGRAPH_READ_TOKEN: 'x' },
      'CARTOGRAPH_READ_TOKEN',
    ],
    ['a webhook without a secret', { ...SHOP, webhook: 'https://a.bc' }, {}, 'WEBHOOK_SECRET'],
    [
      'a webhook over plain HTTP',
      { ...SHOP, webhook: 'http://a.bc' },
      { CARTOGRAPH_WEBHOOK_SECRET: 'one' },
      'https://',
    ],
  ])('refuses %s', async (_, site, env, expected) => {
    await expect(given(site, env)).rejects.toThrow(expected);
  });
});

describe(readSites, () => {
  it('reads a list, or the same as text', () => {
    expect(readSites(JSON.stringify([SHOP]))).toEqual([SHOP]);
    expect(readSites([SHOP])).toEqual([SHOP]);
  });

  it.each([
    ['nothing', undefined, 'a list of sites, got null'],
    ['an empty list', [], 'one site or more'],
    ['no list', SHOP, 'a list of sites'],
    ['broken text', '[{', 'JSON, got "[{"'],
    ['a site without an id', [{ name: 'shop' }], 'an `id`'],
    ['nothing for a site', [null], 'an `id`'],
    ['a field that is misspelt', [{ id: 'shop', timezone: 'UTC' }], 'got "timezone"'],
  ])('refuses %s, and says what it expected', (_, given, message) => {
    expect(() => readSites(given)).toThrow(message);
  });
});
