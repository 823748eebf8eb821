import { describe, expect, it } from 'vitest';
import { difference } from '../src/difference.ts';
import { median } from '../src/median.ts';
import { wilson } from '../src/wilson.ts';

describe(wilson.name, () => {
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('agrees with the published interval of %i out of %i', (hits, n, low, high) => {
    const rate = wilson(hits, n);
    expect(rate.value).toBe(hits / n);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });

  it('ends exactly at 0 and 1', () => {
    expect(wilson(0, 7).low).toBe(0);
    expect(wilson(7, 7).high).toBe(1);
  });

  it('says nothing about nothing', () => {
    expect(wilson(0, 0)).toEqual({ value: null, low: null, high: null, n: 0 });
  });
});

describe(difference.name, () => {
  // Newcombe (1998), "Interval estimation for the difference", table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])('agrees with the published interval of %i/%i − %i/%i', (a, m, b, n, low, high) => {
    const { value, ...bounds } = difference(wilson(a, m), wilson(b, n));
    expect(value).toBe(a / m - b / n);
    expect(bounds.low).toBeCloseTo(low, 4);
    expect(bounds.high).toBeCloseTo(high, 4);
  });

  it('is unknown where one of the two is', () => {
    const unknown = { value: null, low: null, high: null };
    expect(difference(wilson(1, 2), wilson(0, 0))).toEqual(unknown);
    expect(difference(wilson(0, 0), wilson(1, 2))).toEqual(unknown);
  });
});

describe(median.name, () => {
  it.each([
    ['nothing', [], null],
    ['one', [3], 3],
    ['an odd number of values, by number and not by text', [10, 9, 100], 10],
    ['an even number of values', [4, 1, 3, 2], 2.5],
  ])('of %s', (_, values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('leaves its input alone', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
