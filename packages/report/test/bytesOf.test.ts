import { describe, expect, it } from 'vitest';
import { bytesOf } from '../src/bytesOf.ts';

describe(bytesOf.name, () => {
  it.each([
    ['numbers', 3, 8],
    ['nothing', undefined, 8],
    ['a text', 'x'.repeat(100), 124],
    ['a list of numbers', Array.from({ length: 1000 }, () => 1), 8024],
    ['numbers in a row', new Float64Array(1000), 8024],
    ['a list of texts', Array.from({ length: 100 }, () => 'x'.repeat(76)), 10_024],
    ['an object', { a: 1, b: [1, 2] }, 24 + 16 + 8 + 24 + 16],
    ['a map', new Map([[1, 2]]), 24 + 40 + 24 + 16],
  ])('weighs %s', (_, value, bytes) => {
    expect(bytesOf(value)).toBe(bytes);
  });

  it('looks at some values of a long list only', () => {
    let looked = 0;
    const value = {
      get n() {
        looked++;
        return 1;
      },
    };
    expect(bytesOf(Array.from({ length: 10_000 }, () => value))).toBe(24 + 10_000 * 40);
    expect(looked).toBeLessThan(100);
  });
});
