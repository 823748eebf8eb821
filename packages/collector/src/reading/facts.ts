import { fold } from '@cartograph/journey';
import type { JourneyFact, Question } from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

/**
 * The journeys a question is about, as they stood at its `asOf`.
 *
 * Stored rows know everything up to now. Where a person moved after `asOf`, what came later is
 * forgotten by folding again, so a question about the past gets the answer it would have got then.
 */
export async function factsFor(
  store: Store,
  site: Site,
  { from, to, asOf }: Question,
): Promise<JourneyFact[]> {
  const facts = await store.carts(site.id, { from, to });
  const movedLater = new Set(
    facts.filter(({ lastAt }) => lastAt > asOf).map(({ person }) => person),
  );

  const refolded: JourneyFact[] = [];
  for (const person of movedLater) {
    const touchpoints = await store.touchpointsOf(site.id, person);
    const known = touchpoints.filter(({ at }) => at <= asOf);
    for (const { journey } of fold(known, site)) refolded.push({ ...journey, person });
  }
  return [...facts.filter(({ person }) => !movedLater.has(person)), ...refolded];
}
