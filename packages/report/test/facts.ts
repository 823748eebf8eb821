import type { Cart, Step, Stop } from '@cartograph/journey';
import type { JourneyFact, Question } from '../src/question.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Sunday noon in Berlin, and the moment that all reports in these tests are about. */
export const NOW = Date.parse('2026-11-22T12:00:00+01:00');

/** The thirty days up to the end of that Sunday. */
export const QUESTION: Question = {
  from: Date.parse('2026-10-24T00:00:00+02:00'),
  to: Date.parse('2026-11-23T00:00:00+01:00'),
  asOf: NOW,
  abandonedAfterMs: HOUR,
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
};

interface CartOptions {
  id?: string;
  createdAt?: number;
  /** What it is worth, in minor units. */
  amount?: number;
  currency?: string;
  /** Steps in the order they were done, or each with the milliseconds spent there. */
  steps?: readonly (Step | readonly [step: Step, activeMs: number])[];
  deepest?: Step;
  /** Finished silences, oldest first: at which step. */
  stopsAt?: readonly Step[];
  /** When the shopper was last seen. */
  lastAt?: number;
}

/** A cart with goods in it and no order. */
export function waiting({ lastAt = NOW - 2 * HOUR, ...options }: CartOptions = {}): JourneyFact {
  const fact = journey(options, lastAt);
  const { deepest = 'cart', amount, stops } = fact.cart!;
  return withCart(fact, { stops: [...stops, { at: lastAt, step: deepest, amount }] });
}

export const open = (options: CartOptions = {}) =>
  waiting({ ...options, lastAt: NOW - 10 * MINUTE });

export const abandoned = (options: CartOptions = {}) =>
  waiting({ ...options, lastAt: NOW - 2 * DAY });

/** Lost carts are created before the period of {@link QUESTION}, unless it is moved. */
export const lost = (options: CartOptions = {}) =>
  waiting({ createdAt: NOW - 40 * DAY, ...options, lastAt: NOW - 31 * DAY });

export function emptied(options: CartOptions = {}): JourneyFact {
  return withCart(journey(options, NOW - DAY), { emptiedAt: NOW - DAY });
}

export function ordered(options: CartOptions = {}): JourneyFact {
  const fact = journey(options, NOW - DAY);
  return withCart(fact, { order: orderOf(fact.cart!) });
}

/** "Buy now": no cart was ever seen. */
export function direct({ id = nextId(), amount = 10_00, currency = 'EUR' } = {}): JourneyFact {
  const fact = journey({ id, amount, currency, steps: [] }, NOW - DAY);
  const { deepest: _, ...cart } = fact.cart!;
  return { ...fact, cart: { ...cart, direct: true, order: orderOf(cart) } };
}

/** A journey that only looked. */
export function looked(): JourneyFact {
  const { cart: _, ...fact } = journey({}, NOW - DAY);
  return fact;
}

export function withCart(fact: JourneyFact, cart: Partial<Cart>): JourneyFact {
  return { ...fact, cart: { ...fact.cart!, ...cart } };
}

function journey(
  {
    id = nextId(),
    createdAt = NOW - 3 * DAY,
    amount = 10_00,
    currency = 'EUR',
    steps = ['cart'],
    deepest,
    stopsAt = [],
  }: CartOptions,
  lastAt: number,
): JourneyFact {
  const done = steps.map((step, place) =>
    typeof step === 'string'
      ? { step, at: createdAt + place * MINUTE, activeMs: MINUTE }
      : { step: step[0], at: createdAt + place * MINUTE, activeMs: step[1] },
  );
  const furthest = deepest ?? done.at(-1)?.step;
  const stops: Stop[] = stopsAt.map((step, place) => ({
    at: createdAt + place * 3 * HOUR,
    until: createdAt + place * 3 * HOUR + 2 * HOUR,
    step,
    amount,
  }));
  return {
    id,
    person: `v:${id}`,
    startedAt: createdAt,
    lastAt,
    visits: 1 + stops.length,
    touchpoints: 5,
    stage: 'cart',
    returning: false,
    entry: { channel: 'web' },
    cart: {
      createdAt,
      direct: false,
      currency,
      amount,
      lines: [{ item: 'G1', name: 'Guitar', quantity: 1, price: amount }],
      steps: done,
      ...(furthest !== undefined && { deepest: furthest }),
      stops,
      met: [],
    },
  };
}

function orderOf({ currency, amount }: Pick<Cart, 'currency' | 'amount'>) {
  return { id: 'o', at: NOW - DAY, confirmed: false, currency, amount, refunded: 0 };
}

let made = 0;
const nextId = () => `j${String(++made).padStart(4, '0')}`;
