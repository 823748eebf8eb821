import { describe, expect, it } from 'vitest';
import { satisfactionOf } from '../../src/map/satisfaction.ts';

const answers = (question: string, ...given: (readonly [score: number, times: number])[]) =>
  given.flatMap(([score, times]) => Array.from({ length: times }, () => ({ question, score })));

describe(satisfactionOf.name, () => {
  // 50 promoters, 30 passives, 20 detractors of 100: SE 7.8102 by (P + D − (P − D)²) / n.
  it('reads NPS from promoters and detractors', () => {
    const [nps] = satisfactionOf(answers('NPS', [9, 20], [10, 30], [8, 30], [6, 15], [0, 5]));
    expect(nps).toMatchObject({ kind: 'nps', n: 100, offScale: 0 });
    expect(nps!.value).toBeCloseTo(30, 10);
    expect(nps!.low).toBeCloseTo(14.69, 2);
    expect(nps!.high).toBeCloseTo(45.31, 2);
  });

  // Wilson's interval for 81 of 263: Newcombe (1998), table I.
  it('reads CSAT as the share of 4 and 5', () => {
    const [csat] = satisfactionOf(answers('CSAT', [4, 41], [5, 40], [3, 100], [1, 82]));
    expect(csat!.value).toBeCloseTo(81 / 263, 10);
    expect(csat!.low).toBeCloseTo(0.2553, 4);
    expect(csat!.high).toBeCloseTo(0.3662, 4);
  });

  // Mean 5, variance 30 / 29; the 97.5 % quantile of t with 29 degrees of freedom is 2.045230.
  it('reads CES as a mean with its t interval', () => {
    const [ces] = satisfactionOf(answers('CES', [4, 15], [6, 15]));
    expect(ces!.value).toBe(5);
    expect(ces!.high! - 5).toBeCloseTo(2.04523 * Math.sqrt(30 / 29 / 30), 4);
    expect(5 - ces!.low!).toBeCloseTo(ces!.high! - 5, 10);
  });

  it('tells nothing from fewer than 30 answers but how many there are', () => {
    expect(satisfactionOf(answers('CSAT', [5, 29]))).toEqual([
      { question: 'CSAT', kind: 'csat', n: 29, offScale: 0, value: null, low: null, high: null },
    ]);
  });

  it.each([
    ['the kind it names', 'Your NPS?', 5, 'nps'],
    ['a highest answer above 7', 'Would you recommend us?', 9, 'nps'],
    ['a highest answer of 6 or 7', 'How easy was it?', 7, 'ces'],
    ['a highest answer up to 5', 'How was it?', 5, 'csat'],
    ['a name inside another word, which is none', 'processes', 5, 'csat'],
  ])('reads a question by %s', (_, question, most, kind) => {
    expect(satisfactionOf(answers(question, [1, 1], [most, 1]))[0]!.kind).toBe(kind);
  });

  it('leaves out, and counts, what is not on the scale', () => {
    const [csat] = satisfactionOf(answers('CSAT', [5, 30], [0, 3], [9, 2]));
    expect(csat).toMatchObject({ n: 30, offScale: 5, value: 1 });
  });

  it('keeps questions apart, the most answered first', () => {
    const found = satisfactionOf([...answers('a', [5, 1]), ...answers('b', [5, 2])]);
    expect(found.map(({ question, n }) => [question, n])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });
});
