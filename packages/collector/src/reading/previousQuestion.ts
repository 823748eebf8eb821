import { periodBefore, type Question } from '@cartograph/report';

/**
 * The same question about the period before, as of the same distance from its end. A cart of
 * yesterday has had a day less to be left or won back than one of the day before; asked so, both
 * had as long.
 *
 * To a 720th of the period (an hour of 30 days): what was found out about a moment in the past is worth
 * keeping, and that moment would move with every second.
 */
export function previousQuestion(question: Question): Question {
  const { asOf, timeZone } = question;
  const before = periodBefore(question, { now: asOf, timeZone });
  const then = asOf - (question.from - before.from);
  const grain = Math.max(1, Math.round((question.to - question.from) / GRAINS));
  return { ...question, ...before, asOf: then - (then % grain) };
}

const GRAINS = 720;
