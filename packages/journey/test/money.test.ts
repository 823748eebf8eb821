import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf, toDecimal, toMinor } from '../src/money.ts';

describe(toMinor, () => {
  it.each([
    [19.9, 'EUR', 1990],
    [1.005, 'EUR', 101],
    [0.1 + 0.2, 'EUR', 30],
    [1234567.89, 'USD', 123456789],
    [1800, 'JPY', 1800],
    [1799.5, 'KRW', 1800],
    [1.2345, 'KWD', 1235],
    [12.3456, 'CLF', 123456],
    [-2.5, 'EUR', -250],
    [-0.005, 'EUR', -1],
    [0, 'EUR', 0],
    [1e-7, 'EUR', 0],
    [1e11, 'EUR', 1e13],
    [5, 'XXX', 500],
  ])('%f %s is %i', (amount, currency, minor) => {
    expect(toMinor(amount, currency)).toBe(minor);
  });
});

describe(toDecimal, () => {
  it.each([
    [1990, 'EUR', '19.90'],
    [5, 'EUR', '0.05'],
    [0, 'EUR', '0.00'],
    [-250, 'EUR', '-2.50'],
    [1800, 'KRW', '1800'],
    [1235, 'KWD', '1.235'],
  ])('%i %s is %s', (minor, currency, decimal) => {
    expect(toDecimal(minor, currency)).toBe(decimal);
  });

  it('is undone by toMinor, in every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('EUR', 'KRW', 'KWD', 'CLF'),
        (minor, currency) => {
          expect(toMinor(Number(toDecimal(minor, currency)), currency)).toBe(minor);
        },
      ),
    );
  });
});

it('knows the minor units of ISO 4217 where CLDR has others', () => {
  expect(['IQD', 'LYD', 'HUF', 'ISK', 'UYW'].map(decimalsOf)).toEqual([3, 3, 2, 0, 4]);
});
