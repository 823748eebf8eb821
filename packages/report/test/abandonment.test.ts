import { describe, expect, it } from 'vitest';
import { abandonment } from '../src/abandonment.ts';
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
  waiting,
  withCart,
} from './facts.ts';

const SIXTY_DAYS = { ...QUESTION, from: NOW - 60 * DAY };

describe(abandonment.name, () => {
  it.each([
    ['moving', open(), 'open', 0],
    ['left for an hour', waiting({ lastAt: NOW - HOUR }), 'abandoned', 1],
    ['left for a minute less', waiting({ lastAt: NOW - HOUR + 60_000 }), 'open', 0],
    ['left for days', abandoned(), 'abandoned', 1],
    ['left for a month', lost(), 'lost', 1],
    ['emptied by the shopper', emptied(), 'emptied', 0],
    ['ordered', ordered(), 'ordered', 0],
    ['ordered after it had been left', ordered({ stopsAt: ['cart'] }), 'ordered', 0],
  ] as const)('counts a cart that is %s', (_, fact, state, left) => {
    const { carts, rate } = abandonment([fact], SIXTY_DAYS);

    expect(carts).toMatchObject({ created: 1, [state]: 1 });
    expect(carts.open + carts.ordered + carts.emptied + carts.abandoned + carts.lost).toBe(1);
    expect(rate.value).toBe(state === 'open' ? null : left);
  });

  it('leaves open carts out of the rate: they are neither left nor settled', () => {
    const facts = [open(), open(), abandoned(), ordered()];
    expect(abandonment(facts, QUESTION).rate).toMatchObject({ value: 0.5, n: 2 });
  });

  it('counts an order whose cart was never seen, and gives the rate without it too', () => {
    const report = abandonment([direct(), ordered(), abandoned()], QUESTION);

    expect(report.carts).toMatchObject({ created: 3, ordered: 2, direct: 1 });
    expect(report.rate).toMatchObject({ value: 1 / 3, n: 3 });
    expect(report.rateWithoutDirect).toMatchObject({ value: 1 / 2, n: 2 });
  });

  it('counts what was recovered among the ordered ones', () => {
    const facts = [ordered({ stopsAt: ['cart'], amount: 25_00 }), ordered({ amount: 10_00 })];
    const { carts, value } = abandonment(facts, QUESTION);

    expect(carts).toMatchObject({ ordered: 2, recovered: 1 });
    expect(value).toMatchObject({ ordered: '35.00', recovered: '25.00' });
  });

  it('sums the money of each state', () => {
    const facts = [
      open({ amount: 1_00 }),
      ordered({ amount: 2_00 }),
      emptied({ amount: 4_00 }),
      abandoned({ amount: 8_50 }),
      lost({ amount: 16_00 }),
    ];
    expect(abandonment(facts, SIXTY_DAYS).value).toEqual({
      currency: 'EUR',
      created: '31.50',
      open: '1.00',
      ordered: '2.00',
      recovered: '0.00',
      emptied: '4.00',
      left: '24.50',
      atRisk: '8.50',
      lost: '16.00',
    });
  });

  it('never adds up unlike currencies: others are listed apart, by code', () => {
    const facts = [
      abandoned({ amount: 10_00 }),
      abandoned({ amount: 5000, currency: 'KRW' }),
      ordered({ amount: 7_00, currency: 'CHF' }),
    ];
    const report = abandonment(facts, QUESTION);

    expect(report.value).toMatchObject({ created: '10.00', atRisk: '10.00' });
    expect(report.otherValues).toMatchObject([
      { currency: 'CHF', created: '7.00', ordered: '7.00', left: '0.00' },
      { currency: 'KRW', created: '5000', ordered: '0', left: '5000' },
    ]);
    expect(report.carts.created).toBe(3);
  });

  it('holds the carts created in the period, from its start on and before its end', () => {
    const at = (createdAt: number) => withCart(ordered(), { createdAt });
    const { from } = QUESTION;
    const to = from + DAY;
    const facts = [at(from - 1), at(from), at(to - 1), at(to)];

    expect(abandonment(facts, { ...QUESTION, to }).carts.created).toBe(2);
  });

  it('knows nothing of carts that are created after the moment it is asked for', () => {
    const facts = [withCart(open(), { createdAt: NOW + 1 })];
    expect(abandonment(facts, QUESTION).carts.created).toBe(0);
  });

  it('ignores journeys without a cart', () => {
    expect(abandonment([looked()], QUESTION).carts.created).toBe(0);
  });

  it('says its unit, period, time zone, moment and idea of an abandonment', () => {
    expect(abandonment([], QUESTION)).toMatchObject({
      unit: 'carts',
      from: '2026-10-23T22:00:00.000Z',
      to: '2026-11-22T23:00:00.000Z',
      asOf: '2026-11-22T11:00:00.000Z',
      timeZone: 'Europe/Berlin',
      abandonedAfterMinutes: 60,
    });
  });

  it('claims no rate where nothing has settled', () => {
    const report = abandonment([open()], QUESTION);
    expect(report.rate).toEqual({ value: null, low: null, high: null, n: 0 });
  });
});
