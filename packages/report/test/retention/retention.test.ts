import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/facts.ts';
import type { JourneyFact } from '../../src/question.ts';
import { cohorts } from '../../src/retention/cohorts.ts';
import { monthsIn } from '../../src/retention/months.ts';
import { orderBook } from '../../src/retention/orderBook.ts';
import { retention } from '../../src/retention/retention.ts';
import { returnedAt, secondOrder } from '../../src/retention/secondOrder.ts';
import { kaplanMeier } from '../../src/survival/kaplanMeier.ts';
import { DAY, NOW, ordered, QUESTION } from '../facts.ts';
import { goods, shopper } from '../map/journeys.ts';

/** One order, so many days ago. */
function order(person: string, daysAgo: number, fact: Partial<JourneyFact> = {}): JourneyFact {
  const base = ordered();
  const at = Math.round(NOW - daysAgo * DAY);
  return {
    ...base,
    person,
    ...fact,
    cart: { ...base.cart!, order: { ...base.cart!.order!, at } },
  };
}

const MONTHS = monthsIn('Europe/Berlin');

function spellsIn(orders: JourneyFact[]) {
  const book = orderBook({ segment: {}, months: MONTHS });
  book.read(partsOf(orders));
  return book.spellsAt(NOW);
}

const retentionOf = (orders: JourneyFact[], change = {}) =>
  retention(orders, QUESTION, { stages: [], ...change });

describe(retention.name, () => {
  it('tells first orders of the period from repeated ones', () => {
    const { orders } = retentionOf([
      order('a', 100),
      order('a', 5),
      order('b', 10),
      order('b', 9),
      order('c', 50),
    ]);
    expect(orders).toMatchObject({ placed: 3, first: 1, repeat: 2, persons: 2 });
    expect(orders.repeatRate.value).toBeCloseTo(2 / 3, 10);
  });

  it('judges only who had the time to come back', () => {
    const { within } = retentionOf([
      order('back', 100),
      order('back', 80),
      order('late', 100),
      order('late', 20),
      order('never', 61),
      order('new', 3),
      order('new', 2),
    ]);
    const [in30, in60, in90, in180] = within;
    expect(in30).toMatchObject({ days: 30, tooRecent: 1, rate: { n: 3, value: 1 / 3 } });
    expect(in60).toMatchObject({ days: 60, tooRecent: 1, rate: { n: 3, value: 1 / 3 } });
    expect(in90).toMatchObject({ tooRecent: 2, rate: { n: 2, value: 1 } });
    expect(in180).toMatchObject({ tooRecent: 4, rate: { n: 0, value: null } });
  });

  it('puts a person where the first order belongs, wherever the second came from', () => {
    const on = (device: 'mobile' | 'desktop') => ({ entry: { channel: 'web', device } });
    const orders = [order('a', 90, on('mobile')), order('a', 80, on('desktop'))];
    const rateOn = (device: string) => retentionOf(orders, { segment: { device } }).within[0]!.rate;
    expect(rateOn('mobile')).toMatchObject({ value: 1, n: 1 });
    expect(rateOn('desktop')).toMatchObject({ value: null, n: 0 });
  });

  it('leaves out who first ordered after the period, and what happened after its moment', () => {
    const question = { ...QUESTION, from: NOW - 60 * DAY, to: NOW - 40 * DAY };
    const orders = [order('a', 50), order('a', 10), order('b', 30), order('c', -1)];
    const report = retention(orders, question, { stages: [] });
    expect(report.secondOrder).toMatchObject({ persons: 1, returned: 1 });
    expect(report.orders.placed).toBe(1);
  });

  it('measures the time between any two orders of a person', () => {
    const { between } = retentionOf([order('a', 40), order('a', 38), order('a', 8), order('b', 1)]);
    expect(between).toMatchObject({ n: 2, medianDays: 16 });
    expect(between.spread.map(({ pairs }) => pairs)).toEqual([0, 1, 0, 1, 0, 0, 0, 0]);
  });

  it('tells what came of the orders of the period', () => {
    const said = (name: string, ...more: Parameters<typeof shopper>[1][]) =>
      shopper(name, [0, 'purchase', { transaction_id: `T-${name}`, ...goods(20) }], ...more);
    const stages = [
      ...said('a', [5, 'review'], [6, 'share'], [7, 'refund', { transaction_id: 'T-a', value: 4 }]),
      ...said('b', [5, 'survey', { question: 'CSAT', score: 5 }]),
      ...said('c'),
      ...shopper('d', [0, 'share'], [1, 'page_view']),
    ];
    const { after } = retentionOf([], { stages });
    expect(after.orders).toBe(3);
    for (const name of ['reviewed', 'shared', 'surveyed', 'refunded'] as const) {
      expect(after[name]).toMatchObject({ value: 1 / 3, n: 3 });
    }
    expect(after.referred.value).toBe(0);
    expect(after.refunds.value).toEqual({ currency: 'EUR', amount: '4.00' });
    expect(after.satisfaction).toMatchObject([{ question: 'CSAT', n: 1, value: null }]);
  });
});

