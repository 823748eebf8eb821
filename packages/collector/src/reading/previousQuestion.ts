import { periodBefore, type Question } from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

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

/**
 * The same about the period before, if there is something to compare with: not where the site's first
 * cart is younger than that.
 */
export async function comparableQuestion(
  question: Question,
  { store, site }: { store: Pick<Store, 'firstCartAt'>; site: Site },
): Promise<Question | undefined> {
  const before = previousQuestion(question);
  const firstAt = await store.firstCartAt(site.id);
  return firstAt === undefined || firstAt > before.from ? undefined : before;
}
