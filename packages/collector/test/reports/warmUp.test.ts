import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../../src/reports/ask.ts';
import { reports } from '../../src/reports/index.ts';
import { warmUp } from '../../src/reports/warmUp.ts';
import { type Site, saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const SHOPPERS = 50;

describe(warmUp.name, () => {
  let store: Store;
  beforeEach(() => {
    store = sqliteStore(':memory:');
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await store.close();
  });

  const fill = async (id: string, agoMs: number): Promise<Site> => {
    const site = { ...SITE, id };
    await saveSite(store, site);
    const touchpoints = Array.from({ length: SHOPPERS }, (_, n) =>
      stored(n, 'add_to_cart', { visitor: `v${n}`, at: NOW - agoMs - n, params: goods(20) }),
    );
    await store.append([{ site, touchpoints }]);
    return site;
  };
  const warmedUp = (bounds: { fewestJourneys?: number; mostJourneys?: number } = {}) =>
    new Promise<void>((done) => {
      warmUp(store, { now: () => NOW, log: () => done(), fewestJourneys: SHOPPERS, ...bounds });
    });
  /** How many texts are read for an answer. */
  const readFor = async (site: Site, name: string) => {
    const parse = vi.spyOn(JSON, 'parse');
    const report = reports().find((each) => each.name === name)!;
    await report.read(await ask({ period: '30d' }, { site, store, now: NOW }));
    return parse.mock.calls.length;
  };

  it.each(['overview', 'map', 'funnel', 'retention'])(
    'leaves no journey to be read by who asks first: %s',
    async (name) => {
      const site = await fill('shop', HOUR);
      await warmedUp();
      expect(await readFor(site, name)).toBeLessThan(SHOPPERS);
    },
  );

  it('reads the three sites that moved last', async () => {
    const sites: Site[] = [];
    for (const [hours, id] of ['b', 'c', 'd', 'a'].entries()) {
      sites.push(await fill(id, (hours + 1) * HOUR));
    }
    await warmedUp();
    const read: number[] = [];
    for (const site of sites) read.push(await readFor(site, 'overview'));
    expect(read.map((texts) => texts >= SHOPPERS)).toEqual([false, false, false, true]);
  });

  it.each([
    ['so few journeys that nobody would have to wait', { fewestJourneys: SHOPPERS + 1 }],
    ['more journeys than there is memory for', { mostJourneys: SHOPPERS - 1 }],
  ])('leaves out a site with %s', async (_, bounds) => {
    const site = await fill('shop', HOUR);
    await warmedUp(bounds);
    expect(await readFor(site, 'overview')).toBeGreaterThanOrEqual(SHOPPERS);
  });

  it('says nothing of a store that was closed under it', async () => {
    await fill('shop', HOUR);
    const log = vi.fn();
    const stop = warmUp(store, { now: () => NOW, log });
    stop();
    await store.close();
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).not.toHaveBeenCalled();
  });
});
