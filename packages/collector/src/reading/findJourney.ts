import type { Journey, StoredTouchpoint } from '@cartograph/journey';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

export interface FoundJourney {
  person: string;
  journey: Journey;
  touchpoints: readonly StoredTouchpoint[];
}

/**
 * The journey that a touchpoint belongs to. A journey's id is that of its first touchpoint, and when
 * a late one comes to lie before it, the old address still leads here.
 */
export async function findJourney(
  store: Store,
  site: Site,
  touchpointId: string,
): Promise<FoundJourney | undefined> {
  const person = await store.personOfTouchpoint(site.id, touchpointId);
  if (person === undefined) return undefined;

  const { journeys } = await store.journeysOf(site, person);
  const found = journeys.find(({ touchpoints }) =>
    touchpoints.some(({ id }) => id === touchpointId),
  );
  return found && { person, ...found };
}
