import { describe, expect, it } from 'vitest';
import { type FunnelReport, funnel } from '../../src/funnel/funnel.ts';
import { funnelCsv } from '../../src/funnel/funnelCsv.ts';
import { readFunnelQuery } from '../../src/funnel/readFunnelQuery.ts';
import type { TrailFact } from '../../src/question.ts';
import { wilson } from '../../src/wilson.ts';
import { NOW, QUESTION } from '../facts.ts';
import { bought, moving, walked } from '../paths/journeys.ts';

const ask = (facts: readonly TrailFact[], asked: Record<string, string> = {}) =>
  funnel(facts, readFunnelQuery(asked), QUESTION);
const ABC = { step1: 'a', step2: 'b', step3: 'c' };
const reached = ({ steps }: Pick<FunnelReport, 'steps'>) => steps.map((step) => step.reached);

describe(funnel.name, () => {
  it('counts how far journeys got, and who got no further', () => {
    const facts = [
      ...Array.from({ length: 3 }, () => walked(['a', 'x', 'b', 'c'])),
      ...Array.from({ length: 5 }, () => walked(['a', 'b'])),
      ...Array.from({ length: 2 }, () => moving(['a', 'b'])),
      ...Array.from({ length: 10 }, () => walked(['a'])),
      walked(['b', 'c']),
    ];
    const report = ask(facts, ABC);
    expect(report).toMatchObject({ unit: 'journeys', all: 21, entered: 20, converted: 3 });
    expect(report.rate).toEqual(wilson(3, 20));
    expect(
      report.steps.map(({ reached, stopped, open, fromBefore }) => [
        reached,
        stopped,
        open,
        fromBefore.value,
      ]),
    ).toEqual([
      [20, 10, 0, null],
      [10, 5, 2, 0.5],
      [3, 0, 0, 0.3],
    ]);
    expect(report.steps[2]!.rate).toEqual(wilson(3, 20));
  });

  it('holds that all who reached a step stopped there, are open there, or went on', () => {
    const facts = Array.from({ length: 300 }, (_, n) => {
      const marks = ['a', 'o', 'b', 'p', 'c', 'd'].filter((_, place) => ((n * 7919) >> place) & 1);
      return n % 3 ? walked(marks) : moving(marks);
    });
    const { steps } = ask(facts, {
      ...{ step1: 'a', step2: 'o', step3: 'b', step4: 'p', step5: 'c', step6: 'd' },
      ...{ optional2: '1', optional4: '1' },
    });
    const required = steps.filter(({ optional }) => !optional);
    required.forEach(({ reached, stopped, open }, place) => {
      const next = required[place + 1];
      if (next) expect(stopped + open + next.reached).toBe(reached);
    });
    for (const { optional, stopped, open } of steps) if (optional) expect(stopped + open).toBe(0);
  });

  it('tells who skipped a step from who stopped before it', () => {
    const facts = [walked(['a', 'b', 'c']), walked(['a', 'c']), walked(['a', 'b']), walked(['a'])];
    const { steps } = ask(facts, { ...ABC, optional2: '1' });
    expect(steps.map(({ reached, skipped, stopped }) => [reached, skipped, stopped])).toEqual([
      [4, 0, 2],
      [2, 1, 0],
      [2, 0, 0],
    ]);
  });

  it('takes the usual way to an order where nothing is asked', () => {
    const report = ask([
      bought(['page_view /', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase']),
    ]);
    expect(report.steps.map(({ step }) => step)).toEqual([
      'page_view',
      'view_item',
      'add_to_cart',
      'begin_checkout',
      'purchase',
    ]);
    expect(report.converted).toBe(1);
  });

  it('knows pages by pattern, and types whatever they are about', () => {
    const facts = [walked(['page_view /p/oak', 'alert PAYMENT_ERROR'])];
    expect(reached(ask(facts, { step1: 'page_view /p/*', step2: 'alert' }))).toEqual([1, 1]);
    expect(reached(ask(facts, { step1: 'page_view /q/*', step2: 'alert' }))).toEqual([0, 0]);
  });

  it('takes a pattern at its word, even where a page of it is frequent enough to be its own step', () => {
    const rare = Array.from({ length: 12 }, (_, n) =>
      walked([`page_view /p/${'x'.repeat(n + 1)}`]),
    );
    const often = Array.from({ length: 100 }, () => walked(['page_view /p/gift-card']));
    const report = ask([...rare, ...often], { step1: 'page_view /p/*', step2: 'purchase' });
    expect(report.choices).toContain('page_view /p/gift-card');
    expect(report.entered).toBe(112);
  });

  it('tells how long it took from step to step, and over all', () => {
    const facts = [
      walked([
        ['a', 0],
        ['b', 30],
        ['c', 50],
      ]),
      walked([
        ['a', 10],
        ['b', 110],
        ['c', 4000],
      ]),
      walked([
        ['a', 0],
        ['b', 800],
      ]),
    ];
    const { steps, time } = ask(facts, ABC);
    expect(steps.map(({ medianSeconds }) => medianSeconds)).toEqual([null, 100, (20 + 3890) / 2]);
    expect(time.medianSeconds).toBe((50 + 3990) / 2);
    expect(time.histogram.filter(({ journeys }) => journeys > 0)).toEqual([
      { fromSeconds: 0, toSeconds: 60, journeys: 1 },
      { fromSeconds: 3600, toSeconds: 21_600, journeys: 1 },
    ]);
    expect(time.histogram.at(-1)).toMatchObject({ fromSeconds: 604_800, toSeconds: null });
  });

  it.each([
    ['30m', 1],
    ['29m', 0],
  ])('counts what happened within %s', (window, converted) => {
    const facts = [
      walked([
        ['a', 5],
        ['b', 1805],
      ]),
    ];
    expect(ask(facts, { step1: 'a', step2: 'b', window }).converted).toBe(converted);
  });

  it('ends a way at what is excluded', () => {
    const facts = [walked(['a', 'alert PAYMENT_ERROR', 'b']), walked(['a', 'b'])];
    const asked = { step1: 'a', step2: 'b', exclude: 'alert PAYMENT_ERROR' };
    expect(ask(facts, asked)).toMatchObject({ entered: 2, converted: 1 });
  });

  it('lets nothing come between where that is asked', () => {
    const facts = [walked(['a', 'x', 'b']), walked(['a', 'b'])];
    expect(ask(facts, { step1: 'a', step2: 'b', order: 'strict' }).converted).toBe(1);
  });

  it('is cut by what is asked, with rare and unknown values as one', () => {
    const on = (device: 'mobile' | 'desktop', fact: TrailFact): TrailFact => ({
      ...fact,
      entry: { channel: 'web', device },
    });
    const facts = [
      on('mobile', walked(['a'])),
      on('mobile', walked(['a', 'b'])),
      on('desktop', walked(['a', 'b'])),
      walked(['a']),
      on('mobile', walked(['b'])),
    ];
    const { groups } = ask(facts, { step1: 'a', step2: 'b', by: 'device' });
    expect(groups.map((group) => [group.value, ...reached(group)])).toEqual([
      ['mobile', 2, 1],
      ['desktop', 1, 1],
      [null, 1, 0],
    ]);
    const landed = (n: number): TrailFact => ({
      ...walked(['a']),
      entry: { channel: 'web', url: `https://shop.example/${n}` },
    });
    const many = ask(
      Array.from({ length: 9 }, (_, n) => landed(n)),
      {
        ...{ step1: 'a', step2: 'b', by: 'landing' },
      },
    );
    expect(many.groups).toHaveLength(7);
    expect(many.groups.at(-1)).toMatchObject({ value: null, entered: 3 });
  });

  it('lists who got to a step and no further, the latest first', () => {
    const facts = [
      walked(['a', 'b'], { id: 'early', lastAt: NOW - 9e6 }),
      walked(['a', 'b'], { id: 'late', lastAt: NOW - 8e6 }),
      walked(['a', 'b', 'o'], { id: 'optional', lastAt: NOW - 7e6 }),
      walked(['a', 'b', 'c'], { id: 'further' }),
      walked(['a'], { id: 'nearer' }),
    ];
    const asked = { step1: 'a', step2: 'b', step3: 'o', optional3: '1', step4: 'c' };
    const { shown } = ask(facts, { ...asked, show: '2' });
    expect(shown).toMatchObject({ step: 2, of: 3 });
    expect(shown?.journeys.map(({ journey }) => journey)).toEqual(['optional', 'late', 'early']);
    expect(ask(facts, { ...asked, show: '4' }).shown?.journeys).toMatchObject([
      { journey: 'further' },
    ]);
    const many = Array.from({ length: 60 }, () => walked(['a', 'b']));
    expect(ask(many, { ...asked, show: '2' }).shown).toMatchObject({
      of: 60,
      journeys: { length: 50 },
    });
  });

  it('is told as CSV, a line a step, with its groups', () => {
    const csv = funnelCsv(ask([walked(['a', 'b'])], { step1: 'a', step2: 'b', by: 'returning' }));
    expect(csv).toMatchObject([
      { value: '', number: 1, step: 'a', reached: 1 },
      { value: '', number: 2, step: 'b', reached: 1, medianSecondsFromStepBefore: 10 },
      { by: 'returning', value: 'new', number: 1 },
      { by: 'returning', value: 'new', number: 2 },
    ]);
  });

  it('has an answer for no journeys', () => {
    const report = ask([], ABC);
    expect(report).toMatchObject({ entered: 0, converted: 0, rate: { value: null }, groups: [] });
    expect(report.time.medianSeconds).toBeNull();
  });
});

describe(readFunnelQuery.name, () => {
  it('leaves out fields of a form that were left empty', () => {
    const asked = { step1: 'a', step2: '', optional2: '', step3: 'b', exclude: '', window: '' };
    expect(readFunnelQuery({ ...asked, by: '', show: '' })).toEqual({
      steps: [
        { step: 'a', optional: false },
        { step: 'b', optional: false },
      ],
      order: 'any',
    });
  });

  it.each([
    [{ step: 'a' }, 'Expected `step` with a number (`step2`), got `step`'],
    [{ ...ABC, optional: '2' }, 'Expected `optional` with a number (`optional2`), got `optional`'],
    [{ step1: 'a' }, 'Expected at least 2 steps, got 1'],
    [{ step9: 'a' }, 'Expected `step1` to `step8`, got `step9`'],
    [
      { step1: 'a', step2: 'b', optional1: '1' },
      'Expected the first and the last step to be required, got the optional "a"',
    ],
    [
      { step1: 'a', step2: 'b', optional2: '1' },
      'Expected the first and the last step to be required, got the optional "b"',
    ],
    [{ ...ABC, optional2: 'x' }, 'Expected `optional2` to be 1, got "x"'],
    [{ ...ABC, exclude: 'b' }, 'Expected `exclude` to be none of the steps, got "b"'],
    [{ window: '7w' }, 'Expected `window` to be minutes, hours or days (30m, 24h, 7d), got "7w"'],
    [{ window: '0d' }, 'Expected `window` to be minutes, hours or days (30m, 24h, 7d), got "0d"'],
    [{ order: 'x' }, 'Expected `order` to be any or strict, got "x"'],
    [
      { by: 'x' },
      'Expected `by` to be device or channel or country or returning or campaign or landing or item, got "x"',
    ],
    [{ show: '6' }, 'Expected `show` to be the number of a step that is required, got "6"'],
    [
      { ...ABC, optional2: '1', show: '2' },
      'Expected `show` to be the number of a step that is required, got "2"',
    ],
    [
      { step1: 'a', step2: 'x'.repeat(2101) },
      'Expected `step2` to be at most 2100 characters, got 2101',
    ],
  ])('refuses %j', (asked: Record<string, string>, message) => {
    expect(() => readFunnelQuery(asked)).toThrow(new RangeError(message));
  });
});
