import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/causes/causes.ts';
import type { Candidate } from '../../src/causes/causesReport.ts';
import type { JourneyFact } from '../../src/question.ts';
import { abandoned, emptied, lost, NOW, open, ordered, QUESTION, withCart } from '../facts.ts';

const STEPS = ['cart', 'shipping', 'payment', 'gift'];
const THINGS = ['a', 'b', 'price_rise'];

const anyFact: fc.Arbitrary<JourneyFact> = fc
  .record({
    make: fc.constantFrom(abandoned, ordered, ordered, emptied, lost, open),
    depth: fc.integer({ min: 1, max: STEPS.length }),
    met: fc.array(fc.tuple(fc.constantFrom(...THINGS), fc.nat(STEPS.length - 1)), { maxLength: 6 }),
    device: fc.constantFrom('mobile', 'desktop', undefined),
    returning: fc.boolean(),
    channelGroup: fc.constantFrom('Direct', 'Email', undefined),
  })
  .map(({ make, depth, met, device, returning, channelGroup }) => {
    const seen = new Set<string>();
    const once = met.filter(([what, place]) => {
      const isNew = !seen.has(what + place);
      seen.add(what + place);
      return isNew;
    });
    return {
      ...withCart(make({ steps: STEPS.slice(0, depth), createdAt: NOW - 5 * 86_400_000 }), {
        met: once.map(([what, place]) => ({ what, step: STEPS[place]!, at: NOW, times: 1 })),
      }),
      returning,
      entry: {
        channel: 'web',
        ...(device && { device }),
        ...(channelGroup && { channelGroup }),
      } as JourneyFact['entry'],
    };
  });

/** The four counts of a candidate, and the adjusted ratio, straight from their definitions. */
function recount(facts: readonly JourneyFact[], { step, what }: Candidate) {
  const atRisk = facts.filter(
    ({ cart }) =>
      cart!.steps.some((done) => done.step === step) &&
      // Open: neither ordered nor emptied, and seen in the last hour.
      (cart!.order || cart!.emptiedAt !== undefined || NOW - cart!.stops.at(-1)!.at >= 3_600_000),
  );
  const isStopped = ({ cart }: JourneyFact) =>
    !cart!.order && cart!.emptiedAt === undefined && cart!.deepest === step;
  const isExposed = ({ cart }: JourneyFact) =>
    cart!.met.some((met) => met.what === what && met.step === step);
  const groupOf = (some: readonly JourneyFact[]) => ({
    carts: some.length,
    stopped: some.filter(isStopped).length,
  });
  let above = 0;
  let below = 0;
  for (const device of ['mobile', 'desktop', undefined]) {
    for (const returning of [true, false]) {
      for (const channelGroup of ['Direct', 'Email', undefined]) {
        const alike = atRisk.filter(
          (fact) =>
            fact.entry.device === device &&
            fact.returning === returning &&
            fact.entry.channelGroup === channelGroup,
        );
        const one = groupOf(alike.filter(isExposed));
        const other = groupOf(alike.filter((fact) => !isExposed(fact)));
        if (alike.length === 0) continue;
        above += (one.stopped * other.carts) / alike.length;
        below += (other.stopped * one.carts) / alike.length;
      }
    }
  }
  return {
    exposed: groupOf(atRisk.filter(isExposed)),
    unexposed: groupOf(atRisk.filter((fact) => !isExposed(fact))),
    ratio: above > 0 && below > 0 ? above / below : undefined,
  };
}

describe(causes, () => {
  it('counts what a plain count by the definitions counts', () => {
    let ratios = 0;
    fc.assert(
      fc.property(fc.array(anyFact, { minLength: 60, maxLength: 160 }), (facts) => {
        const { ranked, explained, unproven } = causes(facts, QUESTION);
        const alone = [
          ...unproven,
          ...explained.map((each) => ({ ...each, adjusted: each.alone, adjustedFor: [] })),
          ...ranked,
        ];
        expect(alone.length).toBeGreaterThan(0);
        for (const candidate of alone) {
          const { ratio, ...groups } = recount(facts, candidate);
          expect(candidate).toMatchObject(groups);
          if (ratio === undefined || candidate.adjustedFor.length > 0) continue;
          ratios++;
          expect(candidate.adjusted!.value).toBeCloseTo(ratio, 9);
        }
      }),
      { numRuns: 60 },
    );
    expect(ratios).toBeGreaterThan(100);
  });
});
