import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abandonedCarts } from '../src/abandonedCarts.ts';
import { abandonment } from '../src/abandonment.ts';
import type { JourneyFact } from '../src/question.ts';
import { trend } from '../src/trend.ts';
import { abandoned, DAY, direct, emptied, lost, NOW, open, ordered, QUESTION } from './facts.ts';

const STEPS = ['cart', 'checkout', 'contact', 'address', 'shipping', 'payment', 'review'];
const MAKERS = [open, abandoned, lost, emptied, ordered];

/** Any cart in any state, left any number of times. */
const anyFact = (steps: fc.Arbitrary<{ done: string[]; deepest: string }>) =>
  fc
    .record({
      make: fc.constantFrom(...MAKERS),
      progress: steps,
      stops: fc.array(fc.nat(), { maxLength: 3 }),
      amount: fc.nat(1_000_000),
      currency: fc.constantFrom('EUR', 'EUR', 'KRW', 'KWD'),
      ageDays: fc.nat(45),
    })
    .map(({ make, progress: { done, deepest }, stops, ageDays, ...rest }) =>
      make({
        ...rest,
        steps: done,
        deepest,
        stopsAt: stops.map((stop) => done[stop % done.length]!),
        createdAt: NOW - ageDays * DAY,
      }),
    );

const manyOf = (fact: fc.Arbitrary<JourneyFact>) =>
  fc.array(fc.oneof({ weight: 9, arbitrary: fact }, fc.constant(direct())), { maxLength: 40 });

const stepsFrom = (names: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 });

/** Steps done in any order, the shop's own in between, any of them the deepest. */
const anyFacts = manyOf(
  anyFact(
    fc
      .tuple(stepsFrom([...STEPS, 'gift', 'engrave']), fc.nat())
      .map(([done, deepest]) => ({ done, deepest: done[deepest % done.length]! })),
  ),
);

/** Standard steps only, in any order. */
const standardFacts = manyOf(
  anyFact(
    stepsFrom(STEPS).map((done) => ({
      done,
      deepest: STEPS.findLast((step) => done.includes(step))!,
    })),
  ),
);

const question = { ...QUESTION, from: NOW - 46 * DAY };

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
/** Exact: three decimals are the most there are. */
const minor = (decimal: string) => Math.round(Number(decimal) * 1000);

describe('whatever the carts, an abandonment report adds up', () => {
  const holds = (check: (report: ReturnType<typeof abandonment>) => void) =>
    fc.assert(fc.property(anyFacts, (facts) => check(abandonment(facts, question))));

  it('created = open + ordered + emptied + abandoned + lost', () =>
    holds(({ carts }) => {
      const { created, open, ordered, emptied, abandoned, lost } = carts;
      expect(open + ordered + emptied + abandoned + lost).toBe(created);
      expect(carts.recovered).toBeLessThanOrEqual(ordered);
      expect(carts.direct).toBeLessThanOrEqual(ordered);
    }));

  it('and so it does in money, a currency at a time', () =>
    holds(({ value, otherValues }) => {
      for (const { created, open, ordered, emptied, left, atRisk, lost } of [
        value,
        ...otherValues,
      ]) {
        expect(sum([atRisk, lost].map(minor))).toBe(minor(left));
        expect(sum([open, ordered, emptied, left].map(minor))).toBe(minor(created));
      }
    }));

  it('at each step, reached = continued + left + open + emptied', () =>
    holds(({ steps, carts }) => {
      for (const step of steps) {
        const { reached, continued, stoppedHere, openHere, emptiedHere, skipped } = step;
        expect(continued + stoppedHere + openHere + emptiedHere).toBe(reached);
        expect(reached + skipped).toBeLessThanOrEqual(carts.created);
        expect(step.rate.n).toBe(reached - openHere);
      }
    }));

  it('over all steps, carts and money left, open, emptied and recovered are those of the whole', () =>
    holds(({ steps, carts, value }) => {
      const total = (of: 'stoppedHere' | 'openHere' | 'emptiedHere' | 'recoveredFromHere') =>
        sum(steps.map((step) => step[of]));
      expect(total('stoppedHere')).toBe(carts.abandoned + carts.lost);
      expect(total('openHere')).toBe(carts.open);
      expect(total('emptiedHere')).toBe(carts.emptied);
      expect(total('recoveredFromHere')).toBe(carts.recovered);
      expect(sum(steps.map(({ valueLeft }) => minor(valueLeft)))).toBe(minor(value.left));
    }));

  it('the interval holds the rate', () =>
    holds(({ rate }) => {
      if (rate.value === null) return;
      expect(rate.low).toBeLessThanOrEqual(rate.value);
      expect(rate.high).toBeGreaterThanOrEqual(rate.value);
    }));

  it('the trend and the list are of the same carts', () =>
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { carts, value } = abandonment(facts, question);
        const points = trend(facts, question);
        const left = carts.abandoned + carts.lost;

        expect(sum(points.map(({ created }) => created))).toBe(carts.created);
        expect(sum(points.map((point) => point.left))).toBe(left);
        expect(sum(points.map(({ emptied }) => emptied))).toBe(carts.emptied);
        expect(sum(points.map(({ valueLeft }) => minor(valueLeft)))).toBe(minor(value.left));
        expect(abandonedCarts(facts, question, Number.POSITIVE_INFINITY)).toHaveLength(left);
      }),
    ));

  it('in a checkout without steps of the shop’s own, who is still on the way flows from step to step', () =>
    fc.assert(
      fc.property(standardFacts, (facts) => {
        const { steps, carts } = abandonment(facts, question);

        let onTheWay = carts.created;
        for (const { reached, skipped, stoppedHere, openHere, emptiedHere } of steps) {
          expect(reached + skipped).toBe(onTheWay);
          onTheWay -= stoppedHere + openHere + emptiedHere;
        }
        expect(onTheWay).toBe(carts.ordered);
      }),
    ));
});
