import type { Step } from '@cartograph/journey';
import { describe, expect, it } from 'vitest';
import { changes } from '../../src/overview/changes.ts';
import type { Question, StagesFact } from '../../src/question.ts';
import { abandoned, DAY, HOUR, MINUTE, NOW, ordered, withCart } from '../facts.ts';

/** Thirty days up to the end of today, in UTC. */
const QUESTION: Question = {
  from: Date.UTC(2026, 9, 24),
  to: Date.UTC(2026, 10, 23),
  asOf: NOW,
  abandonedAfterMs: HOUR,
  currency: 'EUR',
  timeZone: 'UTC',
};

interface Shop {
  perDay: number;
  /** Days of history before the period. */
  before?: number;
  /** Chance of being left, day by day; the period's first is 0. */
  left?: (day: number) => number;
  views?: (day: number) => number;
  steps?: (day: number) => readonly Step[];
  seed?: number;
}

/** A shop's carts, each with a journey that saw pages. */
function history({
  perDay,
  before = 56,
  left = () => 0.7,
  views = () => 5,
  steps = () => ['cart', 'shipping'],
  seed = 1,
}: Shop): StagesFact[] {
  const random = generator(seed);
  const facts: StagesFact[] = [];
  for (let day = -before; day < 30; day++) {
    const carts = Math.round(perDay * (0.8 + 0.4 * random()));
    for (let cart = 0; cart < carts; cart++) {
      const createdAt = QUESTION.from + (day + random() * 0.9) * DAY;
      const options = { createdAt, steps: steps(day), lastAt: createdAt + MINUTE };
      const fact =
        random() < left(day)
          ? abandoned(options)
          : withCart(ordered(options), {
              order: {
                id: 'o',
                at: createdAt + HOUR,
                confirmed: false,
                currency: 'EUR',
                amount: 10_00,
                refunded: 0,
              },
            });
      const stops = fact.cart!.stops.map((stop) => ({ ...stop, at: createdAt + MINUTE }));
      facts.push({ ...withCart(fact, { stops }), stages: [stay(createdAt, views(day))] });
    }
  }
  return facts;
}

function stay(at: number, views: number): StagesFact['stages'][number] {
  const did = { page_view: views };
  return { stage: 'cart', at, activeMs: 0, did, poorVitals: 0, channels: [], scores: [] };
}

const ask = (shop: Shop) => {
  const facts = history(shop);
  return changes(facts, facts, QUESTION);
};
const dayOf = (place: number) => new Date(QUESTION.from + place * DAY).toISOString().slice(0, 10);

