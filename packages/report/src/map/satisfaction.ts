import { wilson } from '../wilson.ts';
import { ENOUGH } from './friction.ts';

/**
 * How scores are read:
 *
 * | Kind | Scores | Value |
 * | --- | --- | --- |
 * | `nps` | 0 to 10 | share of 9 and 10 less share of 0 to 6, in points from −100 to 100 |
 * | `csat` | 1 to 5 | share of 4 and 5, from 0 to 1, Wilson's interval |
 * | `ces` | 1 to 7 | mean, t interval |
 */
export type ScoreKind = 'nps' | 'csat' | 'ces';

/** What the value of each kind is in. */
export const SCORE_UNITS: Readonly<Record<ScoreKind, string>> = {
  nps: 'points',
  csat: 'share',
  ces: 'mean of 1 to 7',
};

/** What shoppers answered to one question. */
export interface Satisfaction {
  question: string;
  kind: ScoreKind;
  /** Answers on the scale of its kind. */
  n: number;
  /** Answers that are not: counted nowhere else. */
  offScale: number;
  /** All `null` below 30 answers: so few say more about who answers than about the shop. */
  value: number | null;
  low: number | null;
  high: number | null;
}

/** A question is any text: nobody reads thousands. */
const MOST_QUESTIONS = 10;

export interface Score {
  question: string;
  score: number;
}

/** By question, the most answered first, at most 10. Answers are weighted by nothing: who answers is who counts. */
export function satisfactionOf(scores: Iterable<Score>): Satisfaction[] {
  const byQuestion = new Map<string, number[]>();
  for (const { question, score } of scores) {
    const known = byQuestion.get(question);
    if (known) known.push(score);
    else byQuestion.set(question, [score]);
  }
  return [...byQuestion]
    .map(([question, given]) => answersOf(question, given))
    .sort((a, b) => b.n - a.n || (a.question < b.question ? -1 : 1))
    .slice(0, MOST_QUESTIONS);
}

function answersOf(question: string, given: readonly number[]): Satisfaction {
  const kind = kindOf(question, given);
  const [least, most] = SCALES[kind];
  const scores = given.filter((score) => score >= least && score <= most);
  const n = scores.length;
  const found = n < ENOUGH ? UNKNOWN : READ[kind](scores);
  return { question, kind, n, offScale: given.length - n, ...found };
}

/**
 * The kind that a question names (`NPS`, `CSAT`, `CES`); else by the highest answer, since a scale
 * is hardly ever left half unused by many.
 */
function kindOf(question: string, scores: readonly number[]): ScoreKind {
  const named = /(?<![a-z])(nps|csat|ces)(?![a-z])/i.exec(question)?.[1]?.toLowerCase();
  if (named) return named as ScoreKind;
  const most = scores.reduce((high, score) => Math.max(high, score), 0);
  if (most > SCALES.ces[1]) return 'nps';
  return most > SCALES.csat[1] ? 'ces' : 'csat';
}

const SCALES: Record<ScoreKind, readonly [least: number, most: number]> = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
};

interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

const UNKNOWN: Interval = { value: null, low: null, high: null };

const READ: Record<ScoreKind, (scores: readonly number[]) => Interval> = {
  // Variance (P + D − (P − D)²) / n, as of the difference of two shares of one whole.
  nps: (scores) => {
    const n = scores.length;
    const promoters = scores.filter((score) => score >= 9).length / n;
    const detractors = scores.filter((score) => score <= 6).length / n;
    const value = promoters - detractors;
    const half = Z * Math.sqrt((promoters + detractors - value ** 2) / n);
    return {
      value: 100 * value,
      low: Math.max(-100, 100 * (value - half)),
      high: Math.min(100, 100 * (value + half)),
    };
  },
  csat: (scores) => {
    const { value, low, high } = wilson(scores.filter((score) => score >= 4).length, scores.length);
    return { value, low, high };
  },
  ces: (scores) => {
    const n = scores.length;
    const value = scores.reduce((sum, score) => sum + score, 0) / n;
    const variance = scores.reduce((sum, score) => sum + (score - value) ** 2, 0) / (n - 1);
    const half = studentT(n - 1) * Math.sqrt(variance / n);
    return { value, low: Math.max(1, value - half), high: Math.min(7, value + half) };
  },
};

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * 97.5 % quantile of Student's t, good to four digits from 29 degrees of freedom on.
 *
 * Cornish–Fisher expansion: Abramowitz & Stegun (1964), 26.7.5.
 */
function studentT(freedom: number): number {
  const first = (Z ** 3 + Z) / (4 * freedom);
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * freedom ** 2);
  return Z + first + second;
}
