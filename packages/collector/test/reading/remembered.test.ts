import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/reports/ask.ts';
import { reports } from '../../src/reports/index.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const DAY = 24 * HOUR;

/** Something that changes what is stored. */
type Change = (store: Store) => Promise<unknown>;

const visitor = fc.constantFrom('a', 'b', 'c', 'd');

/** What a shopper did or met, in any order: much of it arrives late. */
const told = fc
  .record({
    n: fc.integer({ min: 0, max: 60 }),
    visitor,
    user: fc.option(fc.constantFrom('ann', 'bob'), { nil: undefined, freq: 6 }),
    at: fc.oneof(
      fc.integer({ min: 0, max: 18 }).map((n) => NOW - (n * HOUR) / 6),
      fc.integer({ min: NOW - 70 * DAY, max: NOW }),
    ),
    device: fc.constantFrom('mobile' as const, 'desktop' as const),
    what: fc.constantFrom<[string, object?]>(
      ['page_view'],
      ['view_item'],
      ['add_to_cart', goods(20)],
      ['add_to_cart', goods(70, 'G2')],
      ['remove_from_cart', goods(20)],
      ['begin_checkout', goods(20)],
      ['add_shipping_info'],
      ['alert', { alert_type: 'PAYMENT_ERROR' }],
      ['purchase', { ...goods(20), transaction_id: 'T1' }],
      ['purchase', { ...goods(70), transaction_id: 'T2' }],
      ['refund', { ...goods(20), transaction_id: 'T1' }],
      ['survey', { question: 'CSAT', score: 4 }],
    ),
  })
  .map(({ n, what: [type, params], user, ...rest }) => {
    const all = { ...rest, ...(params && { params }), ...(user && { user }) };
    return stored(n, type, all as Parameters<typeof stored>[2]);
  });

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(told, { minLength: 1, maxLength: 8 })
      .map((touchpoints) => (store: Store) => store.append([{ site: SITE, touchpoints }])),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(visitor, fc.constantFrom('held' as const, 'released' as const, undefined))
      .map(
        ([who, verdict]) =>
          (store: Store) =>
            store.decide(SITE, who, { verdict, at: NOW }),
      ),
  },
  {
    weight: 1,
    arbitrary: visitor.map((who) => (store: Store) => store.forget(SITE, `v:${who}`)),
  },
  { weight: 1, arbitrary: fc.constant((store: Store) => store.rebuild(SITE)) },
);

/** Moments at which carts are left, are lost, or are old enough to be compared. */
const later = fc.constantFrom(0, 0.5, 1, 2, 3, 23, 25, 27, 48, 30 * 24 - 1, 30 * 24 + 1);

/** What is asked, several times: time goes by, and some ask about before. */
const question = fc.record({
  name: fc.constantFrom(
    ...reports()
      .map(({ name }) => name)
      .filter((name) => name !== 'live'),
  ),
  asked: fc.record(
    {
      period: fc.constantFrom('30d', '7d', '60d', 'all'),
      asOf: fc.integer({ min: 0, max: 40 * 24 }).map((hours) => String(NOW - hours * HOUR)),
      orders: fc.constantFrom('claimed', 'confirmed'),
      device: fc.constantFrom('mobile', 'desktop'),
      sort: fc.constantFrom('time', 'value'),
      compare: fc.constant('previous'),
      by: fc.constantFrom('device', 'item'),
    },
    { requiredKeys: ['period'] },
  ),
  hours: fc.array(later, { minLength: 1, maxLength: 4 }),
});

type Question = typeof question extends fc.Arbitrary<infer Asked> ? Asked : never;

async function answersOf(store: Store, { name, asked, hours }: Question): Promise<string[]> {
  const report = reports().find((each) => each.name === name)!;
  const answers: string[] = [];
  for (const hour of hours) {
    const now = NOW + hour * HOUR;
    answers.push(JSON.stringify(await report.read(await ask(asked, { site: SITE, store, now }))));
  }
  return answers;
}

/** The same of stores that have nothing to remember. */
async function freshAnswersOf(changes: readonly Change[], asked: Question): Promise<string[]> {
  const answers: string[] = [];
  for (const hour of asked.hours) {
    const store = await filled(changes);
    answers.push(...(await answersOf(store, { ...asked, hours: [hour] })));
    await store.close();
  }
  return answers;
}

async function filled(changes: readonly Change[], maxFactChars?: number): Promise<Store> {
  const store = sqliteStore(':memory:', { maxFactChars });
  await saveSite(store, SITE);
  for (const each of changes) await each(store);
  return store;
}

describe('what is remembered of parts', () => {
  it.each([
    ['with room for all', undefined],
    ['with hardly any room', 3000],
  ])(
    'never shows: every answer is that of a store that was just filled, %s',
    async (_, room) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(change, question), { minLength: 2, maxLength: 12 }),
          question,
          async (steps, last) => {
            const store = await filled([], room);
            const changes: Change[] = [];
            for (const step of [...steps, last]) {
              if (typeof step === 'function') {
                changes.push(step);
                await step(store);
                continue;
              }
              expect(await answersOf(store, step)).toEqual(await freshAnswersOf(changes, step));
            }
            await store.close();
          },
        ),
        { numRuns: 30 },
      );
    },
    90_000,
  );
});