describe(changes.name, () => {
  it('flags a day on which many more were left, and where', () => {
    const { findings, rates } = ask({ perDay: 100, left: (day) => (day === 15 ? 0.95 : 0.7) });
    expect(new Set(findings.map(({ step }) => step))).toEqual(new Set([null, 'shipping']));
    for (const { kind, from, to } of findings) {
      expect([kind, from, to]).toEqual(['days', dayOf(15), dayOf(15)]);
    }
    const [first] = findings;
    expect(first!.usual).toBeCloseTo(0.7, 1);
    expect(first!.excess).toBeCloseTo(first!.rate.n * first!.by, 9);
    expect(rates[0]!.days.filter(({ outside }) => outside === 'above')).toHaveLength(1);
  });

  it('sees a shift that lasts, though no single day stands out', () => {
    const { findings } = ask({ perDay: 40, left: (day) => (day >= 14 ? 0.82 : 0.66) });
    const shift = findings.find(({ kind, step }) => kind === 'shift' && step === null);
    expect(shift?.by).toBeGreaterThan(0.08);
    expect(Math.abs(Date.parse(shift!.from) - Date.parse(dayOf(14)))).toBeLessThanOrEqual(2 * DAY);
  });

  it('sees a change for the better as well', () => {
    const { findings } = ask({ perDay: 100, left: (day) => (day >= 10 ? 0.5 : 0.7) });
    expect(findings[0]).toMatchObject({ kind: 'shift' });
    expect(findings[0]!.excess).toBeLessThan(0);
  });

  it('does not flag by chance: about one page in twenty', () => {
    let flagged = 0;
    for (let seed = 1; seed <= 40; seed++) {
      if (ask({ perDay: 30, seed: seed * 7919 }).findings.length > 0) flagged++;
    }
    expect(flagged).toBeLessThanOrEqual(5);
  });

  it('takes a usual weekend for usual', () => {
    const weekday = (day: number) => new Date(QUESTION.from + day * DAY).getUTCDay();
    const left = (day: number) => ([0, 6].includes(weekday(day)) ? 0.85 : 0.6);
    expect(ask({ perDay: 120, left }).findings).toEqual([]);
  });

  it('never takes a skipped step for a step that was left', () => {
    const { rates } = ask({
      perDay: 60,
      steps: (day) => (day % 2 ? ['cart', 'payment'] : ['cart', 'gift', 'payment']),
    });
    expect(rates.map(({ step }) => step)).toEqual([null, 'cart', 'gift', 'payment']);
    const [all, cart, gift, payment] = rates.map(({ usual }) => usual);
    expect([cart, gift]).toEqual([0, 0]);
    expect(payment).toBe(all);
  });

  it('judges no day whose carts are younger than a day', () => {
    const { rates, judgedDays, judgedAfterHours } = ask({ perDay: 60 });
    expect(rates[0]!.days.at(-1)!.day).toBe('2026-11-20');
    expect(judgedDays).toBe(28);
    expect(judgedAfterHours).toBe(24);
  });

  it('holds the period against itself where little is known from before', () => {
    const facts = history({ perDay: 60, before: 3 });
    const { baseline } = changes(facts, facts, QUESTION);
    expect(baseline).toMatchObject({ isPeriod: true });
    expect(ask({ perDay: 60 }).baseline).toMatchObject({ isPeriod: false, days: 56 });
    expect(changes([], [], QUESTION)).toMatchObject({
      baseline: null,
      findings: [],
      judgedDays: 0,
    });
  });

  describe('tells an outage from shoppers', () => {
    const broken = 15;
    it.each<[string, Partial<Shop>, object]>([
      [
        'no order is told',
        { left: (day) => (day === broken ? 1 : 0.7) },
        { reason: 'orders', seen: 0 },
      ],
      [
        'pages fall silent',
        { views: (day) => (day === broken ? 0 : 5) },
        { reason: 'pages', seen: 0 },
      ],
      [
        'a step is no longer told',
        { steps: (day) => (day === broken ? ['cart'] : ['cart', 'shipping']) },
        { reason: 'step', step: 'shipping', seen: 0 },
      ],
    ])('when %s', (_, shop, outage) => {
      const { outages, findings } = ask({ perDay: 60, ...shop });
      expect(outages).toEqual([expect.objectContaining({ day: dayOf(broken), ...outage })]);
      expect(findings).toEqual([]);
    });

    it('when carts are no longer told, and when everything is silent', () => {
      const facts = history({ perDay: 60 });
      const isOn = ({ startedAt }: StagesFact) =>
        Math.floor((startedAt - QUESTION.from) / DAY) === broken;
      const seen = facts.filter((fact) => !isOn(fact));
      const looked = facts.filter(isOn).map(({ cart: _, ...fact }): StagesFact => fact);
      expect(changes(seen, [...seen, ...looked], QUESTION).outages).toMatchObject([
        { day: dayOf(broken), reason: 'carts', seen: 0 },
      ]);
      expect(changes(seen, seen, QUESTION).outages).toMatchObject([
        { day: dayOf(broken), reason: 'silent', seen: 0 },
      ]);
    });

    it('and sees none where there was none', () => {
      expect(ask({ perDay: 60, left: (day) => (day === broken ? 0.9 : 0.7) }).outages).toEqual([]);
    });
  });
});

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
