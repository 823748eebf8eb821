import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refoldAll } from '../../src/store/refoldAll.ts';
import { refoldAside } from '../../src/store/refoldAside.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const PERSONS = 700;
const ALL = { from: 0, to: NOW + HOUR };

/** Of another version: its own journeys, the first of which it thought to be of one visit more. */
const OLD = 99;

describe('a database that another version folded', () => {
  let folder: string;
  let db: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-refolding-'));
    db = join(folder, 'test.db');
    store = sqliteStore(db);
    await store.put(`site:${SITE.id}`, SITE);
    const touchpoints = Array.from({ length: PERSONS }, (_, n) => [
      stored(2 * n + 1, 'add_to_cart', { visitor: `v${n}`, at: NOW - HOUR, params: goods(5) }),
      stored(2 * n + 2, 'begin_checkout', {
        ...{ visitor: `v${n}`, at: NOW - HOUR + 1000, params: goods(5) },
        // Some sign in on a second device: their visitors are one person.
        ...(n % 10 < 2 && { user: `u${Math.floor(n / 10)}` }),
      }),
    ]).flat();
    await store.append([{ site: SITE, touchpoints }]);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const reopen = async () => {
    await store.close();
    store = sqliteStore(db);
  };
  /** As a version would that counts otherwise. */
  const foldOtherwise = async (version = 0) => {
    await store.close();
    const database = new DatabaseSync(db);
    database.prepare("update journeys set facts = json_set(facts, '$.visits', ?)").run(OLD);
    database
      .prepare("update settings set value = ? where key = 'folded_by'")
      .run(JSON.stringify(version));
    database.close();
    store = sqliteStore(db);
  };
  const stillOld = async () =>
    (await store.carts(SITE.id, ALL)).filter(({ visits }) => visits === OLD).length;
  const carts = async () =>
    (await store.carts(SITE.id, ALL)).sort((a, b) => (a.id < b.id ? -1 : 1));

  it('opens at once with what it has, and gets the same journeys as ever, a piece at a time', async () => {
    const before = await carts();
    await foldOtherwise();
    expect(await store.refolding!.waiting()).toEqual([SITE.id]);

    const left = [await stillOld()];
    while (await store.refolding!.next()) left.push(await stillOld());
    expect(left[0]).toBe(before.length);
    const pieces = left.slice(1).map((each, place) => left[place]! - each);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(500);
    expect(pieces.filter((size) => size > 0).length).toBeGreaterThan(2);
    expect(left.at(-1)).toBe(0);

    expect(await carts()).toEqual(before);
    expect(await store.refolding!.waiting()).toEqual([]);
    await reopen();
    expect(await store.refolding!.waiting()).toEqual([]);
  });

  it('goes on where it was when it is stopped half-way', async () => {
    await foldOtherwise();
    await store.refolding!.next();
    const half = await stillOld();
    expect(half).toBeGreaterThan(0);
    await reopen();
    await store.refolding!.next();
    expect(await stillOld()).toBeLessThan(half);
    await refoldAll(store);
    expect(await stillOld()).toBe(0);
  });

  it('begins anew when another version was at it in between', async () => {
    await foldOtherwise();
    await store.refolding!.next();
    await foldOtherwise(1);
    await refoldAll(store);
    expect(await stillOld()).toBe(0);
  });

  it('folds whoever does something meanwhile at once', async () => {
    await foldOtherwise();
    const before = await stillOld();
    const touchpoint = stored(9001, 'page_view', { visitor: 'v699', at: NOW - HOUR + 2000 });
    await store.append([{ site: SITE, touchpoints: [touchpoint] }]);
    expect(await stillOld()).toBe(before - 1);
  });

  it('waits for nothing more once everything was rebuilt', async () => {
    await foldOtherwise();
    await store.rebuild(SITE);
    expect(await store.refolding!.waiting()).toEqual([]);
    expect(await stillOld()).toBe(0);
  });

  it('is folded aside of what else goes on, until that is stopped', async () => {
    await foldOtherwise();
    const told: string[] = [];
    const aside = refoldAside(store, { log: (message) => told.push(message), pauseMs: 0 });
    aside.start();
    await expect.poll(stillOld, { timeout: 60_000 }).toBe(0);
    await aside.stop();
    expect(told).toEqual([]);
  });

  it('is folded again aside when that is asked for, whether anything waited or not', async () => {
    const aside = refoldAside(store, { log: () => {}, pauseMs: 0 });
    const created = async () => new Set((await carts()).map(({ cart }) => cart!.currency));
    const settled = () => expect.poll(() => store.refolding!.waiting(), { timeout: 60_000 });
    // Goods without a currency are in that of the site.
    const { currency: _, ...params } = goods(5);
    const told = stored(9000, 'add_to_cart', { visitor: 'v', at: NOW, params });
    await store.append([{ site: SITE, touchpoints: [told] }]);
    for (const currency of ['USD', 'CHF']) {
      const site = { ...SITE, currency };
      await store.put(`site:${SITE.id}`, site);
      await aside.begin(site);
      await settled().toEqual([]);
      expect(await created()).toContain(currency);
    }
    await aside.stop();
  });

  it('is folded at once where a store knows no pieces', async () => {
    await foldOtherwise();
    await refoldAside({ rebuild: (site) => store.rebuild(site) }, { log: () => {} }).begin(SITE);
    expect(await stillOld()).toBe(0);
  });

  it('is left alone after it was stopped', async () => {
    await foldOtherwise();
    const aside = refoldAside(store, { log: () => {} });
    aside.start();
    await aside.stop();
    const before = await stillOld();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await stillOld()).toBe(before);
  });
});
