import { STAGES } from '@cartograph/journey';
import { describe, expect, it } from 'vitest';
import { journeyMap } from '../../src/map/journeyMap.ts';
import type { StagesFact } from '../../src/question.ts';
import { DAY, NOW, QUESTION } from '../facts.ts';
import { goods, shopper } from './journeys.ts';

const DAY_MINUTES = 24 * 60;
const JUST_NOW = 3 * DAY_MINUTES - 10;

const looked = (name: string) => shopper(name, [0, 'page_view'], [1, 'view_item']);
const left = (name: string, value: number) =>
  shopper(name, [0, 'page_view'], [1, 'add_to_cart', goods(value)]);
const leftAtCheckout = (name: string, value: number) =>
  shopper(name, [0, 'page_view'], [1, 'add_to_cart', goods(value)], [2, 'begin_checkout']);
const ordered = (name: string, ...more: Parameters<typeof shopper>[1][]) =>
  shopper(
    name,
    [0, 'page_view'],
    [1, 'add_to_cart', goods(20)],
    [2, 'begin_checkout'],
    [3, 'purchase', { transaction_id: `T-${name}`, ...goods(20) }],
    ...more,
  );

const mapOf = (...journeys: StagesFact[][]) => journeyMap(journeys.flat(), QUESTION);
const stageOf = (stage: (typeof STAGES)[number], ...journeys: StagesFact[][]) =>
  mapOf(...journeys).stages[STAGES.indexOf(stage)]!;

