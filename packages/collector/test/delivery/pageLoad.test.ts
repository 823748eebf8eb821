import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterArrival, type PageLoad, placeOf } from '../../src/delivery/pageLoad.ts';
import { NOW } from '../touchpoints.ts';

const id = (n: number) =>
  `0192f8a0-0000-7${(n % 4096).toString(16).padStart(3, '0')}-8000-aaaaaaaaaaaa`;
const arrive = (numbers: readonly number[], rest: { at?: number; isNew?: boolean } = {}) =>
  numbers.reduce<PageLoad | undefined>(
    (load, n) =>
      afterArrival(load, {
        id: id(n),
        browser: 'Chrome 126',
        at: NOW,
        receivedAt: NOW,
        isNew: true,
        ...rest,
      }),
    undefined,
  )!;

describe('a page load', () => {
  it('is named in the id that a tracker made, with a number', () => {
    expect(placeOf('0192f8a0-0000-7fff-8000-0123456789ab')).toEqual({
      tab: '0123456789ab',
      number: 4095,
    });
    expect(placeOf('0192f8a0-0000-4fff-8000-0123456789ab')).toBeUndefined();
  });

  it.each([
    ['all of them', [1, 2, 3], 3, 3],
    ['the last first', [3, 1, 2], 3, 3],
    ['two missing', [1, 4], 4, 2],
    ['the first missing', [2], 2, 1],
  ])('%s', (_, numbers, highest, delivered) => {
    expect(arrive(numbers)).toMatchObject({ highest, delivered });
  });

  it('counts on past 4095, in about any order', () => {
    const numbers = Array.from({ length: 9000 }, (_, n) => n + 1);
    expect(arrive(numbers)).toMatchObject({ highest: 9000, delivered: 9000 });
    const swapped = numbers.map((n) => (n % 2 ? Math.min(n + 1, 9000) : n - 1));
    expect(arrive(swapped)).toMatchObject({ highest: 9000, delivered: 9000 });
  });

  it('tells late ones, and copies', () => {
    const late = afterArrival(arrive([1]), {
      id: id(2),
      browser: '',
      at: NOW,
      receivedAt: NOW + 60_001,
      isNew: true,
    });
    expect(late).toMatchObject({ late: 1, delivered: 2 });
    expect(arrive([1], { isNew: false })).toMatchObject({ doubled: 1, delivered: 0 });
  });

  it('never misses more than was not delivered', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 1 }),
        (numbers) => {
          const { highest, delivered } = arrive(numbers);
          expect(highest - delivered).toBe(Math.max(...numbers) - numbers.length);
        },
      ),
    );
  });
});
