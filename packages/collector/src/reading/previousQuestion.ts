import { periodBefore, type Question } from '@cartograph/report';

/**
 * The same question about the period before, as of the same distance from its end. A cart of
 * yesterday has had a day less to be left or won back than one of the day before; asked so, both
 * had as long.
 */
export function previousQuestion(question: Question): Question {
  const { asOf, timeZone } = question;
  const before = periodBefore(question, { now: asOf, timeZone });
  return { ...question, ...before, asOf: asOf - (question.from - before.from) };
}
