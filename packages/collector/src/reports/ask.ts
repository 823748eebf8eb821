import { readSegment, type SelectedPeriod } from '@cartograph/report';
import { factsFor } from '../reading/facts.ts';
import { readQuestion } from '../reading/question.ts';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import type { Asking } from './report.ts';

/**
 * What an address asks, understood.
 *
 * @param options.mostJourneys Of the period asked about: what there is memory for. @default any number
 * @throws {RangeError} Naming what was expected, if it can't be read, or is more than can be answered.
 */
export async function ask(
  asked: Readonly<Record<string, string>>,
  {
    site,
    store,
    now,
    mostJourneys = Number.POSITIVE_INFINITY,
  }: { site: Site; store: Store; now: number; mostJourneys?: number },
): Promise<Asking & { period: SelectedPeriod }> {
  const { question, period, orders } = await readQuestion(asked, { site, store, now });
  if (mostJourneys < Number.POSITIVE_INFINITY) {
    const journeys = await store.journeysBegun(site.id, question);
    if (journeys > mostJourneys) throw tooMany(journeys, mostJourneys);
  }
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

function tooMany(journeys: number, most: number): RangeError {
  return new RangeError(
    `Expected a period of at most ${most} journeys, as many as there is memory for, got ${journeys}: ` +
      'choose a shorter one, or give the collector more memory (Node: --max-old-space-size)',
  );
}
