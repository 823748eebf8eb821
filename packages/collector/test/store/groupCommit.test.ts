import { beforeEach, describe, expect, it } from 'vitest';
import { groupCommit } from '../../src/store/groupCommit.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { type Appended, type Store, StoreError, type Write } from '../../src/store/store.ts';
import { SITE, stored } from '../touchpoints.ts';

describe('writes that arrive together', () => {
  /** The commits that were begun, and how to end each. */
  let commits: {
    writes: readonly Write[];
    end: () => void;
    fail: (error: Error) => void;
  }[];
  let store: Store;

  beforeEach(() => {
    commits = [];
    const inner: Store = {
      ...sqliteStore(':memory:'),
      append: (writes) =>
        new Promise<Appended[]>((resolve, reject) => {
          const appended = writes.map(() => ({ accepted: 1, duplicates: 0 }));
          commits.push({ writes, end: () => resolve(appended), fail: reject });
        }),
    };
    store = groupCommit(inner, 3);
  });

  const write = (n: number): Write => ({ site: SITE, touchpoints: [stored(n, 'page_view')] });
  const append = (n: number) => store.append([write(n)]).then(([appended]) => appended);
  const begun = (count: number) => expect.poll(() => commits.length).toBe(count);

  it('are one commit', async () => {
    const both = Promise.all([append(1), append(2)]);
    await begun(1);
    expect(commits[0]?.writes).toEqual([write(1), write(2)]);
    commits[0]?.end();
    expect(await both).toHaveLength(2);
  });

  it('wait for the commit before them, and are then one together', async () => {
    const first = append(1);
    await begun(1);
    const others = Promise.all([append(2), append(3)]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(commits).toHaveLength(1);
    commits[0]?.end();
    await first;
    await begun(2);
    expect(commits[1]?.writes).toEqual([write(2), write(3)]);
    commits[1]?.end();
    await others;
  });

  it('fail together when the store is out of reach, and the next are tried', async () => {
    const both = Promise.allSettled([append(1), append(2)]);
    await begun(1);
    commits[0]?.fail(new StoreError('away'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = append(3);
    await begun(2);
    commits[1]?.end();
    await next;
  });

  it('are tried alone when one of them may be the fault', async () => {
    const both = Promise.allSettled([append(1), append(2)]);
    await begun(1);
    commits[0]?.fail(new Error('a bug'));
    await begun(2);
    commits[1]?.fail(new Error('a bug'));
    await begun(3);
    commits[2]?.end();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('are turned away when too much waits', async () => {
    const waiting = [append(1), append(2), append(3), append(4)];
    await expect(append(5)).rejects.toThrow('waiting for the disk');
    await begun(1);
    commits[0]?.end();
    await Promise.all(waiting);
  });
});
