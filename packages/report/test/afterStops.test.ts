import type { Mark } from '@cartograph/journey';
import { describe, expect, it } from 'vitest';
import { afterStops } from '../src/afterStops.ts';
import { countedCarts } from '../src/countedCarts.ts';
import type { JourneyFact } from '../src/question.ts';
import {
  abandoned,
  emptied,
  HOUR,
  MINUTE,
  NOW,
  open,
  ordered,
  QUESTION,
  waiting,
} from './facts.ts';

const of = (facts: readonly JourneyFact[], trails: Record<string, Mark[]> = {}) =>
  afterStops(
    facts,
    facts.flatMap((fact) => (trails[fact.id] ? [{ ...fact, trail: trails[fact.id]! }] : [])),
    QUESTION,
  );

describe(afterStops.name, () => {
  it('says of every stop what came next, each once', () => {
    const steps = ['cart', 'shipping'];
    const rows = of([
      abandoned(),
      abandoned({ steps, stopsAt: ['cart', 'shipping'] }),
      ordered({ stopsAt: ['cart'] }),
      emptied({ stopsAt: ['cart'] }),
      open({ stopsAt: ['cart', 'cart'] }),
      ordered(),
    ]);
    expect(rows).toMatchObject([
      {
        ...{ step: 'cart', stops: 6, ordered: 1, wentFurther: 1, leftAgain: 1, emptied: 1 },
        ...{ moving: 1, nothing: 1, medianSecondsAway: 7200 },
      },
      { step: 'shipping', stops: 2, leftAgain: 1, nothing: 1, ordered: 0 },
    ]);
  });

  it('adds up, whatever happened', () => {
    const kinds = [abandoned, emptied, open, ordered, waiting];
    const steps = ['cart', 'checkout', 'payment'];
    const facts = Array.from({ length: 300 }, (_, n) =>
      kinds[n % 5]!({ steps, stopsAt: steps.slice(n % 3, 1 + ((n * 7) % 4)) }),
    );
    const all = countedCarts(facts, QUESTION).flatMap(({ stops }) => stops);
    const rows = of(facts);
    expect(rows.reduce((sum, { stops }) => sum + stops, 0)).toBe(all.length);
    for (const { stops, ordered, wentFurther, leftAgain, emptied, moving, nothing } of rows) {
      expect(ordered + wentFurther + leftAgain + emptied + moving + nothing).toBe(stops);
    }
  });

  it('tells the last thing before a stop, and the first one after it', () => {
    const createdAt = NOW - 10 * HOUR;
    const fact = (id: string) =>
      waiting({ id, createdAt, stopsAt: ['cart'], lastAt: createdAt + 3 * HOUR });
    const [row] = of([fact('a'), fact('b'), fact('c'), fact('unknown')], {
      a: [
        ['alert PAYMENT_ERROR', 0],
        ['page_view /cart', 2 * 3600],
        ['purchase', 3 * 3600],
      ],
      b: [['page_view /cart', 0]],
      c: [
        ['page_view /cart', 0],
        ['page_view /', 2 * 3600 + (5 * MINUTE) / 1000],
      ],
    });
    // Each stopped at 0 h for 2 h, and at 3 h for good.
    expect(row).toMatchObject({ stops: 8, known: 6 });
    expect(row?.back).toEqual([{ mark: 'page_view /cart', stops: 3 }]);
    expect(row?.last).toEqual([
      { mark: 'page_view /cart', stops: 3 },
      { mark: 'alert PAYMENT_ERROR', stops: 1 },
      { mark: 'page_view /', stops: 1 },
      { mark: 'purchase', stops: 1 },
    ]);
  });
});
