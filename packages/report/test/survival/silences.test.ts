import type { Mark } from '@cartograph/journey';
import { describe, expect, it } from 'vitest';
import { countedCarts } from '../../src/countedCarts.ts';
import type { JourneyFact } from '../../src/question.ts';
import { silencesOf } from '../../src/survival/silences.ts';
import {
  abandoned,
  DAY,
  HOUR,
  MINUTE,
  NOW,
  ordered,
  QUESTION,
  waiting,
  withCart,
} from '../facts.ts';

const CREATED = NOW - 3 * DAY;
const marksAt = (...minutes: number[]): Mark[] =>
  minutes.map((at, n) => [`page_view /${n}`, at * 60]);
const of = (fact: JourneyFact, trail: Mark[], question = QUESTION) => {
  const [counted] = countedCarts([fact], { ...question, from: 0 });
  return silencesOf(counted!, trail, question).map(({ time, happened }) => [
    time / MINUTE,
    happened,
  ]);
};

describe(silencesOf.name, () => {
  it('takes the long ones from the stops, and the last one as far as it has come', () => {
    const fact = waiting({ createdAt: CREATED, stopsAt: ['cart'], lastAt: NOW - 5 * HOUR });
    expect(of(fact, [])).toEqual([
      [120, true],
      [300, false],
    ]);
  });

  it('reads those between ten minutes and a stop from the trail', () => {
    const fact = waiting({ createdAt: CREATED, lastAt: NOW - 5 * HOUR });
    expect(of(fact, marksAt(0, 9, 19, 60))).toEqual([
      [10, true],
      [41, true],
      [300, false],
    ]);
  });

  it('believes no long silence that the trail alone tells of', () => {
    const fact = waiting({ createdAt: CREATED, lastAt: NOW - 5 * HOUR });
    expect(of(fact, marksAt(0, 200))).toEqual([[300, false]]);
  });

  it('begins with the cart and ends with the order', () => {
    const fact = ordered({ createdAt: CREATED });
    const order = { ...fact.cart!.order!, at: CREATED + 30 * MINUTE };
    const early = { ...withCart(fact, { order }), startedAt: CREATED - 40 * MINUTE };
    expect(of(early, marksAt(0, 20, 40, 55, 70, 100))).toEqual([
      [15, true],
      [15, true],
    ]);
  });

  it('ends with the thirty days that a journey waits', () => {
    expect(of(abandoned({ lastAt: NOW - 45 * DAY, createdAt: NOW - 46 * DAY }), [])).toEqual([
      [2 * 24 * 60, false],
    ]);
    const old = waiting({ createdAt: NOW - 46 * DAY, lastAt: NOW - 45 * DAY });
    expect(of(old, [])).toEqual([[30 * 24 * 60, false]]);
  });

  it('leaves out a last silence that is too short yet', () => {
    expect(of(waiting({ lastAt: NOW - 9 * MINUTE }), [])).toEqual([]);
  });
});
