import type { FoundJourney } from '../reading/findJourney.ts';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import type { ToldEvent } from './webhook.ts';

/** What a site's webhooks were told of a journey and what came of it, oldest first. */
export async function toldOf(
  { webhooks }: Store,
  site: Site,
  { person, touchpoints }: FoundJourney,
): Promise<ToldEvent[]> {
  if (!webhooks) return [];
  const ids = new Set(touchpoints.map(({ id }) => id));
  const [known] = await webhooks.known(site, [person]);
  return Promise.all(
    known!.events
      // A journey's id changes when a late touchpoint comes to lie before it: the old one is in it still.
      .filter(({ journey }) => ids.has(journey))
      .map(async ({ id, type, at, detectedAt }) => ({
        ...{ id, type, at, detectedAt },
        outcomes: await webhooks.outcomes(site.id, id),
      })),
  );
}
