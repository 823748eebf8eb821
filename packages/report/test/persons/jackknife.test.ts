import { describe, expect, it } from 'vitest';
import { abandonment } from '../../src/abandonment.ts';
import { causes } from '../../src/causes/causes.ts';
import type { Candidate } from '../../src/causes/causesReport.ts';
import { compare } from '../../src/compare/compare.ts';
import { readSides } from '../../src/compare/readCompare.ts';
import { Z_95 } from '../../src/normal.ts';
import type { JourneyFact } from '../../src/question.ts';
import { wilson } from '../../src/wilson.ts';
import { DAY, HOUR, QUESTION, withCart } from '../facts.ts';
import { crowd, jackknife } from './crowd.ts';

/** Shoppers with two and a half carts each, on average. */
const FACTS = crowd(3, { persons: 160, again: 0.6, risk: 0.25, ratio: 1.5 });

const strangers = (facts: readonly JourneyFact[]) =>
  facts.map((fact) => ({ ...fact, person: `v:${fact.id}` }));

/** Standard errors, of an interval and by the jackknife, are within so much of each other. */
const expectAlike = (width: number, real: number, what: string) => {
  expect(width / real, what).toBeGreaterThan(0.92);
  expect(width / real, what).toBeLessThan(1.12);
};

/** Intervals are held against leaving out one person after the other, which knows none of their formulas. */
describe('intervals of shoppers with several carts', { timeout: 90_000 }, () => {
  const found = (facts: readonly JourneyFact[]) => {
    const { ranked, explained, unproven } = causes(facts, QUESTION);
    return [...ranked, ...explained, ...unproven].find(({ what }) => what === 'x')!;
  };

  it('are the jackknife’s for risk ratios, and too narrow if carts were strangers’', () => {
    const both = ['crude', 'adjusted'] as const;
    const real = jackknife(FACTS, (some) =>
      both.map((which) => Math.log(found(some)[which]!.value)),
    );
    both.forEach((which, place) => {
      const widthOf = (candidate: Candidate) => {
        const { low, high } = candidate[which]!;
        return Math.log(high / low) / 2 / Z_95;
      };
      expectAlike(widthOf(found(FACTS)), real[place]!, which);
      expect(widthOf(found(strangers(FACTS))) / real[place]!).toBeLessThan(0.92);
    });
  });

  it('are the jackknife’s for the rate of abandonment', () => {
    const rateOf = (some: readonly JourneyFact[]) => abandonment(some, QUESTION).rate;
    const { value, low, high, n } = rateOf(FACTS);
    const [error = 0] = jackknife(FACTS, (some) => [rateOf(some).value!]);
    const effect = (error ** 2 * n) / (value! * (1 - value!));
    const real = wilson(Math.round(value! * n), n, effect);
    expect(effect).toBeGreaterThan(1.3);
    expectAlike(high! - low!, real.high! - real.low!, 'rate');
  });

  it('are the jackknife’s for the difference between before and after', () => {
    const sides = readSides({ at: '2026-11-10', days: '7' }, QUESTION)!;
    const changes = (facts: readonly JourneyFact[]) =>
      compare({ question: QUESTION, sides, carts: facts, journeys: facts }).figures;
    // All of a person on one side, but for every fifth.
    const facts = FACTS.map((fact, cart) => {
      const person = Number(fact.person.slice(2));
      const days = (person % 5 === 0 ? cart : person) % 2 === 0 ? 17 : 9;
      return moved(fact, { days, amount: 50_00 + (person % 7) * 900 + cart });
    });
    const errors = jackknife(facts, (some) => changes(some).map(({ adjusted }) => adjusted!.value));
    const alone = changes(strangers(facts));
    changes(facts).forEach(({ figure, step, adjusted }, place) => {
      // Nobody was left there.
      if (step === 'cart') return;
      const width = (adjusted!.high - adjusted!.low) / 2 / Z_95;
      expectAlike(width, errors[place]!, figure);
      const { low, high } = alone[place]!.adjusted!;
      expect((high - low) / 2 / Z_95, figure).toBeLessThan(width);
    });
  });
});

/** Created, and ordered or left within the hour, so many days before the moment of the question. */
function moved(fact: JourneyFact, { days, amount }: { days: number; amount: number }): JourneyFact {
  const at = QUESTION.asOf - days * DAY;
  const { order, stops } = fact.cart!;
  return {
    ...withCart(fact, {
      createdAt: at,
      steps: fact.cart!.steps.map((step, place) => ({ ...step, at: at + place })),
      stops: stops.map((stop) => ({ ...stop, at: at + 1000 })),
      ...(order && { order: { ...order, at: at + HOUR, amount } }),
    }),
    startedAt: at,
  };
}