describe(journeyMap.name, () => {
  it('counts each journey in every stage up to its furthest', () => {
    const map = mapOf(
      looked('a'),
      left('b', 10),
      leftAtCheckout('c', 30),
      ordered('d'),
      ordered('e', [100, 'review', { transaction_id: 'T-e' }]),
    );
    expect(map).toMatchObject({ unit: 'journeys', journeys: 5, orders: 2 });
    expect(map.stages.map(({ stage, reached }) => [stage, reached])).toEqual([
      ['awareness', 5],
      ['consideration', 5],
      ['cart', 4],
      ['checkout', 3],
      ['order', 2],
      ['retention', 0],
      ['advocacy', 1],
    ]);
    expect(map.stages[2]!.onward).toMatchObject({ to: 'checkout', journeys: 3 });
    expect(map.stages[2]!.onward!.rate).toMatchObject({ value: 0.75, n: 4 });
    expect(map.orderRate).toMatchObject({ value: 0.4, n: 5 });
  });

  it('holds the journeys that began in the period', () => {
    const early = looked('a').map((fact) => ({ ...fact, startedAt: QUESTION.from - 1 }));
    const late = looked('b').map((fact) => ({ ...fact, startedAt: NOW + 1 }));
    expect(mapOf(early, late, looked('c')).journeys).toBe(1);
  });

  it('takes a journey that is under way out of what it shares, until it is silent long enough', () => {
    const moving = shopper('m', [JUST_NOW, 'page_view'], [JUST_NOW, 'add_to_cart', goods(10)]);
    const cart = stageOf('cart', moving, left('a', 10), ordered('b'));
    expect(cart).toMatchObject({ reached: 3, underWay: 1 });
    expect(cart.onward!.rate).toMatchObject({ value: 0.5, n: 2 });
    expect(cart.opportunity.left).toMatchObject({ carts: 1 });
  });

  it('passes by a stage that was never seen', () => {
    const direct = shopper('d', [0, 'page_view'], [1, 'purchase', goods(5)]);
    expect(stageOf('cart', direct, ordered('b'))).toMatchObject({ reached: 2, passedBy: 1 });
  });

  it('sums what is left where the shopper got to, a currency at a time', () => {
    const map = mapOf(
      left('a', 10),
      left('b', 15),
      shopper('c', [0, 'add_to_cart', { ...goods(7), currency: 'USD' }]),
      leftAtCheckout('d', 30),
    );
    expect(map.stages[2]!.opportunity.left).toEqual({
      carts: 3,
      value: { currency: 'EUR', amount: '25.00' },
      otherValues: [{ currency: 'USD', amount: '7.00' }],
    });
    expect(map.stages[3]!.opportunity.left).toMatchObject({
      carts: 1,
      value: { amount: '30.00' },
    });
    expect(map.left).toMatchObject({ carts: 4, value: { amount: '55.00' } });
  });

  it('counts as retention who came back, was surveyed or refunded, and who ordered again', () => {
    const again = ordered('a', [DAY_MINUTES, 'page_view'], [DAY_MINUTES + 1, 'purchase', goods(9)]);
    const back = ordered('b', [DAY_MINUTES, 'page_view']);
    const refunded = ordered('c', [200, 'refund', { transaction_id: 'T-c', value: 5 }]);
    const map = mapOf(again, back, refunded, ordered('d'));
    // Those who came back began another journey: two of the journeys are that.
    expect(map.journeys).toBe(6);
    expect(map.stages[4]).toMatchObject({ reached: 5, onward: { to: 'back', journeys: 3 } });
    expect(map.stages[5]).toMatchObject({ reached: 3, onward: { to: 'again', journeys: 1 } });
    expect(map.stages[5]!.opportunity.refunded).toMatchObject({
      orders: 1,
      value: { currency: 'EUR', amount: '5.00' },
    });
    expect(map.stages[5]!.medianSeconds).toBe((DAY_MINUTES - 3) * 60);
  });

  it('finds who came back among all journeys, also where it is cut to a part of them', () => {
    const [first, second] = ordered('a', [DAY_MINUTES, 'page_view']);
    const cut = journeyMap([first!], QUESTION, [first!, second!]);
    expect(cut.journeys).toBe(1);
    expect(cut.stages[5]!.reached).toBe(1);
    expect(journeyMap([first!], QUESTION).stages[5]!.reached).toBe(0);
  });

  it('lists what was done, and what was suffered, by journeys', () => {
    const alert = { alert_type: 'PAYMENT_ERROR', message: 'No' };
    const map = mapOf(
      shopper('a', [0, 'view_item'], [1, 'rage_click'], [2, 'rage_click'], [3, 'view_item']),
      shopper('b', [0, 'view_item'], [1, 'exception']),
      shopper(
        'c',
        [0, 'add_to_cart', goods(9)],
        [1, 'coupon', { status: 'denied' }],
        [2, 'begin_checkout'],
        [3, 'alert', alert],
      ),
    );
    const [, consideration, cart, checkout] = map.stages;
    expect(consideration!.touchpoints).toEqual([{ what: 'view_item', journeys: 2, times: 3 }]);
    expect(consideration!.pains).toEqual([
      { what: 'exception', journeys: 1, times: 1 },
      { what: 'rage_click', journeys: 1, times: 2 },
    ]);
    expect(cart!.pains).toEqual([{ what: 'coupon_denied', journeys: 1, times: 1 }]);
    expect(checkout!.pains).toEqual([{ what: 'alert:PAYMENT_ERROR', journeys: 1, times: 1 }]);
  });

  it('measures friction where a shopper was seen, not where only a mail or a server spoke', () => {
    const calm = Array.from({ length: 30 }, (_, n) => looked(`calm${n}`));
    const angry = Array.from({ length: 10 }, (_, n) =>
      shopper(`angry${n}`, [0, 'view_item'], [1, 'rage_click'], [2, 'dead_click']),
    );
    const map = mapOf(...calm, ...angry, ordered('r', [100, 'refund', { transaction_id: 'T-r' }]));
    expect(map.stages[1]!.friction).toMatchObject({ n: 40, value: 50 });
    expect(map.stages[5]).toMatchObject({ reached: 1, friction: { n: 0, value: null } });
  });

  // 40 journeys, 30 of them to the cart, all of those to an order of 20 EUR: one more in a hundred
  // is 0.4 journeys, each as good as an order.
  it('says what one more in a hundred would bring', () => {
    const orders = Array.from({ length: 30 }, (_, n) => ordered(`o${n}`));
    const lookers = Array.from({ length: 10 }, (_, n) => looked(`l${n}`));
    const [awareness, consideration, cart] = mapOf(...orders, ...lookers).stages;
    expect(consideration!.opportunity.onePoint).toEqual({ currency: 'EUR', amount: '8.00' });
    // Everybody went on here: there is no more to be won.
    expect(awareness!.opportunity.onePoint).toBeUndefined();
    expect(cart!.opportunity.onePoint).toBeUndefined();
    expect(
      stageOf('consideration', ...orders.slice(1), ...lookers).opportunity.onePoint,
    ).toBeUndefined();
  });

  it('is empty, but complete, where nothing began', () => {
    const map = mapOf();
    expect(map.stages.map(({ stage }) => stage)).toEqual(STAGES);
    expect(map.orderRate.value).toBeNull();
    expect(map.stages.every(({ reached }) => reached === 0)).toBe(true);
  });

  it('keeps to the furthest stage where the same days are asked for as of a week later', () => {
    const facts = [looked('a'), left('b', 5), ordered('c')].flat();
    const later = journeyMap(facts, { ...QUESTION, asOf: NOW + 7 * DAY });
    expect(later.stages.map(({ reached }) => reached)).toEqual(
      journeyMap(facts, QUESTION).stages.map(({ reached }) => reached),
    );
  });
});
