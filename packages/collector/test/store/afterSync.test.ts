import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { afterSync } from '../../src/store/afterSync.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { type Store, StoreError } from '../../src/store/store.ts';
import { SITE, stored } from '../touchpoints.ts';

describe('a store that waits for the disk', () => {
  let store: Store;
  let writes: number;
  /** The waits for the disk that were begun, and how to end each. */
  let waits: { end: () => void; fail: (error: Error) => void }[];
  let settled: string[];

  beforeEach(() => {
    writes = 0;
    waits = [];
    settled = [];
    const inner = sqliteStore(':memory:');
    const counting: Store = {
      ...inner,
      put: (key, value) => {
        writes++;
        return inner.put(key, value);
      },
      refolding: {
        ...inner.refolding!,
        begin: (site) => {
          writes++;
          return inner.refolding!.begin(site);
        },
      },
      append: (each) => {
        writes++;
        return inner.append(each);
      },
    };
    store = afterSync(counting, {
      written: () => writes,
      toDisk: () =>
        new Promise((resolve, reject) => void waits.push({ end: resolve, fail: reject })),
    });
  });
  afterEach(async () => {
    const closing = store.close();
    await turn();
    waits.at(-1)?.end();
    await closing;
  });

  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const put = (key: string) =>
    store.put(key, 1).then(
      () => settled.push(key),
      (error) => settled.push(`${key}: ${error instanceof StoreError}`),
    );

  it('answers a write when it is on the disk, not before', async () => {
    void put('a');
    await turn();
    expect(settled).toEqual([]);
    waits[0]!.end();
    await turn();
    expect(settled).toEqual(['a']);
  });

  it('waits for touchpoints, too', async () => {
    let answered = false;
    const appending = store.append([{ site: SITE, touchpoints: [stored(1, 'page_view')] }]);
    void appending.then(() => (answered = true));
    await turn();
    expect(answered).toBe(false);
    waits[0]!.end();
    expect(await appending).toEqual([{ accepted: 1, duplicates: 0 }]);
  });

  it('waits for what is to be folded again, too', async () => {
    let answered = false;
    const beginning = store.refolding!.begin(SITE.id).then(() => (answered = true));
    await turn();
    expect(answered).toBe(false);
    waits[0]!.end();
    await beginning;
  });

  it('answers reads at once, with what is not on the disk yet', async () => {
    void put('a');
    expect(await store.get('a')).toBe(1);
    waits[0]!.end();
  });

  it('lets what was written during a wait share the next one', async () => {
    void put('a');
    await turn();
    void put('b');
    void put('c');
    await turn();
    expect(waits).toHaveLength(1);
    waits[0]!.end();
    await turn();
    expect(settled).toEqual(['a']);
    expect(waits).toHaveLength(2);
    waits[1]!.end();
    await turn();
    expect(settled).toEqual(['a', 'b', 'c']);
  });

  it('tells whoever waits that the disk failed, and tries again for the next', async () => {
    void put('a');
    await turn();
    waits[0]!.fail(new Error('EIO'));
    await turn();
    expect(settled).toEqual(['a: true']);
    void put('b');
    await turn();
    waits[1]!.end();
    await turn();
    expect(settled).toEqual(['a: true', 'b']);
  });

  it('ends its waits before it closes', async () => {
    void put('a');
    await turn();
    let closed = false;
    const closing = store.close().then(() => (closed = true));
    await turn();
    expect(closed).toBe(false);
    waits[0]!.end();
    await closing;
    expect(settled).toEqual(['a']);
  });
});
