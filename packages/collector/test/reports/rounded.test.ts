import { describe, expect, it } from 'vitest';
import { rounded } from '../../src/reports/rounded.ts';

describe(rounded, () => {
  it.each([
    [0.1 + 0.2, 0.3],
    [0.8776535177288477, 0.877653518],
    [123456.789012345, 123456.789],
    [1e-12 / 3, 3.33333333e-13],
    [1_795_348_800_000, 1_795_348_800_000],
    [-0.5, -0.5],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('makes %d %d', (number, expected) => {
    expect(rounded(number)).toBe(expected);
  });

  it('reaches into what a report found, and leaves everything else', () => {
    const when = new Date(0);
    expect(rounded({ a: [{ b: 0.1 + 0.2 }], c: 'text', d: null, e: undefined, when })).toEqual({
      ...{ a: [{ b: 0.3 }], c: 'text', d: null, e: undefined, when },
    });
  });
});
