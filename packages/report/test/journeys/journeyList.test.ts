import { describe, expect, it } from 'vitest';
import { readJourneyFilter } from '../../src/journeys/journeyFilter.ts';
import { journeyList } from '../../src/journeys/journeyList.ts';
import { JOURNEY_STATES } from '../../src/journeys/journeyState.ts';
import type { JourneyFact } from '../../src/question.ts';
import {
  abandoned,
  DAY,
  direct,
  emptied,
  HOUR,
  looked,
  lost,
  NOW,
  open,
  ordered,
  QUESTION,
  withCart,
} from '../facts.ts';

const of = (facts: readonly JourneyFact[], asked: Record<string, string> = {}) =>
  journeyList(facts, QUESTION, readJourneyFilter(asked, QUESTION));
const idsOf = (facts: readonly JourneyFact[], asked: Record<string, string>) =>
  of(facts, asked).journeys.map(({ journey }) => journey);
const met = (fact: JourneyFact, ...whats: string[]) =>
  withCart(fact, {
    met: whats.map((what) => ({ what, step: 'cart', at: fact.startedAt, times: 1 })),
  });

describe(journeyList.name, () => {
  const recovered = ordered({ id: 'recovered', stopsAt: ['cart'] });
  const all = [
    open({ id: 'open' }),
    abandoned({ id: 'abandoned' }),
    lost({ id: 'lost' }),
    emptied({ id: 'emptied' }),
    ordered({ id: 'ordered' }),
    recovered,
    { ...looked(), id: 'no_cart' },
  ];

  it.each(JOURNEY_STATES)('finds the journeys that are %s', (state) => {
    const expected = state === 'ordered' ? ['ordered', 'recovered'] : [state];
    expect(idsOf(all, { state }).sort()).toEqual(expected);
  });

  it('says how many began, how many were found, and what each is', () => {
    expect(of(all, { state: 'recovered' })).toMatchObject({
      ...{ unit: 'journeys', begun: 7, found: 1, page: 1, pages: 1 },
      journeys: [{ journey: 'recovered', state: 'recovered', stops: 1, step: 'cart' }],
    });
  });

  it('finds those that stopped at a step, also if they went on', () => {
    const steps = ['cart', 'shipping'];
    const facts = [
      abandoned({ id: 'there', steps }),
      ordered({ id: 'went on', steps, stopsAt: ['shipping'] }),
      ordered({ id: 'passed', steps, stopsAt: ['cart'] }),
      open({ id: 'not yet', steps }),
    ];
    expect(idsOf(facts, { stopped: 'shipping' }).sort()).toEqual(['there', 'went on']);
  });

  it('finds those that met something', () => {
    const facts = [
      met(abandoned({ id: 'a' }), 'poor:LCP', 'alert:PAYMENT_ERROR'),
      met(ordered({ id: 'b' }), 'alert:PAYMENT_ERROR'),
      met(ordered({ id: 'c' }), 'login'),
    ];
    expect(idsOf(facts, { met: 'alert:PAYMENT_ERROR' }).sort()).toEqual(['a', 'b']);
    expect(of(facts).choices.met).toEqual(['alert:PAYMENT_ERROR', 'login', 'poor:LCP']);
  });

  it('compares amounts in the site’s currency only, ends included', () => {
    const facts = [
      ...[9_99, 10_00, 20_00, 20_01].map((amount) => ordered({ id: String(amount), amount })),
      ordered({ id: 'CHF', amount: 15_00, currency: 'CHF' }),
      looked(),
    ];
    expect(idsOf(facts, { min: '10', max: '20.00' }).sort()).toEqual(['1000', '2000']);
    expect(idsOf(facts, { max: '10' }).sort()).toEqual(['1000', '999']);
  });

  it('takes what is asked together', () => {
    const facts = [
      met(abandoned({ id: 'both' }), 'login'),
      met(ordered({ id: 'met' }), 'login'),
      abandoned({ id: 'left' }),
    ];
    expect(idsOf(facts, { state: 'abandoned', met: 'login' })).toEqual(['both']);
  });

  it.each([
    [{}, ['late', 'dear', 'long']],
    [{ sort: 'value' }, ['dear', 'long', 'late']],
    [{ sort: 'length' }, ['long', 'dear', 'late']],
  ])('puts them in order: %o', (asked, expected) => {
    const at = (id: string, start: number, hours: number, amount: number) => ({
      ...ordered({ id, amount }),
      startedAt: start,
      lastAt: start + hours * HOUR,
    });
    const facts = [
      at('dear', NOW - 3 * DAY, 2, 90_00),
      at('late', NOW - 2 * DAY, 1, 10_00),
      at('long', NOW - 4 * DAY, 30, 20_00),
    ];
    expect(idsOf(facts, asked)).toEqual(expected);
  });

  it('puts other currencies behind the site’s, and what has no cart last', () => {
    const facts = [
      { ...looked(), id: 'none' },
      ordered({ id: 'JPY', amount: 9_000_00, currency: 'JPY' }),
      ordered({ id: 'EUR', amount: 1_00 }),
    ];
    expect(idsOf(facts, { sort: 'value' })).toEqual(['EUR', 'JPY', 'none']);
  });

  it('gives every journey once, page by page', () => {
    const facts = Array.from({ length: 120 }, (_, n) => abandoned({ amount: (n % 7) * 100 }));
    const pages = [1, 2, 3].map((page) => of(facts, { sort: 'value', page: String(page) }));
    expect(pages.map(({ journeys }) => journeys.length)).toEqual([50, 50, 20]);
    const ids = pages.flatMap(({ journeys }) => journeys.map(({ journey }) => journey));
    expect(new Set(ids).size).toBe(120);
    expect(pages[0]).toMatchObject({ found: 120, pages: 3, page: 1 });
  });

  it('shows the last page to who asks for one behind it', () => {
    const list = of([abandoned(), direct()], { page: '9' });
    expect(list).toMatchObject({ page: 1, pages: 1, found: 2 });
    expect(list.journeys).toHaveLength(2);
  });
});

describe(readJourneyFilter.name, () => {
  it.each([
    [{ state: 'gone' }, /Expected `state` to be one of open, .*, got "gone"/],
    [{ sort: 'id' }, /Expected `sort` to be one of time, value, length, got "id"/],
    [{ min: '-1' }, /Expected `min` to be an amount/],
    [{ max: '1e9' }, /Expected `max` to be an amount/],
    [{ page: '0' }, /Expected `page` to be a number from 1/],
    [{ limit: '1001' }, /Expected `limit` to be a number from 1 to 1000/],
  ])('says what is wrong with %o', (asked, message) => {
    expect(() => readJourneyFilter(asked, QUESTION)).toThrow(message);
  });

  it('takes empty fields of a form for nothing', () => {
    const empty = { state: '', stopped: '', met: '', min: '', max: '' };
    expect(readJourneyFilter(empty, QUESTION)).toEqual({ order: 'time', page: 1, limit: 50 });
  });

  it('reads amounts in major units', () => {
    expect(readJourneyFilter({ min: '12.5' }, { currency: 'EUR' }).min).toBe(1250);
    expect(readJourneyFilter({ min: '12000' }, { currency: 'KRW' }).min).toBe(12000);
  });
});
