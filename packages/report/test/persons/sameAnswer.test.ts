import fc from 'fast-check';
import { expect, it } from 'vitest';
import { abandonment } from '../../src/abandonment.ts';
import { abandonmentBreakdown } from '../../src/abandonmentBreakdown.ts';
import { causes } from '../../src/causes/causes.ts';
import { factsOf } from '../../src/facts.ts';
import { partOf } from '../../src/part.ts';
import type { JourneyFact } from '../../src/question.ts';
import { wilson } from '../../src/wilson.ts';
import { some } from '../causes/carts.ts';
import { abandoned, open, ordered, QUESTION } from '../facts.ts';
import { crowd } from './crowd.ts';

const FACTS = crowd(5, { persons: 120, again: 0.6, risk: 0.25, ratio: 2 });

const ANALYSES = {
  causes: (facts: Iterable<JourneyFact>) => causes(facts, QUESTION),
  abandonment: (facts: Iterable<JourneyFact>) => abandonment(facts, QUESTION),
  breakdown: (facts: Iterable<JourneyFact>) => abandonmentBreakdown(facts, 'device', QUESTION),
};

/** Sums differ in their last digits by the order of what is summed. */
const rounded = (found: object) =>
  JSON.stringify(found, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  );

it.each(Object.entries(ANALYSES))(
  'is the same in whatever parts the carts of a person lie: %s',
  (_, analysis) => {
    const whole = rounded(analysis(FACTS));
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: FACTS.length, maxLength: FACTS.length }),
        (places) => {
          const parts = [0, 1, 2, 3].map((part) => {
            const own = FACTS.filter((_, cart) => places[cart] === part);
            return partOf(() => own);
          });
          expect(rounded(analysis(factsOf(parts)))).toBe(whole);
        },
      ),
      { numRuns: 20 },
    );
  },
);

const of = (person: string, facts: readonly JourneyFact[]) =>
  facts.map((fact) => ({ ...fact, person }));

it('has Wilson’s interval, to the digit, where every cart is another person’s', () => {
  const { rate, steps } = abandonment(some(81, 263), QUESTION);
  expect(rate).toEqual(wilson(81, 263));
  expect(steps[1]!.rate).toEqual(wilson(81, 263));
});

it('takes carts of one person for as many persons’ where these differ as much as strangers’', () => {
  // Two carts each, of which 0, 1 and 2 are left as often as of two coins.
  const pairs = [0, 1, 1, 2].flatMap((left, kind) =>
    Array.from({ length: 10 }, (_, n) => of(`v:${kind}-${n}`, some(left, 2))).flat(),
  );
  const { rate } = abandonment(pairs, QUESTION);
  expect(rate.high! - rate.low!).toBeCloseTo(wilson(40, 80).high! - wilson(40, 80).low!, 1);
});

it('knows no more of one shopper who leaves ten carts than of one who leaves one', () => {
  const ten = Array.from({ length: 10 }, () => abandoned());
  expect(abandonment(of('u:1', ten), QUESTION).rate).toEqual({ ...wilson(1, 1), n: 10 });
  expect(abandonment(ten, QUESTION).rate).toEqual(wilson(10, 10));
});

it('counts only who has several of the carts that a rate is of', () => {
  // One of them is open, another one's person did not come to the step.
  const facts = [...of('u:1', [abandoned(), open()]), ordered(), ordered()];
  expect(abandonment(facts, QUESTION).rate).toEqual(wilson(1, 3));
});

it('sets rows side by side by what is known of the shoppers in each', () => {
  const facts = [...of('u:1', some(10, 10, { device: 'mobile' })), ...some(5, 10)];
  const { rows } = abandonmentBreakdown(facts, 'device', QUESTION);
  expect(rows.find(({ value }) => value === 'mobile')!.rate).toEqual({ ...wilson(1, 1), n: 10 });
  expect(rows.find(({ value }) => value === 'desktop')!.rate).toEqual(wilson(5, 10));
});
