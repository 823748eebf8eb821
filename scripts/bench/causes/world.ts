import type { JourneyFact } from '../../../packages/report/src/index.ts';
import type { Random } from '../../seed/random.ts';
import { crowd, type Habits, type Shopper, stranger } from './shoppers.ts';

/** Steps in order, with the risk of being left there: on a desktop, by a returning shopper who met nothing. */
export const STEPS = { cart: 0.3, checkout: 0.1, shipping: 0.2, payment: 0.1 } as const;

export type WorldStep = keyof typeof STEPS;

/** What makes who more likely to leave, at every step, whatever they meet. */
const MULTIPLIERS = {
  mobile: 1.45,
  tablet: 1.1,
  new: 1.12,
  'Paid Social': 1.15,
  Email: 0.85,
} as const;

/** Something that carts meet. */
export interface Thing {
  what: string;
  step: WorldStep;
  /** Share of the carts that come to the step, by device where it differs. */
  share: number | Readonly<Record<Device, number>>;
  /** How many times as often those are left that meet it. 1 is innocent. */
  ratio: number;
  /** Share among those that met another thing at the step just before. */
  after?: { what: string; share: number };
}

export type Device = 'desktop' | 'mobile' | 'tablet';

export const DEVICES: Readonly<Record<Device, number>> = {
  desktop: 0.38,
  mobile: 0.55,
  tablet: 0.07,
};

/** What is planted, from strong to weak. The last often follows from the first, and does harm of its own. */
export const CAUSES: readonly Thing[] = [
  { what: 'alert:PAYMENT_ERROR', step: 'payment', share: 0.12, ratio: 3 },
  { what: 'alert:INPUT_INVALID', step: 'shipping', share: 0.06, ratio: 2 },
  { what: 'coupon_denied', step: 'cart', share: 0.08, ratio: 1.6 },
  { what: 'login', step: 'checkout', share: 0.25, ratio: 1.4 },
  {
    what: 'exception',
    step: 'payment',
    share: 0.06,
    ratio: 1.7,
    after: { what: 'alert:PAYMENT_ERROR', share: 0.3 },
  },
];

/**
 * How many times as often those are left that meet a thing, all told: what follows from it does its harm
 * on its account.
 */
export function totalRatio(thing: Thing, things: readonly Thing[]): number {
  return things
    .filter(({ step, after }) => step === thing.step && after?.what === thing.what)
    .reduce((total, { ratio, share, after }) => {
      const harm = (met: number) => 1 + (ratio - 1) * met;
      return (total * harm(after!.share)) / harm(share as number);
    }, thing.ratio);
}

/** Phones meet slow pages, and leave more often: nothing is due to the page. */
export const CONFOUNDED: readonly Thing[] = (Object.keys(STEPS) as WorldStep[]).map((step) => ({
  what: 'poor:LCP',
  step,
  share: { desktop: 0.07, mobile: 0.34, tablet: 0.2 },
  ratio: 1,
}));

/** Come after a cause, and do nothing themselves. */
export const ECHOES: readonly Thing[] = [
  {
    what: 'custom:support_chat',
    step: 'payment',
    share: 0.05,
    ratio: 1,
    after: { what: 'alert:PAYMENT_ERROR', share: 0.7 },
  },
  {
    what: 'rage_click',
    step: 'shipping',
    share: 0.04,
    ratio: 1,
    after: { what: 'alert:INPUT_INVALID', share: 0.5 },
  },
  {
    what: 'step_back',
    step: 'cart',
    share: 0.05,
    ratio: 1,
    after: { what: 'coupon_denied', share: 0.6 },
  },
];

/** Met by chance. */
export const PLACEBOS: readonly Thing[] = (Object.keys(STEPS) as WorldStep[]).flatMap((step) =>
  [0.02, 0.05, 0.1, 0.2, 0.4].map((share) => ({
    what: `custom:placebo_${share}`,
    step,
    share,
    ratio: 1,
  })),
);

/** A moment in 2026, and a question that all carts of a world are in and settled at. */
const START = Date.UTC(2026, 0, 5);
export const QUESTION = {
  from: START,
  to: START + 60_000,
  asOf: START + 86_400_000,
  abandonedAfterMs: 3_600_000,
  currency: 'EUR',
  timeZone: 'UTC',
};

/**
 * Journeys with a cart, in a world where these things happen. Risks multiply, and never reach 1.
 *
 * @param habits How alike the carts of one person are. Without it every cart is another person's.
 */
export function simulate(
  carts: number,
  { things, random, habits }: { things: readonly Thing[]; random: Random; habits?: Habits },
): JourneyFact[] {
  const byStep = Object.fromEntries(
    Object.keys(STEPS).map((step) => [step, things.filter((thing) => thing.step === step)]),
  ) as Record<WorldStep, Thing[]>;
  const shopperOf = habits ? crowd(habits, random) : (n: number) => stranger(n, random);
  return Array.from({ length: carts }, (_, n) =>
    journey(String(n), { byStep, random, shopper: shopperOf(n) }),
  );
}

function journey(
  id: string,
  {
    byStep,
    random,
    shopper,
  }: { byStep: Record<WorldStep, Thing[]>; random: Random; shopper: Shopper },
): JourneyFact {
  const device = shopper.device ?? random.weighted(DEVICES);
  const returning = shopper.isBack || random.chance(0.3);
  const channelGroup = random.weighted({
    'Organic Search': 0.4,
    Direct: 0.25,
    'Paid Social': 0.25,
    Email: 0.1,
  });
  const alike = [device, returning ? 'returning' : 'new', channelGroup].reduce(
    (risk, key) => risk * ((MULTIPLIERS as Record<string, number>)[key] ?? 1),
    1,
  );
  const steps: { step: WorldStep; at: number; activeMs: number }[] = [];
  const met: { what: string; step: WorldStep; at: number; times: number }[] = [];
  let at = START;
  let isLeft = false;

  for (const step of Object.keys(STEPS) as WorldStep[]) {
    steps.push({ step, at: at++, activeMs: 1 });
    const here = new Set<string>();
    let risk = STEPS[step] * alike;
    for (const { what, share, ratio, after } of byStep[step]) {
      const usual = typeof share === 'number' ? share : share[device];
      const likely = after && here.has(after.what) ? after.share : usual;
      if (!shopper.meets(`${step} ${what}`, likely)) continue;
      here.add(what);
      met.push({ what, step, at: at++, times: 1 });
      risk *= ratio;
    }
    isLeft = shopper.leaves(step, risk);
    if (isLeft) break;
  }

  const deepest = steps.at(-1)!.step;
  const amount = Math.round(random.logNormal({ median: 6000, sigma: 0.7 }));
  const currency = 'EUR';
  const order = { id, at, confirmed: false, currency, amount, refunded: 0 };
  return {
    id,
    person: shopper.person,
    startedAt: START,
    lastAt: at,
    visits: 1,
    touchpoints: steps.length + met.length,
    stage: 'checkout',
    returning,
    entry: { channel: 'web', device, channelGroup },
    cart: {
      createdAt: START,
      direct: false,
      currency,
      amount,
      lines: [],
      steps,
      deepest,
      stops: isLeft ? [{ at, step: deepest, amount }] : [],
      ...(!isLeft && { order }),
      met,
    },
  };
}
