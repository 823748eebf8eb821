import type { StoredTouchpoint } from '@cartograph/journey';
import type { JourneyFact, Question } from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

/** Which orders count: all that were told, or only those that the shop's server confirmed and didn't cancel. */
export const ORDER_BASES = ['claimed', 'confirmed'] as const;

export type OrderBasis = (typeof ORDER_BASES)[number];

/**
 * The journeys a question is about, as they stood at its `asOf`.
 *
 * Stored rows know everything up to now, and every order that was told. Where a person moved after
 * `asOf`, or has an order that doesn't count, what is not to be known is left out and the rest folded
 * again: so a question about the past gets the answer it would have got then, and a cart whose order
 * was never confirmed is what it would be without that order.
 */
export async function factsFor(
  store: Store,
  site: Site,
  { from, to, asOf }: Question,
  basis: OrderBasis = 'claimed',
): Promise<JourneyFact[]> {
  const facts = await store.carts(site.id, { from, to });
  const isStale = ({ lastAt, cart }: JourneyFact) =>
    lastAt > asOf || (basis === 'confirmed' && cart?.order !== undefined && !isSound(cart.order));
  const stale = new Set(facts.filter(isStale).map(({ person }) => person));

  const refolded: JourneyFact[] = [];
  for (const person of stale) {
    const known = ({ at }: StoredTouchpoint) => at <= asOf;
    let { journeys } = await store.journeysOf(site, person, known);
    if (basis === 'confirmed') {
      const unsound = new Set(
        journeys.flatMap(({ journey, touchpoints }) =>
          journey.cart?.order && !isSound(journey.cart.order)
            ? touchpoints.filter(({ type }) => type === 'purchase').map(({ id }) => id)
            : [],
        ),
      );
      const counts = (touchpoint: StoredTouchpoint) =>
        known(touchpoint) && !unsound.has(touchpoint.id);
      ({ journeys } = await store.journeysOf(site, person, counts));
    }
    for (const { journey } of journeys) refolded.push({ ...journey, person });
  }
  return [...facts.filter(({ person }) => !stale.has(person)), ...refolded];
}

function isSound({ confirmed, cancelled }: { confirmed: boolean; cancelled?: true }): boolean {
  return confirmed && !cancelled;
}
