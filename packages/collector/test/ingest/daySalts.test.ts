import { describe, expect, it } from 'vitest';
import { daySalts } from '../../src/ingest/daySalts.ts';
import { endOfDay, forgetSalt, SALT_KEY } from '../../src/ingest/keptSalt.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { StoreError } from '../../src/store/store.ts';
import { HOUR, NOW } from '../touchpoints.ts';

const DAY = 24 * HOUR;
const WHO = { site: 'shop', address: '192.0.2.7', userAgent: 'Firefox' };

describe('a visitor of a day', () => {
  it('is the same one all day, also for what arrives the day after', async () => {
    const { visitorOf } = daySalts(sqliteStore(':memory:'));
    const inTime = await visitorOf(WHO, { at: NOW, now: NOW });
    expect(await visitorOf(WHO, { at: NOW + HOUR, now: NOW + HOUR })).toBe(inTime);
    expect(await visitorOf(WHO, { at: NOW, now: NOW + DAY })).toBe(inTime);
  });

  it.each([
    ['the next day', WHO, DAY],
    ['on another site', { ...WHO, site: 'other' }, 0],
    ['at another address', { ...WHO, address: '192.0.2.8' }, 0],
    ['with another browser', { ...WHO, userAgent: 'Chrome' }, 0],
    [
      'whose fields only look alike when run together',
      { ...WHO, site: 'shop1', address: '92.0.2.7' },
      0,
    ],
  ])('is somebody else %s', async (_, who, laterMs) => {
    const { visitorOf } = daySalts(sqliteStore(':memory:'));
    const first = await visitorOf(WHO, { at: NOW, now: NOW });
    expect(await visitorOf(who, { at: NOW + laterMs, now: NOW + laterMs })).not.toBe(first);
  });

  it('is forgotten after a day more: what comes later joins nothing of that day', async () => {
    const { visitorOf } = daySalts(sqliteStore(':memory:'));
    const inTime = await visitorOf(WHO, { at: NOW, now: NOW });
    expect(await visitorOf(WHO, { at: NOW, now: NOW + 2 * DAY })).not.toBe(inTime);
    expect(await visitorOf(WHO, { at: NOW, now: NOW })).not.toBe(inTime);
  });

  it('can’t be worked out from an address: every collector has a salt of its own', async () => {
    const time = { at: NOW, now: NOW };
    const id = await daySalts(sqliteStore(':memory:')).visitorOf(WHO, time);
    expect(await daySalts(sqliteStore(':memory:')).visitorOf(WHO, time)).not.toBe(id);
    expect(id).toMatch(/^day:[0-9a-f]{32}$/);
  });

  it('is the same one after a restart, and a new one where that was in another day', async () => {
    const store = sqliteStore(':memory:');
    const id = await daySalts(store).visitorOf(WHO, { at: NOW, now: NOW });
    expect(await daySalts(store).visitorOf(WHO, { at: NOW, now: NOW + HOUR })).toBe(id);
    await daySalts(store).visitorOf(WHO, { at: NOW + DAY, now: NOW + DAY });
    expect(await daySalts(store).visitorOf(WHO, { at: NOW, now: NOW + DAY })).not.toBe(id);
  });

  it('is one only, however many come at once', async () => {
    const store = sqliteStore(':memory:');
    const { visitorOf } = daySalts(store);
    const time = { at: NOW, now: NOW };
    const ids = await Promise.all(Array.from({ length: 20 }, () => visitorOf(WHO, time)));
    expect(new Set([...ids, await daySalts(store).visitorOf(WHO, time)]).size).toBe(1);
  });

  it('is had again once a store that was out of reach is there', async () => {
    const store = sqliteStore(':memory:');
    let isThere = false;
    const { visitorOf } = daySalts({
      ...store,
      get: (key) => (isThere ? store.get(key) : Promise.reject(new StoreError('gone'))),
    });
    const time = { at: NOW, now: NOW };
    await expect(visitorOf(WHO, time)).rejects.toThrow('gone');
    isThere = true;
    expect(await visitorOf(WHO, time)).toMatch(/^day:/);
  });
});

describe('the salt of a day', () => {
  it('is kept while the day lasts, and forgotten when it is over, whoever comes', async () => {
    const store = sqliteStore(':memory:');
    await daySalts(store).visitorOf(WHO, { at: NOW, now: NOW });
    await forgetSalt(store, endOfDay(NOW) - 1);
    expect(await store.get(SALT_KEY)).toBeDefined();

    const written: unknown[] = [];
    const put = async (key: string, value: unknown) => {
      written.push(value);
      await store.put(key, value);
    };
    await forgetSalt({ ...store, put }, endOfDay(NOW));
    expect(await store.get(SALT_KEY)).toBeUndefined();
    expect(written).toEqual([expect.objectContaining({ salt: expect.stringMatching(/^A{43}=$/) })]);
  });

  it('is all that is kept: one, of today', async () => {
    const store = sqliteStore(':memory:');
    const { visitorOf } = daySalts(store);
    for (const days of [0, 1, 2]) {
      await visitorOf(WHO, { at: NOW + (days - 1) * DAY, now: NOW + days * DAY });
      await visitorOf(WHO, { at: NOW + days * DAY, now: NOW + days * DAY });
    }
    expect(await store.list('')).toHaveLength((await sqliteStore(':memory:').list('')).length + 1);
    expect(await store.get(SALT_KEY)).toMatchObject({ day: Math.floor((NOW + 2 * DAY) / DAY) });
  });
});
