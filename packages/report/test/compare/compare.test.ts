import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/compare.ts';
import { compareCsv } from '../../src/compare/compareCsv.ts';
import { readSides, type Sides } from '../../src/compare/readCompare.ts';
import { toCsv } from '../../src/csv.ts';
import type { JourneyFact } from '../../src/question.ts';
import { abandoned, DAY, HOUR, MINUTE, ordered, QUESTION, withCart } from '../facts.ts';

const sides = (days = '7') => readSides({ at: '2026-11-10', days }, QUESTION)!;
const BEFORE = Date.parse('2026-11-05T12:00:00+01:00');
const AFTER = Date.parse('2026-11-13T12:00:00+01:00');

function carts(
  createdAt: number,
  { left, bought, device = 'mobile' }: { left: number; bought: number; device?: string },
): JourneyFact[] {
  const entry = { channel: 'web', channelGroup: 'Direct', device: device as 'mobile' };
  const moved = { createdAt, lastAt: createdAt + MINUTE, steps: ['cart', 'shipping'] };
  return [
    ...Array.from({ length: left }, () => ({
      ...withCart(abandoned(moved), {
        stops: [{ at: createdAt + MINUTE, step: 'shipping', amount: 10_00 }],
      }),
      entry,
    })),
    ...Array.from({ length: bought }, (_, n) => {
      const fact = ordered(moved);
      const order = { ...fact.cart!.order!, at: createdAt + HOUR, amount: 10_00 + n };
      return { ...withCart(fact, { order }), entry };
    }),
  ];
}

const ask = (facts: JourneyFact[], asked: Sides = sides()) =>
  compare({ question: QUESTION, sides: asked, carts: facts, journeys: facts });
const figureOf = (facts: JourneyFact[], figure: string, step?: string) =>
  ask(facts).figures.find((each) => each.figure === figure && each.step === step)!;

describe(compare.name, () => {
  const better = [
    ...carts(BEFORE, { left: 280, bought: 120 }),
    ...carts(AFTER, { left: 220, bought: 180 }),
  ];

  it('tells a change that is larger than chance', () => {
    expect(figureOf(better, 'abandonment')).toMatchObject({
      unit: 'carts',
      before: { value: 0.7, n: 400 },
      after: { value: 0.55, n: 400 },
      verdict: 'better',
      needed: null,
    });
    expect(figureOf(better, 'stop', 'shipping').verdict).toBe('better');
    expect(figureOf(better, 'conversion')).toMatchObject({ unit: 'journeys', verdict: 'better' });
  });

  it('calls the same the other way around worse', () => {
    const worse = [
      ...carts(BEFORE, { left: 220, bought: 180 }),
      ...carts(AFTER, { left: 280, bought: 120 }),
    ];
    expect(figureOf(worse, 'abandonment').verdict).toBe('worse');
    expect(figureOf(worse, 'conversion').verdict).toBe('worse');
  });

  it('can’t tell a small one, and says how many it takes', () => {
    const small = [
      ...carts(BEFORE, { left: 60, bought: 40 }),
      ...carts(AFTER, { left: 50, bought: 50 }),
    ];
    const change = figureOf(small, 'abandonment');
    expect(change.verdict).toBe('cannot_tell');
    // 385 on each side (see neededOnEachSide), at 100 in 7 days: 27 days in all.
    expect(change.needed).toEqual({ onEachSide: 385, moreDays: 20 });
  });

  it('says nothing of few', () => {
    const few = [
      ...carts(BEFORE, { left: 29, bought: 0 }),
      ...carts(AFTER, { left: 0, bought: 200 }),
    ];
    expect(figureOf(few, 'abandonment').verdict).toBe('too_few');
  });

  it('does not take another mix of shoppers for a change', () => {
    const mix = [
      ...carts(BEFORE, { left: 80, bought: 20 }),
      ...carts(BEFORE, { left: 160, bought: 240, device: 'desktop' }),
      ...carts(AFTER, { left: 320, bought: 80 }),
      ...carts(AFTER, { left: 40, bought: 60, device: 'desktop' }),
    ];
    const { crude, adjusted, verdict } = figureOf(mix, 'abandonment');
    expect(crude.low).toBeGreaterThan(0.1);
    expect(adjusted!.value).toBeCloseTo(0, 12);
    expect(verdict).toBe('cannot_tell');
  });

  it('leaves the plain difference where the two sides have too little in common', () => {
    const apart = [
      ...carts(BEFORE, { left: 280, bought: 120, device: 'desktop' }),
      ...carts(AFTER, { left: 220, bought: 180 }),
    ];
    expect(figureOf(apart, 'abandonment')).toMatchObject({ adjusted: null, verdict: 'better' });
  });

  it('gives mean order values in major units', () => {
    const { before, after, crude } = figureOf(better, 'order_value');
    expect(before).toMatchObject({ n: 120 });
    expect(before.value).toBeCloseTo(10.595, 9);
    expect(after.value).toBeCloseTo(10.895, 9);
    expect(crude.value).toBeCloseTo(0.3, 9);
  });

  it('counts no cart of the day itself, and none that is won back later than it looks', () => {
    const day = carts(Date.parse('2026-11-10T12:00:00+01:00'), { left: 50, bought: 0 });
    const late = carts(BEFORE, { left: 0, bought: 40 }).map((fact) =>
      withCart(fact, {
        stops: [{ at: BEFORE + MINUTE, until: BEFORE + 5 * DAY, step: 'shipping', amount: 1 }],
        order: { ...fact.cart!.order!, at: BEFORE + 5 * DAY },
      }),
    );
    expect(figureOf([...day, ...late], 'abandonment')).toMatchObject({
      before: { value: 1, n: 40 },
      after: { value: null, n: 0 },
    });
    expect(figureOf([...day, ...late], 'conversion').before).toMatchObject({ value: 0, n: 40 });
  });

  it('writes one line a figure', () => {
    const lines = toCsv(compareCsv(ask(better)))
      .trim()
      .split('\r\n');
    expect(lines[0]).toContain('day,beforeFrom,beforeTo,afterFrom,afterTo,figure,step,of,unit');
    expect(lines).toHaveLength(1 + 5);
    expect(lines[1]).toContain('2026-11-10');
  });
});