describe(cohorts.name, () => {
  const on = (person: string, ...dates: string[]) =>
    dates.map((date) => order(person, (NOW - Date.parse(date)) / DAY));
  const rows = (...orders: JourneyFact[][]) =>
    cohorts(spellsIn(orders.flat()), { asOf: NOW, months: MONTHS });

  it('adds up who came back within so many months of their own first order', () => {
    const [august, september] = rows(
      on('a', '2026-08-31T12:00:00Z', '2026-09-30T11:00:00Z'),
      on('b', '2026-08-01T12:00:00Z', '2026-10-15T12:00:00Z'),
      on('c', '2026-08-20T12:00:00Z'),
      on('d', '2026-09-20T12:00:00Z'),
    );
    expect(august).toMatchObject({ month: '2026-08', persons: 3 });
    // It is November 22: of August all have lived through two months, not through three.
    expect(august!.again.map(({ value }) => value)).toEqual([1 / 3, 1 / 3]);
    expect(september!.again.map(({ value, n }) => [value, n])).toEqual([[0, 1]]);
  });

  it('takes the month that it was in the site’s time zone', () => {
    expect(rows(on('a', '2026-08-31T22:30:00Z'))[0]!.month).toBe('2026-09');
  });

  it('agrees with counting by hand, whatever the dates', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const orders = Array.from({ length: 300 }, (_, n) => {
      const first = 30 + random() * 400;
      return random() < 0.5
        ? [order(`p${n}`, first)]
        : [order(`p${n}`, first), order(`p${n}`, first * random())];
    });
    for (const { month, again, persons } of rows(...orders)) {
      again.forEach(({ value }, index) => {
        const came = orders.filter(([first, second]) => {
          const [from, to] = [first, second].map(
            (fact) =>
              fact &&
              Temporal.Instant.fromEpochMilliseconds(fact.cart!.order!.at).toZonedDateTimeISO(
                'Europe/Berlin',
              ),
          );
          return (
            from!.toString().startsWith(month) &&
            to &&
            Temporal.ZonedDateTime.compare(to, from!.add({ months: index + 1 })) <= 0
          );
        });
        expect(value).toBeCloseTo(came.length / persons, 10);
      });
    }
  });
});

describe(secondOrder.name, () => {
  const spells = (...persons: readonly (readonly [first: number, second?: number])[]) =>
    spellsIn(
      persons.flatMap(([first, second], n) => [
        order(`p${n}`, first),
        ...(second === undefined ? [] : [order(`p${n}`, second)]),
      ]),
    );

  it('does not take who came yesterday for one who never comes back', () => {
    const known = Array.from({ length: 10 }, () => [100, 95] as const);
    const withNew = spells(...known, ...Array.from({ length: 90 }, () => [1] as const));
    const at = (found: typeof withNew) =>
      secondOrder(found, { asOf: NOW }).curve.find(({ day }) => day === 4);
    expect(at(withNew)).toMatchObject({ returned: 0, watched: 10 });
    expect(secondOrder(withNew, { asOf: NOW })).toMatchObject({
      persons: 100,
      returned: 10,
      quarterDays: 5,
      halfDays: 5,
    });
  });

  it('ends where fewer than 10 are watched', () => {
    const few = Array.from({ length: 9 }, () => [200] as const);
    const { curve } = secondOrder(spells(...few, [40]), { asOf: NOW });
    expect(curve.at(-1)).toMatchObject({ day: 40, watched: 10, returned: 0 });
  });
});

// Freireich et al. (1963), 6-MP, weeks of remission; log-log bounds as Stata's `sts list` gives them.
describe(returnedAt.name, () => {
  const relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  const points = kaplanMeier([
    ...relapsed.map((time) => ({ time, happened: true })),
    ...censored.map((time) => ({ time, happened: false })),
  ]);

  it.each([
    [6, 0.8571, 0.6197, 0.9516],
    [7, 0.8067, 0.5631, 0.9228],
    [10, 0.7529, 0.5032, 0.8894],
    [13, 0.6902, 0.4316, 0.8491],
    [16, 0.6275, 0.3675, 0.8049],
    [22, 0.5378, 0.2678, 0.7468],
    [23, 0.4482, 0.1881, 0.6801],
  ])('in week %i', (time, survival, low, high) => {
    const found = returnedAt(points.find((point) => point.time === time));
    expect(1 - found.returned).toBeCloseTo(survival, 4);
    expect(1 - found.high).toBeCloseTo(low, 3);
    expect(1 - found.low).toBeCloseTo(high, 3);
  });

  it('is nothing before anybody came back', () => {
    expect(returnedAt(undefined)).toEqual({ returned: 0, low: 0, high: 0 });
  });
});
