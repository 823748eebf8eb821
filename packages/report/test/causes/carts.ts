import type { Met, Step } from '@cartograph/journey';
import type { JourneyFact } from '../../src/question.ts';
import { abandoned, MINUTE, NOW, ordered, withCart } from '../facts.ts';

interface Kind {
  left: boolean;
  /** What was met at the step, in this order, a minute apart. */
  met?: readonly (string | Partial<Met>)[];
  step?: Step;
  /** Minor units. */
  amount?: number;
  currency?: string;
  device?: 'mobile' | 'desktop' | 'tablet';
  returning?: boolean;
  channelGroup?: string;
}

/** So many carts of a kind: all did the cart and one more step, and were left there or ordered. */
export function carts(count: number, kind: Kind): JourneyFact[] {
  return Array.from({ length: count }, () => cart(kind));
}

function cart({
  left,
  met = [],
  step = 'payment',
  amount = 100_00,
  currency = 'EUR',
  device = 'desktop',
  returning = false,
  channelGroup = 'Direct',
}: Kind): JourneyFact {
  const steps = step === 'cart' ? [step] : ['cart', step];
  const fact = (left ? abandoned : ordered)({ steps, amount, currency });
  return {
    ...withCart(fact, {
      met: met.map((one, place) => ({
        what: '',
        step,
        at: NOW - 60 * MINUTE + place * MINUTE,
        times: 1,
        ...(typeof one === 'string' ? { what: one } : one),
      })),
    }),
    returning,
    entry: { channel: 'web', device, channelGroup },
  };
}

/** Left and ordered carts of a kind: `4 of 28`. */
export function some(stopped: number, of: number, kind: Omit<Kind, 'left'> = {}): JourneyFact[] {
  return [
    ...carts(stopped, { ...kind, left: true }),
    ...carts(of - stopped, { ...kind, left: false }),
  ];
}
