import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/import/parseAmount.ts';

describe(parseAmount.name, () => {
  it.each([
    ['35.79', 35.79],
    ['33.20', 33.2],
    ['0', 0],
    ['1.234', 1.234],
    ['.5', 0.5],
    ['-12.5', -12.5],
    ['1e-05', 0.00001],
    ['12,50', 12.5],
    ['12,5', 12.5],
    ['0,500', 0.5],
    ['1234,567', 1234.567],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 234,50', 1234.5],
    ['€ 12,50', 12.5],
    ['$1,234.50', 1234.5],
    [19.9, 19.9],
  ])('reads %j as %d', (value, expected) => {
    expect(parseAmount(value)).toBe(expected);
  });

  it.each([
    ['1,234'],
    ['12,345'],
    ['n/a'],
    [''],
    ['12.50.1'],
    ['1,2,3'],
    ['1.23,456.7'],
    ['0x10'],
    [Number.POSITIVE_INFINITY],
    [null],
    [true],
  ])('reads nothing into %j', (value) => {
    expect(parseAmount(value)).toBeUndefined();
  });
});
