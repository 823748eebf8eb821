import { readSegment, type SelectedPeriod } from '@cartograph/report';
import { factsFor } from '../reading/facts.ts';
import { readQuestion } from '../reading/question.ts';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import type { Asking } from './report.ts';

/**
 * What an address asks, understood.
 *
 * @throws {RangeError} Naming what was expected, if it can't be read.
 */
export async function ask(
  asked: Readonly<Record<string, string>>,
  { site, store, now }: { site: Site; store: Store; now: number },
): Promise<Asking & { period: SelectedPeriod }> {
  const { question, period, orders } = await readQuestion(asked, { site, store, now });
  const segment = readSegment(asked);
  const parts: Asking['parts'] = (by, { segment: other = segment, prepare, ...ends } = {}) =>
    factsFor(store, site, { ...question, ...ends }, { by, orders, segment: other, prepare });
  return {
    site,
    store,
    question,
    period,
    orders,
    segment,
    asked,
    now,
    parts,
    facts: async (by, change) => [...(await parts(by, change))],
  };
}