describe(readSides.name, () => {
  it('has as many days on both sides, the day itself on neither', () => {
    expect(sides()).toMatchObject({
      day: '2026-11-10',
      days: 7,
      before: {
        from: Date.parse('2026-11-03T00:00:00+01:00'),
        to: Date.parse('2026-11-10T00:00:00+01:00'),
      },
      after: {
        from: Date.parse('2026-11-11T00:00:00+01:00'),
        to: Date.parse('2026-11-18T00:00:00+01:00'),
      },
    });
  });

  it.each([
    // It is noon on the 22nd: the last day whose carts are all a day old is the 20th.
    ['2026-11-10', '14', '1', 10],
    ['2026-11-18', '7', '1', 2],
    ['2026-11-20', '7', '1', 0],
    ['2026-11-10', '14', '7', 4],
  ])('takes no day whose carts are too young: %s, %s days, at %s', (at, days, age, there) => {
    expect(readSides({ at, days, age }, QUESTION)!.days).toBe(there);
  });

  it('takes the usual day where none is named, if there is one', () => {
    expect(readSides({}, QUESTION, '2026-11-01')!.day).toBe('2026-11-01');
    expect(readSides({ at: '2026-11-02' }, QUESTION, '2026-11-01')!.day).toBe('2026-11-02');
    expect(readSides({}, QUESTION)).toBeUndefined();
  });

  it.each([
    [{ at: 'soon' }, 'Expected `at` to be a date'],
    [{ at: '2026-02-31' }, 'Expected `at` to be a date'],
    [{ at: '2026-11-23' }, 'Expected `at` to be a day that has begun'],
    [{ at: '2026-11-01', days: '9' }, 'Expected `days` to be one of 7, 14, 28, 56'],
    [{ at: '2026-11-01', age: '2' }, 'Expected `age` to be one of 1, 7'],
  ])('refuses %j', (asked, message) => {
    expect(() => readSides(asked, QUESTION)).toThrow(message);
  });
});
