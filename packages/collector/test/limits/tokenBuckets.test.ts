import { describe, expect, it } from 'vitest';
import { tokenBuckets } from '../../src/limits/tokenBuckets.ts';

describe(tokenBuckets.name, () => {
  const options = { perSecond: 2, burst: 3 };

  it('gives a burst, then says how long to wait', () => {
    const { take } = tokenBuckets(options);
    expect([1, 2, 3, 4].map(() => take('a', 0))).toEqual([0, 0, 0, 500]);
    expect(take('a', 400)).toBeCloseTo(100);
    expect(take('a', 500)).toBe(0);
  });

  it('fills up to the burst and no further', () => {
    const { take } = tokenBuckets(options);
    take('a', 0);
    expect([1, 2, 3].map(() => take('a', 1e9))).toEqual([0, 0, 0]);
    expect(take('a', 1e9)).toBeGreaterThan(0);
  });

  it('lets one key pay for nobody else', () => {
    const { take } = tokenBuckets(options);
    for (let n = 0; n < 9; n++) take('a', 0);
    expect(take('b', 0)).toBe(0);
  });

  it('gains nothing from a clock that is set back', () => {
    const { take } = tokenBuckets(options);
    for (let n = 0; n < 3; n++) take('a', 1000);
    expect(take('a', 0)).toBeGreaterThan(0);
  });

  it('forgets the key that was quiet longest, never the busy one', () => {
    const { take } = tokenBuckets({ ...options, maxKeys: 10 });
    for (let n = 0; n < 3; n++) take('busy', 0);
    for (let n = 0; n < 100; n++) {
      take(`k${n}`, 0);
      expect(take('busy', 0)).toBeGreaterThan(0);
    }
  });
});
