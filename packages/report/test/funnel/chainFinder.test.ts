import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Chain,
  type ChainOptions,
  chainFinder,
  ENDS_CHAIN,
} from '../../src/funnel/chainFinder.ts';

/** A trail as letters, a second apart; steps as letters, an optional one in small. `!` ends a chain. */
function chainIn(trail: string, steps: string, rest: Partial<ChainOptions> = {}) {
  const letters = [...steps.toUpperCase()];
  const bits = [...trail].map((mark) =>
    mark === '!'
      ? ENDS_CHAIN
      : letters.reduce((bit, step, place) => (step === mark ? bit | (1 << place) : bit), 0),
  );
  const optional = [...steps].map((step) => step !== step.toUpperCase());
  const options = { optional, windowSeconds: Number.POSITIVE_INFINITY, isStrict: false, ...rest };
  return chainFinder(options)(bits, (place) => place);
}

const written = (chain: Chain | undefined) =>
  chain?.steps.map((step, index) => `${step + 1}@${chain.places[index]}`).join(' ');

describe(chainFinder.name, () => {
  it.each([
    ['in order', 'ABC', 'ABC', '1@0 2@1 3@2'],
    ['others between', 'AXBXXC', 'ABC', '1@0 2@2 3@5'],
    ['not in order', 'CBA', 'ABC', '1@2'],
    ['a step missing', 'AC', 'ABC', '1@0'],
    ['the first missing', 'BC', 'ABC', undefined],
    ['nothing', '', 'ABC', undefined],
    ['a step twice', 'AAB', 'AAB', '1@0 2@1 3@2'],
    ['one mark for two steps', 'AB', 'AAB', '1@0'],
    ['the example of a repeated step (A-B-C-B-D)', 'ABCBD', 'ABCD', '1@0 2@1 3@2 4@4'],
    ['the example of another between (A-B-D-C)', 'ABDC', 'ABC', '1@0 2@1 3@3'],
    ['an optional step done', 'ABC', 'AbC', '1@0 2@1 3@2'],
    ['an optional step skipped', 'AC', 'AbC', '1@0 3@1'],
    ['an optional step done late, and all again', 'ACBC', 'AbC', '1@0 2@2 3@3'],
    ['two optional steps, one done', 'ACD', 'AbcD', '1@0 3@1 4@2'],
    ['an optional step that no required one follows', 'AB', 'AbC', '1@0 2@1'],
    ['required ones before optional ones', 'ABAC', 'AbCD', '1@0 2@1 3@3'],
    ['what ends a chain', 'AB!C', 'ABC', '1@0 2@1'],
    ['a new start after it', 'AB!ABC', 'ABC', '1@3 2@4 3@5'],
  ])('%s', (_, trail, steps, expected) => {
    expect(written(chainIn(trail, steps))).toBe(expected);
  });

  it.each([
    [4, '1@0 2@3 3@4'],
    [3, '1@2 2@3 3@4'],
    [2, '1@2 2@3 3@4'],
    [1, '1@2 2@3'],
  ])('within a window of %i seconds', (windowSeconds, expected) => {
    expect(written(chainIn('AXABC', 'ABC', { windowSeconds }))).toBe(expected);
  });

  it.each([
    ['ABC', '1@0 2@1 3@2'],
    ['XABCX', '1@1 2@2 3@3'],
    ['ABDC', '1@0 2@1'],
    ['ABXABC', '1@3 2@4 3@5'],
    ['AABC', '1@1 2@2 3@3'],
  ])('with nothing between, where that is asked: %s', (trail, expected) => {
    expect(written(chainIn(trail, 'ABC', { isStrict: true }))).toBe(expected);
  });

  it('finds what one finds by trying out all ways', () => {
    const mark = fc.record({
      bits: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 0, max: 31 }) },
        { weight: 12, arbitrary: fc.constantFrom(1, 2, 4, 8, 16) },
        { weight: 1, arbitrary: fc.constant(ENDS_CHAIN) },
      ),
      gap: fc.nat({ max: 4 }),
    });
    const asked = fc.record({
      optional: fc
        .array(fc.boolean(), { minLength: 0, maxLength: 3 })
        .map((between) => [false, ...between, false]),
      windowSeconds: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.nat({ max: 20 })),
      isStrict: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 11 }), asked, (marks, options) => {
        const bits = marks.map(
          (each) => each.bits & (ENDS_CHAIN | ((1 << options.optional.length) - 1)),
        );
        let now = 0;
        const times = marks.map(({ gap }) => {
          now += gap;
          return now;
        });
        const found = chainFinder(options)(bits, (place) => times[place]!);
        const ways = allWays(bits, times, options);
        const worthOf = ({ level, steps, places }: Chain) =>
          level * 1e6 + steps.length * 1e3 - places[0]!;
        const most = Math.max(...ways.map(worthOf));
        expect(found && worthOf(found)).toBe(ways.length > 0 ? most : undefined);
        if (found) expect(ways).toContainEqual(found);
      }),
      { numRuns: 1500 },
    );
  });
});

/** Every way to take steps out of a trail, by the rules. */
function allWays(
  bits: readonly number[],
  times: readonly number[],
  { optional, windowSeconds, isStrict }: ChainOptions,
): Chain[] {
  const ways: Chain[] = [];
  const take = (steps: number[], places: number[]) => {
    const level = steps.filter((step) => !optional[step]).length;
    ways.push({ level, steps, places });
    const last = places.at(-1)!;
    for (let place = last + 1; place < bits.length; place++) {
      if (bits.slice(last, place + 1).some((each) => each & ENDS_CHAIN)) return;
      if (times[place]! - times[places[0]!]! > windowSeconds) return;
      if (isStrict && place > last + 1) return;
      for (let step = steps.at(-1)! + 1; step < optional.length; step++) {
        if (bits[place]! & (1 << step)) take([...steps, step], [...places, place]);
        if (!optional[step]) break;
      }
    }
  };
  bits.forEach((each, place) => {
    if (each & 1 && !(each & ENDS_CHAIN)) take([0], [place]);
  });
  return ways;
}
