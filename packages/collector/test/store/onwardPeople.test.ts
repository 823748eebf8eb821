import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { ReceivedTouchpoint, Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const WHOLE = { onwardFrom: Number.POSITIVE_INFINITY };
const ONWARD = { onwardFrom: 0 };

describe('a store that goes on from what it knows of a person', { timeout: 90_000 }, () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-onward-'));
    path = join(folder, 'test.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const add = (store: Store, ...touchpoints: ReceivedTouchpoint[]) =>
    store.append([{ site: SITE, touchpoints }]);

  it('has after every batch what one has that settles everybody anew', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (given) => {
        const onward = sqliteStore(':memory:', ONWARD);
        const whole = sqliteStore(':memory:', WHOLE);
        for (const batch of given) {
          for (const store of [onward, whole]) {
            if ('verdict' in batch) await store.decide(SITE, 'phone', { ...batch, at: NOW });
            else await add(store, ...batch.touchpoints);
          }
          expect(await world(onward)).toEqual(await world(whole));
        }
        await onward.close();
        await whole.close();
      }),
      { numRuns: 60 },
    );
  });

  it('holds who floods as soon as it does, and lets go of nothing then', async () => {
    const store = sqliteStore(':memory:', ONWARD);
    const scroll = (n: number) =>
      stored(n, 'scroll', { at: NOW - 3 * HOUR + n * 2000, browser: 'Chrome 126', suspicion: '' });
    for (let n = 0; n < 5000; n += 500) {
      await add(store, ...Array.from({ length: 500 }, (_, place) => scroll(n + place)));
    }
    expect(await store.quarantineCounts(SITE.id)).toEqual([]);
    await add(store, scroll(5000));
    await add(store, scroll(5001));
    expect(await store.quarantineCounts(SITE.id)).toEqual([
      { reason: 'flood', touchpoints: 5002, visitors: 1 },
    ]);
    expect(await store.latest(SITE.id, { from: 0, limit: 9 })).toEqual([]);
    await store.close();
  });

  it('sees what another process has written', async () => {
    const here = sqliteStore(path, ONWARD);
    const there = sqliteStore(path, ONWARD);
    await add(here, stored(1, 'add_to_cart', { at: NOW - 3 * HOUR, params: goods(5) }));
    await add(there, stored(2, 'add_to_cart', { at: NOW - 2 * HOUR, params: goods(7) }));
    await add(here, stored(3, 'page_view', { at: NOW - HOUR }));

    const [journey] = await here.latest(SITE.id, { from: 0, limit: 9 });
    expect(journey).toMatchObject({ touchpoints: 3, cart: { amount: 1200 } });
    await here.close();
    await there.close();
  });

  it('takes back with a failed commit what it went on to', async () => {
    const store = sqliteStore(':memory:', ONWARD);
    await add(store, stored(1, 'add_to_cart', { params: goods(5) }));
    const next = stored(2, 'add_to_cart', { at: NOW, params: goods(7) });
    // Nothing of it can be folded, which turns out when the first has been.
    const broken = Object.defineProperty({ ...SITE, id: 'other' }, 'currency', {
      get: () => {
        throw new Error('no such currency');
      },
    });
    const writes = [SITE, broken].map((site) => ({ site, touchpoints: [next] }));
    await expect(store.append(writes)).rejects.toThrow('no such currency');

    await add(store, stored(4, 'page_view', { at: NOW + 1 }));
    const [journey] = await store.latest(SITE.id, { from: 0, limit: 9 });
    expect(journey).toMatchObject({ touchpoints: 2, cart: { amount: 500 } });
    await store.close();
  });
});

async function world(store: Store) {
  const json = (things: readonly unknown[]) => things.map((one) => JSON.stringify(one)).sort();
  const counted: string[] = [];
  for await (const { id } of store.touchpoints(SITE.id)) counted.push(id);
  return {
    journeys: json(await store.latest(SITE.id, { from: 0, limit: 1000 })),
    quarantine: json(await store.quarantined(SITE.id, { limit: 1000 })),
    counted,
  };
}

/** Mostly in order of time, as browsers send; now and then late, too fast, signed in, ordered, or decided about. */
const batches = fc
  .array(
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.record({
          visitor: fc.constantFrom('phone', 'phone', 'desk'),
          user: fc.option(fc.constantFrom('ann', 'bob'), { nil: undefined, freq: 8 }),
          minutes: fc.constantFrom(0, 1, 20, 40, 90, 40 * 24 * 60, -30),
          types: fc.array(
            fc.constantFrom(
              ...['page_view', 'page_view', 'add_to_cart', 'begin_checkout', 'remove_from_cart'],
              ...['purchase', 'review', 'guess'],
            ),
            { minLength: 1, maxLength: 4 },
          ),
          transaction_id: fc.constantFrom('T1', 'T2'),
          sender: fc.constantFrom('browser', 'browser', 'browser', 'crawler', 'server'),
          burst: fc.option(fc.constant(35), { nil: 0, freq: 12 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ verdict: fc.constantFrom('held', 'released', undefined) }),
      },
    ),
    { minLength: 2, maxLength: 14 },
  )
  .map((told) => {
    let at = NOW - 400 * 24 * HOUR;
    let n = 0;
    return told.map((one) => {
      if ('verdict' in one) return one;
      at += one.minutes * 60_000;
      const types = [...one.types, ...Array.from({ length: one.burst }, () => 'page_view')];
      return { touchpoints: types.map((type, i) => touchpoint(type, ++n, at + i * 100, one)) };
    });
  });

function touchpoint(
  type: string,
  n: number,
  at: number,
  {
    visitor,
    user,
    sender,
    transaction_id,
  }: { visitor: string; user: string | undefined; sender: string; transaction_id: string },
): ReceivedTouchpoint {
  const params = { ...goods(10, `G${n % 3}`), transaction_id };
  return stored(n, type === 'guess' ? 'add_to_cart' : type, {
    visitor,
    at,
    ...(user && { user }),
    params:
      type === 'page_view' ? {} : type === 'guess' ? { ...params, inferred: 'generic' } : params,
    ...(sender === 'browser' && { browser: 'Chrome 126', suspicion: '' }),
    ...(sender === 'crawler' && { browser: 'Chrome 126', suspicion: 'bot' }),
  });
}
