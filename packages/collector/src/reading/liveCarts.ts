import { cartState, toDecimal } from '@cartograph/journey';
import type { JourneyFact, LiveCart } from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

const SHOWN = 8;
const HOUR_MS = 60 * 60 * 1000;

/** Measured or met, not done: no answer to what a shopper is doing. */
const NOT_DONE_BY_SHOPPER: ReadonlySet<string> = new Set(['web_vital', 'exception', 'refund']);

/** The carts that moved last, the latest first: those of the last hour, or of as long as a cart stays open. */
export async function liveCarts(store: Store, site: Site, now: number): Promise<LiveCart[]> {
  const from = now - Math.max(HOUR_MS, site.abandonedAfterMs);
  const latest = await store.latest(site.id, { from, limit: 200 });
  const carts = latest.flatMap((fact) => (fact.cart ? [{ fact, cart: fact.cart }] : []));

  return Promise.all(
    carts.slice(0, SHOWN).map(async ({ fact, cart }) => ({
      journey: fact.id,
      person: fact.person,
      state: cartState(cart, now, site.abandonedAfterMs),
      step: cart.deepest ?? 'cart',
      amount: toDecimal(cart.amount, cart.currency),
      currency: cart.currency,
      lastAt: new Date(fact.lastAt).toISOString(),
      lastType: await lastTypeOf(store, site, fact),
    })),
  );
}

/** What the shopper of a journey did last. */
export async function lastTypeOf(
  store: Store,
  site: Site,
  { id, person }: Pick<JourneyFact, 'id' | 'person'>,
): Promise<string> {
  const { journeys } = await store.journeysOf(site, person);
  const journey = journeys.find((folded) => folded.journey.id === id);
  const did = journey?.touchpoints.findLast(({ type }) => !NOT_DONE_BY_SHOPPER.has(type));
  return did?.type ?? 'page_view';
}
