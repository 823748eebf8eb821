import type { StoredTouchpoint } from '@cartograph/journey';
import { abandonment } from '@cartograph/report';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsFor } from '../../src/reading/facts.ts';
import { readQuestion } from '../../src/reading/question.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const DAY = 24 * HOUR;

/** A few shoppers over forty days: looking, filling carts, ordering, coming back. */
const history = fc.array(
  fc.record({
    visitor: fc.constantFrom('a', 'b', 'c'),
    at: fc.integer({ min: NOW - 40 * DAY, max: NOW }),
    type: fc.constantFrom(
      'page_view',
      'add_to_cart',
      'begin_checkout',
      'add_shipping_info',
      'purchase',
    ),
    value: fc.integer({ min: 1, max: 500 }),
  }),
  { maxLength: 30 },
);

async function reportOf(touchpoints: readonly StoredTouchpoint[], asOf: number) {
  const store = sqliteStore(':memory:');
  await store.append([{ site: SITE, touchpoints }]);
  const asked = { from: '2026-10-01', to: '2026-12-01', asOf: String(asOf) };
  const { question } = await readQuestion(asked, { site: SITE, store, now: NOW });
  const report = abandonment(await factsFor(store, SITE, question), question);
  await store.close();
  return report;
}

it('answers about the past as it would have answered then', async () => {
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.integer({ min: NOW - 40 * DAY, max: NOW }),
      async (events, asOf) => {
        const touchpoints = events.map(({ value, ...event }, n) =>
          stored(n, event.type, { ...event, params: goods(value) }),
        );
        const then = touchpoints.filter(({ at }) => at <= asOf);
        expect(await reportOf(touchpoints, asOf)).toEqual(await reportOf(then, asOf));
      },
    ),
    { numRuns: 200 },
  );
});
