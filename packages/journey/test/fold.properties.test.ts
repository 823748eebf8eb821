import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FoldedJourney, fold } from '../src/fold.ts';
import type { Cart, Journey } from '../src/journey.ts';
import { type History, history, muddledCart } from './history.ts';
import { type Core, oracleJourneys, oracleSettings } from './oracle.ts';

/** Tries a property on many histories. A failure prints the smallest history that it fails on. */
function forAll<T>(arbitrary: fc.Arbitrary<T>, numRuns: number, check: (given: T) => void) {
  fc.assert(fc.property(arbitrary, check), { numRuns });
}

const journeysOf = ({ touchpoints, options }: History) =>
  fold(touchpoints, options).map(({ journey }) => journey);

/** Like `toStrictEqual`, which takes too long where thousands of comparisons agree. */
function expectSame(actual: readonly Journey[], expected: readonly Core[]) {
  const cores = actual.map(coreOf);
  if (!isDeepStrictEqual(cores, expected)) expect(cores).toStrictEqual(expected);
}

function coreOf({ cart, stages, trail, ...journey }: Journey): Core {
  if (!cart) return journey;
  const { met, ...core } = cart;
  return { ...journey, cart: core };
}

// Vitest's own patience is for tests of one case each.
describe(fold.name, { timeout: 60_000 }, () => {
  it.each([
    ['any history', history, 3000],
    ['a cart with a bit of everything in it', muddledCart, 1500],
  ])('answers what the oracle answers, on %s', (_, told, numRuns) => {
    forAll(told, numRuns, ({ touchpoints, options }) =>
      expectSame(journeysOf({ touchpoints, options }), oracleJourneys(touchpoints, options)),
    );
  });

  it('answers the same whatever the order and however often told', () => {
    const retold = history.chain((told) =>
      fc.record({
        told: fc.constant(told),
        again: fc.subarray(told.touchpoints).map((some) => structuredClone(some)),
        seeds: fc.infiniteStream(fc.nat()),
      }),
    );
    forAll(retold, 600, ({ told, again, seeds }) => {
      const shuffled = [...told.touchpoints, ...again]
        .map((touchpoint) => ({ touchpoint, place: seeds.next().value }))
        .sort((a, b) => a.place - b.place)
        .map(({ touchpoint }) => touchpoint);

      const answer = fold(told.touchpoints, told.options);
      expect(JSON.stringify(fold(shuffled, told.options))).toBe(JSON.stringify(answer));
    });
  });

  it('answers at any moment what the oracle answers then', () => {
    forAll(upToAMoment, 600, ({ earlier }) =>
      expectSame(journeysOf(earlier), oracleJourneys(earlier.touchpoints, earlier.options)),
    );
  });

  it('never moves a touchpoint to another journey when later ones come in', () => {
    forAll(upToAMoment, 600, ({ earlier, all }) => {
      const known = new Set(earlier.touchpoints.map(({ id }) => id));
      const now = idsOf(fold(all.touchpoints, all.options))
        .map((ids) => ids.filter((id) => known.has(id)))
        .filter((ids) => ids.length > 0);
      expect(now).toEqual(idsOf(fold(earlier.touchpoints, earlier.options)));
    });
  });

  it('gives every touchpoint to one journey, oldest first, and counts it there', () => {
    forAll(history, 500, ({ touchpoints, options }) => {
      const folded = fold([...touchpoints, ...touchpoints], options);
      expect(idsOf(folded).flat().sort()).toEqual(touchpoints.map(({ id }) => id).sort());
      for (const { journey, touchpoints: own } of folded) {
        expect(own.length).toBe(journey.touchpoints);
        expect(own[0]?.id).toBe(journey.id);
        expect(isAscending(own.map(({ at }) => at))).toBe(true);
      }
    });
  });

  it('leaves what it is given alone', () => {
    forAll(history, 300, ({ touchpoints, options }) => {
      const before = JSON.stringify(touchpoints);
      fold(touchpoints, options);
      expect(JSON.stringify(touchpoints)).toBe(before);
    });
  });

  it('keeps journeys in order, each within its time', () => {
    forAll(history, 500, (told) => {
      const journeys = journeysOf(told);
      expect(isAscending(journeys.map(({ startedAt }) => startedAt))).toBe(true);
      expect(journeys.map(({ returning }) => returning)).toEqual(journeys.map((_, i) => i > 0));
      for (const { startedAt, lastAt, visits, touchpoints } of journeys) {
        expect(startedAt).toBeLessThanOrEqual(lastAt);
        expect(visits).toBeLessThanOrEqual(touchpoints);
      }
    });
  });

  it('keeps what happened to a cart in order, within its journey', () => {
    forAll(history, 500, (told) => {
      for (const { cart, startedAt, lastAt } of journeysOf(told)) {
        if (!cart) continue;
        const { createdAt, steps, stops, order } = cart;
        expect(isAscending([startedAt, createdAt, order?.at ?? lastAt, lastAt])).toBe(true);
        expect(isAscending(steps.map(({ at }) => at))).toBe(true);
        expect(isAscending(stops.flatMap(({ at, until = lastAt }) => [at, until]))).toBe(true);
        // Time is only credited between the first step and the last touchpoint.
        const activeMs = steps.reduce((total, step) => total + step.activeMs, 0);
        expect(activeMs).toBeLessThanOrEqual(lastAt - (steps[0]?.at ?? lastAt));
      }
    });
  });

  it('calls no silence a stop that is shorter than the site says, but the one at the end', () => {
    forAll(history, 500, (told) => {
      const { abandonedAfterMs } = oracleSettings(told.options);
      for (const { cart, lastAt } of journeysOf(told)) {
        const { stops = [], order } = cart ?? {};
        const open = stops.filter(({ until }) => until === undefined);
        for (const { at, until = Infinity } of stops) {
          expect(until - at).toBeGreaterThanOrEqual(abandonedAfterMs);
        }
        expect(open).toEqual(order || open.length === 0 ? [] : [stops.at(-1)]);
        expect(open.every(({ at }) => at === lastAt)).toBe(true);
      }
    });
  });

  it('gives amounts as whole minor units of 0 or more, and never back more than was paid', () => {
    forAll(history, 500, (told) => {
      for (const { cart } of journeysOf(told)) {
        if (!cart) continue;
        expect(amountsIn(cart).filter((amount) => !Number.isSafeInteger(amount))).toEqual([]);
        expect(Math.min(...amountsIn(cart))).toBeGreaterThanOrEqual(0);
        if (!cart.order) continue;
        expect(cart.order.refunded).toBeLessThanOrEqual(cart.order.amount);
        expect(cart).toMatchObject({ amount: cart.order.amount, currency: cart.order.currency });
      }
    });
  });

  it('has one journey an order', () => {
    forAll(history, 500, (told) => {
      const orders = journeysOf(told).flatMap(({ cart }) => cart?.order?.id ?? []);
      expect(new Set(orders).size).toBe(orders.length);
    });
  });
});

/** A history, and what was known of it at the time of one of its touchpoints. */
const upToAMoment = history.chain((all) =>
  fc.constantFrom(...all.touchpoints).map((last) => ({
    all,
    earlier: { ...all, touchpoints: all.touchpoints.filter(({ at }) => at <= last.at) },
  })),
);

function idsOf(folded: readonly FoldedJourney[]): string[][] {
  return folded.map(({ touchpoints }) => touchpoints.map(({ id }) => id));
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || numbers[i - 1]! <= number);
}

function amountsIn({ amount, lines, stops, order }: Cart): number[] {
  return [
    amount,
    ...lines.flatMap(({ price }) => price ?? []),
    ...stops.map((stop) => stop.amount),
    ...(order ? [order.amount, order.refunded] : []),
  ];
}
