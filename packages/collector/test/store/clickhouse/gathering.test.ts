import { describe, expect, it } from 'vitest';
import { gathering } from '../../../src/store/clickhouse/gathering.ts';
import { type Store, StoreError, type Write } from '../../../src/store/store.ts';
import { SITE, stored } from '../../touchpoints.ts';

describe(gathering.name, () => {
  const batch = (n: number, count = 1): Write => ({
    site: SITE,
    touchpoints: Array.from({ length: count }, () => stored(n, 'page_view')),
  });
  /** Says how many touchpoints each append had, and fails as told. */
  const recorded = (fail: (writes: readonly Write[]) => unknown = () => undefined) => {
    const sizes: number[] = [];
    const append: Store['append'] = async (writes) => {
      sizes.push(writes.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0));
      await Promise.resolve();
      const failure = fail(writes);
      if (failure) throw failure;
      return writes.map(({ touchpoints }) => ({ accepted: touchpoints.length, duplicates: 0 }));
    };
    return { append: gathering(append), sizes };
  };

  it('writes what arrives meanwhile at once, and answers each with its own', async () => {
    const { append, sizes } = recorded();
    const answers = await Promise.all([1, 2, 3, 4].map((n) => append([batch(n, n), batch(n)])));
    expect(sizes).toEqual([2, 3 + 4 + 5]);
    expect(answers.map((each) => each.map(({ accepted }) => accepted))).toEqual(
      [1, 2, 3, 4].map((n) => [n, 1]),
    );
    await append([batch(5)]);
    expect(sizes).toHaveLength(3);
  });

  it('leaves what is too much for one append to the next', async () => {
    const { append, sizes } = recorded();
    await Promise.all([1, 12_000, 12_000, 30_000, 5].map((count) => append([batch(1, count)])));
    expect(sizes).toEqual([1, 12_000, 12_000, 30_000, 5]);
  });

  it('keeps one that can’t be written from taking its neighbours along', async () => {
    const isBad = ({ touchpoints }: Write) => touchpoints[0]?.seq === 3;
    const { append } = recorded((writes) => writes.some(isBad) && new Error('bad'));
    const answers = await Promise.allSettled([1, 2, 3, 4].map((n) => append([batch(n)])));
    expect(answers.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    ]);
  });

  it('fails all who waited for a database that is out of reach, and goes on', async () => {
    let isAway = true;
    const { append, sizes } = recorded(() => isAway && new StoreError('away'));
    const answers = await Promise.allSettled([1, 2, 3].map((n) => append([batch(n)])));
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    expect(sizes).toHaveLength(2);
    isAway = false;
    await expect(append([batch(1)])).resolves.toHaveLength(1);
  });
});
