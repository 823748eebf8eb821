import { describe, expect, it } from 'vitest';
import { type ChoreDeps, doChores, nextChoreAt } from '../../src/edge/chores.ts';
import { fullness } from '../../src/edge/fullness.ts';
import { daySalts } from '../../src/ingest/daySalts.ts';
import { SALT_KEY } from '../../src/ingest/keptSalt.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { EVENT_TYPES } from '../../src/webhooks/webhook.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const DAY = 24 * HOUR;
const MINUTE = 60_000;

/** A site, and a clock that only moves when it is told to. */
async function site(usedBytes = 0) {
  const store = sqliteStore(':memory:');
  await saveSite(store, { ...SITE, retentionDays: 30 });
  const time = { now: NOW };
  const said: string[] = [];
  const sent: string[] = [];
  const deps: ChoreDeps = {
    store,
    send: async ({ body }) => {
      sent.push(JSON.parse(body).type);
      return { status: 200 };
    },
    baseUrl: 'https://carts.shop.example',
    fullness: () => fullness(usedBytes),
    log: (message, about) => said.push(`${about?.level} ${message}`),
    now: () => time.now,
  };
  const listen = () =>
    store.webhooks!.save({
      ...{ site: SITE.id, id: 'wh_1', url: 'https://mail.shop.net/', events: EVENT_TYPES },
      ...{ createdAt: 0, secret: 'whsec_1' },
    });
  const add = (n: number, at: number) =>
    store.append([
      { site: SITE, touchpoints: [stored(n, 'add_to_cart', { at, params: goods(10) })] },
    ]);
  return { store, time, said, sent, deps, listen, add };
}

describe(nextChoreAt, () => {
  it('wakes a new object soon, then once a day and at its end while nobody wants to be told', async () => {
    const { deps, time } = await site();
    expect(await nextChoreAt(deps)).toBe(NOW + MINUTE);
    await doChores(deps);
    time.now += HOUR;
    expect(await nextChoreAt(deps)).toBe(NOW + 12 * HOUR);
    time.now = NOW + 12 * HOUR;
    expect(await nextChoreAt(deps)).toBe(NOW + DAY);
  });

  it('wakes it every minute while somebody does', async () => {
    const { deps, listen } = await site();
    await doChores(deps);
    await listen();
    expect(await nextChoreAt(deps)).toBe(NOW + MINUTE);
    expect(await nextChoreAt({ ...deps, everyMs: 5 * MINUTE })).toBe(NOW + 5 * MINUTE);
  });
});

describe(doChores, () => {
  it('folds again what waits for it, some at a time, and is woken for the rest', async () => {
    const { deps, store } = await site();
    const touchpoints = Array.from({ length: 12_000 }, (_, n) =>
      stored(n + 1, 'page_view', { visitor: `v${Math.floor(n / 3)}` }),
    );
    await store.append([{ site: SITE, touchpoints }]);
    await store.refolding!.begin(SITE.id);
    expect(await nextChoreAt(deps)).toBe(NOW + 1000);
    await doChores(deps);
    expect(await nextChoreAt(deps)).toBe(NOW + 1000);
    await doChores(deps);
    expect(await store.refolding!.waiting()).toEqual([]);
    expect(await nextChoreAt(deps)).toBe(NOW + 12 * HOUR);
  });

  it('forgets the salt of a day that is over', async () => {
    const { deps, store, time } = await site();
    const who = { site: SITE.id, address: '192.0.2.7', userAgent: 'Firefox' };
    await daySalts(store).visitorOf(who, { at: NOW, now: NOW });
    await doChores(deps);
    expect(await store.get(SALT_KEY)).toBeDefined();
    time.now = await nextChoreAt(deps);
    await doChores(deps);
    expect(await store.get(SALT_KEY)).toBeUndefined();
  });

  it('tells of a cart that was left', async () => {
    const { deps, listen, add, sent } = await site();
    await listen();
    await add(1, NOW - 2 * HOUR);
    await doChores(deps);
    expect(sent).toEqual(['cart.abandoned']);
  });

  it('removes once a day what is older than the site keeps', async () => {
    const { deps, add, store, time } = await site();
    const left = async () => (await store.counts(SITE.id)).touchpoints;
    await add(1, NOW - 31 * DAY);
    await doChores(deps);
    expect(await left()).toBe(0);

    await add(2, NOW - 31 * DAY);
    time.now += DAY - 1;
    await doChores(deps);
    expect(await left()).toBe(1);
    time.now += 1;
    await doChores(deps);
    expect(await left()).toBe(0);
  });

  it.each([
    [7e9, []],
    [8e9, ['warn the object is filling: see /storage']],
    [10e9, ['error the object is full: see /storage']],
  ])('says in the log what %d bytes mean, once a day', async (bytes, expected) => {
    const { deps, said } = await site(bytes);
    await doChores(deps);
    await doChores(deps);
    expect(said).toEqual(expected);
  });

  it('does the rest when one of them fails, and says so', async () => {
    const { deps, store, said, time } = await site(8e9);
    const webhooks = { ...store.webhooks!, list: () => Promise.reject(new Error('no such luck')) };
    await doChores({ ...deps, store: { ...store, webhooks } });
    expect(said).toEqual([
      'error can’t tell webhooks: Error: no such luck',
      'warn the object is filling: see /storage',
    ]);
    time.now += HOUR;
    expect(await nextChoreAt(deps)).toBe(NOW + 12 * HOUR);
  });
});
