import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abandonedCarts } from '../src/abandonedCarts.ts';
import { abandonmentAnswer } from '../src/abandonmentAnswer.ts';
import { causes } from '../src/causes/causes.ts';
import { factsOf } from '../src/facts.ts';
import { funnel } from '../src/funnel/funnel.ts';
import { readFunnelQuery } from '../src/funnel/readFunnelQuery.ts';
import { readJourneyFilter } from '../src/journeys/journeyFilter.ts';
import { journeyList } from '../src/journeys/journeyList.ts';
import { journeyMap } from '../src/map/journeyMap.ts';
import { overview } from '../src/overview/overview.ts';
import { type Part, partOf } from '../src/part.ts';
import { paths } from '../src/paths/paths.ts';
import { readPathsQuery } from '../src/paths/readPathsQuery.ts';
import type { Question, StagesFact, TrailFact } from '../src/question.ts';
import { retention } from '../src/retention/retention.ts';
import { trend } from '../src/trend.ts';
import { DAY, HOUR, MINUTE, QUESTION } from './facts.ts';
import { goods, shopper } from './map/journeys.ts';

type Fact = StagesFact & TrailFact;

const ANALYSES: Record<string, (facts: Iterable<Fact>, question: Question) => unknown> = {
  abandonment: (facts, question) =>
    abandonmentAnswer(facts, question, { trails: facts, by: 'item' }),
  'abandoned carts': (facts, question) => abandonedCarts(facts, question),
  trend: (facts, question) => trend(facts, question),
  causes: (facts, question) => causes(facts, question),
  overview: (facts, question) =>
    overview({ question, carts: facts, journeys: facts, previous: null, annotations: [] }),
  map: (facts, question) => journeyMap(facts, question),
  journeys: (facts, question) => journeyList(facts, question, readJourneyFilter({}, question)),
  funnel: (facts, question) => funnel(facts, readFunnelQuery({ by: 'device' }), question),
  paths: (facts, question) => paths(facts, readPathsQuery({}), question),
  retention: (facts, question) => retention(facts, question, { stages: facts }),
};

/** A shopper who did some of what shoppers do, a few minutes or hours apart. */
const journey = fc.array(
  fc.record({
    after: fc.constantFrom(1, 5, 25, 70, 600),
    did: fc.constantFrom<[string, object?]>(
      ['page_view'],
      ['add_to_cart', goods(20)],
      ['remove_from_cart', goods(20)],
      ['begin_checkout', goods(20)],
      ['alert', { alert_type: 'PAYMENT_ERROR' }],
      ['purchase', goods(20)],
      ['share'],
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Some of the journeys, and a question of several moments. */
const asked = fc.record({
  parts: fc.array(fc.array(journey, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  moments: fc.array(
    fc.constantFrom(0, 10 * MINUTE, 40 * MINUTE, HOUR, 3 * HOUR, DAY, 2 * DAY, 31 * DAY),
    { minLength: 2, maxLength: 5 },
  ),
});

function factsIn(
  parts: readonly (readonly { after: number; did: [string, object?] }[])[][],
): Fact[][] {
  return parts.map((journeys, part) =>
    journeys.flatMap((steps, person) => {
      let minute = 0;
      const told = steps.map(({ after, did: [type, params] }) => {
        minute += after;
        return [minute, type, params] as Parameters<typeof shopper>[1];
      });
      return shopper(`${part}-${person}`, ...told) as Fact[];
    }),
  );
}

describe(partOf.name, () => {
  it.each(Object.entries(ANALYSES))(
    'never shows: %s finds in remembered parts what it finds in new ones, whenever it is asked',
    (_, analysis) => {
      fc.assert(
        fc.property(asked, ({ parts, moments }) => {
          const facts = factsIn(parts);
          const last = Math.max(QUESTION.from, ...facts.flat().map(({ lastAt }) => lastAt));
          const remembered = factsOf(facts.map((each): Part<Fact> => partOf(() => each)));
          for (const moment of moments) {
            const question = { ...QUESTION, asOf: last + moment };
            expect(analysis(remembered, question)).toEqual(analysis(facts.flat(), question));
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it('finds again what is true no longer, and nothing else', () => {
    const asOf: number[] = [];
    const part = partOf(() => [1, 2, 3]);
    const ask = (at: number) =>
      part.recall({ name: 'sum', asOf: at }, (facts, moment) => {
        asOf.push(moment);
        return { sum: facts.reduce((sum, each) => sum + each, 0), until: moment + 10 };
      }).sum;
    expect([ask(100), ask(109), ask(110), ask(115), ask(109)]).toEqual([6, 6, 6, 6, 6]);
    expect(asOf).toEqual([100, 110, 109]);
  });

  it('tells how many bytes it remembers, and lets go of what was found longest ago', () => {
    let bytes = 0;
    const part = partOf(() => [1, 2, 3], { onFound: (more) => (bytes += more) });
    const ask = (on: Part<number>, name: string) =>
      on.recall({ name, asOf: 0 }, () => ({ of: new Uint8Array(1000), until: Infinity }));
    for (let n = 0; n < 100; n++) ask(part, `${n}`);
    expect(bytes / 1000).toBeCloseTo(40 * 1.2, -1);
    for (let n = 0; n < 100; n++) ask(part.cut(`${n}`, { keep: (each) => each > 1 }), 'one');
    expect(bytes / 1000).toBeCloseTo(40 * 1.2 + 12 * 2.2, -1);
  });

  it('remembers all that the reports of a site find out', () => {
    const found: string[] = [];
    const part = partOf(() => [1, 2, 3]);
    const ask = (name: string) =>
      part.recall({ name, asOf: 0 }, () => {
        found.push(name);
        return { until: Infinity };
      });
    const names = Array.from({ length: 30 }, (_, n) => `${n}`);
    for (const name of [...names, ...names]) ask(name);
    expect(found).toEqual(names);
  });

  it('is the same part again when it is cut by the same name', () => {
    const part = partOf(() => [1, 2, 3], { from: 0, to: 10 });
    const cut = part.cut('odd', { keep: (each) => each % 2 === 1, to: 5 });
    expect(part.cut('odd', { keep: () => false })).toBe(cut);
    expect(cut).toMatchObject({ from: 0, to: 5 });
    expect(cut.facts()).toEqual([1, 3]);
  });
});
