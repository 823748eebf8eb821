import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../src/persons/clusters.ts';
import { fellows } from '../../src/persons/fellows.ts';
import { personNumber } from '../../src/persons/personNumber.ts';
import { personsOf } from '../../src/persons/personsOf.ts';
import { several } from '../../src/persons/several.ts';
import { shared } from '../../src/persons/shared.ts';

/** Whose each cart is; few names, so that most have several. */
const owners = fc.array(fc.constantFrom('u:1', 'u:2', 'v:a', 'v:b', 'v:c', 'v:d', 'v:e'), {
  maxLength: 30,
});
const inParts = fc.array(owners, { maxLength: 5 });
const numbersOf = (names: readonly string[]) => names.map(personNumber);

describe(clustersOf.name, () => {
  it('has the carts of persons with several, together, and nobody else’s', () => {
    fc.assert(
      fc.property(inParts, (parts) => {
        const names = parts.flat();
        const { carts, starts, places, persons } = clustersOf(several(parts.map(numbersOf)));
        const found = Array.from({ length: starts.length - 1 }, (_, person) =>
          [...carts.slice(starts[person], starts[person + 1])].join(),
        );
        const expected = [...new Set(names)]
          .map((name) => names.flatMap((each, cart) => (each === name ? [cart] : [])))
          .filter((own) => own.length > 1)
          .map((own) => own.join());
        expect(found.sort()).toEqual(expected.sort());
        expect([...places].filter((place) => place >= 0).sort((a, b) => a - b)).toEqual([
          ...carts.keys(),
        ]);
        for (const [place, cart] of carts.entries()) {
          expect(places[cart]).toBe(place);
          expect(starts[persons[place]!]).toBeLessThanOrEqual(place);
          expect(starts[persons[place]! + 1]).toBeGreaterThan(place);
        }
      }),
    );
  });

  it('leaves out who has only one of some of the carts', () => {
    const { of, persons } = several([numbersOf(['v:a', 'v:b', 'v:a', 'v:b'])]);
    expect([...clustersOf({ of: of.subarray(0, 3), persons }).carts]).toEqual([0, 2]);
  });
});

it('says how many persons some carts are of', () => {
  fc.assert(
    fc.property(owners, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (names, is) => {
      const some = names.flatMap((_, cart) => (is[cart] ? [cart] : []));
      const clusters = clustersOf(several([numbersOf(names)]));
      expect(personsOf(some, clusters)).toBe(new Set(some.map((cart) => names[cart])).size);
    }),
  );
});

it('tells persons apart by their numbers, which a Float64Array can hold', () => {
  const names = Array.from({ length: 100_000 }, (_, n) => `v:${n.toString(36)}`);
  const numbers = names.map(personNumber);
  expect(new Set(numbers).size).toBe(names.length);
  expect(numbers.every((number) => number >= 0 && Number.isSafeInteger(number))).toBe(true);
});

describe(shared.name, () => {
  const sumOf = (
    names: readonly string[],
    kinds: readonly number[],
    [influence, weight]: readonly [readonly number[], readonly number[]],
  ) => {
    const owned = {
      persons: Float64Array.from(numbersOf(names)),
      kinds: Int32Array.from(kinds),
      groups: influence,
    };
    const { clusters, kinds: own } = fellows([owned]);
    return shared(clusters, own, {
      influence: Float64Array.from(influence),
      weight: Float64Array.from(weight),
    });
  };

  it('adds what pairs of carts of one person have in common', () => {
    // (1 + 1 − 2)² − 6 is below zero for a, 2 · 1 · 3 for b; c is alone.
    const names = ['a', 'b', 'c', 'b'];
    expect(
      sumOf(
        names,
        [0, 0, 2, 1],
        [
          [1, 3, 9],
          [0, 0, 0],
        ],
      ),
    ).toBe(6);
    expect(sumOf(['a', 'a', 'b'], [0, 0, 0], [[-2], [0]])).toBe(8);
  });

  it('never says that several carts of one person know more than as many persons', () => {
    expect(
      sumOf(
        ['a', 'a'],
        [0, 1],
        [
          [1, -1],
          [0, 0],
        ],
      ),
    ).toBe(0);
  });

  it('lets a person count for more who is much of what is known', () => {
    // Moves it by 2, and would by 4 if half of it were not already there: 16 − 2.
    expect(sumOf(['a', 'a'], [0, 0], [[1], [0.25]])).toBe(14);
    // Of who is all there is, nothing can be told but what is seen.
    expect(sumOf(['a', 'a'], [0, 0], [[1], [0.5]])).toBe(2);
    const ten = Array.from({ length: 10 }, () => 'a');
    expect(sumOf(ten, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [[1], [0.1]])).toBe(90);
  });
});
