import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/facts.ts';
import { type Part, partOf } from '../../src/part.ts';
import type { JourneyFact, Question } from '../../src/question.ts';
import { retention } from '../../src/retention/retention.ts';
import { inSegment, type Segment } from '../../src/segment.ts';
import { DAY, NOW, ordered, QUESTION } from '../facts.ts';

const PARTS = 4;
const PART = 40 * DAY;
const START = NOW - PARTS * PART;

/** An order in a place of its own: changing it changes a part, or two when it moves. */
const order = fc
  .record({
    person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    hours: fc.integer({ min: 0, max: (PARTS * PART) / DAY - 1 }).map((day) => 24 * day + 7),
    device: fc.constantFrom('mobile' as const, 'desktop' as const),
    refunded: fc.constantFrom(0, 100),
  })
  .map(({ person, hours, device, refunded }): JourneyFact => {
    const base = ordered();
    const at = START + (hours * DAY) / 24;
    const entry = { ...base.entry, device };
    const cart = { ...base.cart!, order: { ...base.cart!.order!, at, refunded } };
    return { ...base, person, entry, startedAt: at - DAY / 24, cart };
  });

/** Orders by number: each round takes some away, puts others in, and gives some to somebody else. */
const rounds = fc.array(
  fc.record({
    changes: fc.array(fc.tuple(fc.nat(12), fc.option(order)), { maxLength: 6 }),
    asOf: fc.constantFrom(NOW, NOW, NOW - 30 * DAY, NOW - 100 * DAY),
    to: fc.constantFrom(NOW + DAY, NOW + DAY, NOW - 20 * DAY),
    segment: fc.constantFrom<Segment>({}, { device: 'mobile' }),
  }),
  { minLength: 1, maxLength: 6 },
);

const placeOf = (fact: JourneyFact) => Math.floor((fact.cart!.order!.at - START) / PART);

describe('a book of orders that is kept', () => {
  it('says what the orders do that there are, however they came to be those', () => {
    fc.assert(
      fc.property(rounds, (asked) => {
        const orders = new Map<number, JourneyFact>();
        let parts: Part<JourneyFact>[] = Array.from({ length: PARTS }, () => partOf(() => []));
        for (const { changes, segment, ...ends } of asked) {
          const touched = new Set<number>();
          for (const [number, fact] of changes) {
            for (const each of [orders.get(number), fact]) if (each) touched.add(placeOf(each));
            if (fact) orders.set(number, fact);
            else orders.delete(number);
          }
          parts = parts.map((part, place) => {
            const facts = [...orders.values()].filter((each) => placeOf(each) === place);
            return touched.has(place) ? partOf(() => facts) : part;
          });
          const question = { ...QUESTION, from: ends.to - 60 * DAY, ...ends };
          const all = [...orders.values()];
          const report = retention(factsOf(parts), question, { segment, stages: [] });
          expect(report).toEqual(retention(all, question, { segment, stages: [] }));
          expect(report).toMatchObject(countedByHand(all, question, segment));
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The plain way, over all orders. */
function countedByHand(facts: readonly JourneyFact[], question: Question, segment: Segment) {
  const { from, to, asOf, timeZone } = question;
  const placed = facts
    .map((fact) => ({
      person: fact.person,
      at: fact.cart!.order!.at,
      isIn: inSegment(fact, segment),
    }))
    .filter(({ at }) => at <= asOf)
    .sort((a, b) => a.at - b.at || Number(a.isIn) - Number(b.isIn));
  const persons = [...Map.groupBy(placed, ({ person }) => person).values()];
  const isHere = ({ at, isIn }: { at: number; isIn: boolean }) => isIn && at >= from && at < to;
  const chosen = persons.filter(([first]) => first!.isIn && first!.at < to);
  const again = (days: number) =>
    chosen.filter(([first, second]) => {
      return asOf - first!.at >= days * DAY && second && second.at - first!.at <= days * DAY;
    }).length;
  const judged = (days: number) =>
    chosen.filter(([first]) => asOf - first!.at >= days * DAY).length;
  const monthOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .toPlainYearMonth()
      .toString();
  const cohorts = [...Map.groupBy(chosen, ([first]) => monthOf(first!.at))].sort();
  return {
    orders: {
      placed: placed.filter(isHere).length,
      first: persons.filter(([first]) => isHere(first!)).length,
      persons: persons.filter((orders) => orders.some(isHere)).length,
    },
    within: [30, 60, 90, 180, 365].map((days) => ({
      days,
      rate: { n: judged(days), value: judged(days) === 0 ? null : again(days) / judged(days) },
      tooRecent: chosen.length - judged(days),
    })),
    cohorts: cohorts.map(([month, { length }]) => ({ month, persons: length })),
    between: { n: chosen.reduce((sum, orders) => sum + orders.length - 1, 0) },
    secondOrder: {
      persons: chosen.length,
      returned: chosen.filter(({ length }) => length > 1).length,
    },
  };
}
