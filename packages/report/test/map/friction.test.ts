import { describe, expect, it } from 'vitest';
import { frictionOf, kindsOf } from '../../src/map/friction.ts';

/** χ² of one degree of freedom at 95 %. */
const CHI2 = 3.841458820694124;

const times = (n: number, kinds: number) => Array.from({ length: n }, () => kinds);

describe(frictionOf.name, () => {
  it('is told per 100 journeys, from 30 measured journeys on', () => {
    expect(frictionOf([...times(10, 2), ...times(20, 0)])).toMatchObject({ n: 30 });
    expect(frictionOf([...times(10, 2), ...times(20, 0)]).value).toBeCloseTo(200 / 3, 10);
    expect(frictionOf(times(29, 1))).toEqual({ value: null, low: null, high: null, n: 29 });
  });

  it.each([
    ['few of many', 12, 400],
    ['as many as journeys', 60, 60],
  ])('has the bounds at which a score test just rejects: %s', (_, met, n) => {
    const { low, high } = frictionOf([...times(met, 1), ...times(n - met, 0)]);
    for (const bound of [low!, high!]) {
      const expected = (bound / 100) * n;
      expect((met - expected) ** 2 / expected).toBeCloseTo(CHI2, 8);
    }
  });

  it('is wider where kinds come together', () => {
    const apart = frictionOf([...times(60, 1), ...times(140, 0)]);
    const together = frictionOf([...times(12, 5), ...times(188, 0)]);
    expect(together.value).toBeCloseTo(apart.value!, 10);
    expect(together.high! - together.low!).toBeGreaterThan(1.5 * (apart.high! - apart.low!));
  });

  it('leaves open how calm calm is', () => {
    const calm = frictionOf(times(50, 0));
    expect(calm).toMatchObject({ value: 0, low: 0 });
    expect(calm.high).toBeCloseTo((100 * CHI2) / 50, 8);
  });
});

describe(kindsOf.name, () => {
  it.each([
    ['an alert, whatever it is about', ['alert:PAYMENT_ERROR', 'alert:INPUT_INVALID'], 1],
    ['an error of the page and a failed request', ['exception', 'failed_request'], 1],
    ['all five', ['alert', 'exception', 'rage_click', 'dead_click', 'poor:LCP'], 5],
    ['what can be met with a cart only', ['price_rise', 'coupon_denied', 'field_left:phone'], 0],
    ['nothing', [], 0],
  ])('%s', (_, met, kinds) => {
    expect(kindsOf(met)).toBe(kinds);
  });
});
