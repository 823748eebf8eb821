import {
  inSegment,
  type JourneyFact,
  type Question,
  type Segment,
  type StagesFact,
  type TrailFact,
} from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import type { Range, Store } from '../store/store.ts';

/** Which orders count: all that were told, or only those that the shop's server confirmed and didn't cancel. */
export const ORDER_BASES = ['claimed', 'confirmed'] as const;

export type OrderBasis = (typeof ORDER_BASES)[number];

/** Which journeys of a period: by when their cart was created, when their order was placed, or when they began. */
export interface FactsBy {
  carts: JourneyFact;
  orders: JourneyFact;
  journeys: JourneyFact;
  stages: StagesFact;
  trails: TrailFact;
}

export interface FactsOptions<By extends keyof FactsBy> {
  /** @default 'carts' */
  by?: By;
  /** @default 'claimed' */
  orders?: OrderBasis;
  /** @default all */
  segment?: Segment | undefined;
}

/**
 * The journeys a question is about, as they stood at its `asOf`.
 *
 * Stored rows know everything up to now, and every order that was told. Where a person moved after
 * `asOf`, or has an order that doesn't count, what is not to be known is left out and the rest folded
 * again: so a question about the past gets the answer it would have got then, and a cart whose order
 * was never confirmed is what it would be without that order.
 */
export async function factsFor<By extends keyof FactsBy = 'carts'>(
  store: Store,
  site: Site,
  { from, to, asOf }: Pick<Question, 'from' | 'to' | 'asOf'>,
  { by = 'carts' as By, orders = 'claimed', segment = {} }: FactsOptions<By> = {},
): Promise<FactsBy[By][]> {
  const range: Range = { from, to };
  const facts: JourneyFact[] = await store[by](site.id, range);
  const isStale = ({ lastAt, cart }: JourneyFact) =>
    lastAt > asOf || (orders === 'confirmed' && cart?.order !== undefined && !isSound(cart.order));
  const stale = new Set(facts.filter(isStale).map(({ person }) => person));

  const known = facts.filter(({ person }) => !stale.has(person));
  for (const person of stale) {
    for (const fact of await refold(store, site, { person, asOf, orders })) {
      const at = momentOf(fact, by);
      if (at !== undefined && at >= from && at < to) known.push(fact);
    }
  }
  return known.filter((fact) => inSegment(fact, segment)) as FactsBy[By][];
}

/** A person's journeys without what is not to be known. */
async function refold(
  store: Store,
  site: Site,
  { person, asOf, orders }: { person: string; asOf: number; orders: OrderBasis },
): Promise<(StagesFact & TrailFact)[]> {
  let journeys = await store.journeysAt(site, person, { asOf });
  if (orders === 'confirmed') {
    const without = journeys.flatMap(({ journey: { cart }, purchases }) =>
      cart?.order && !isSound(cart.order) ? purchases : [],
    );
    if (without.length > 0) journeys = await store.journeysAt(site, person, { asOf, without });
  }
  return journeys.map(({ journey }) => ({ ...journey, person }));
}

function momentOf({ startedAt, cart }: JourneyFact, by: keyof FactsBy): number | undefined {
  if (by === 'carts') return cart?.createdAt;
  return by === 'orders' ? cart?.order?.at : startedAt;
}

function isSound({ confirmed, cancelled }: { confirmed: boolean; cancelled?: true }): boolean {
  return confirmed && !cancelled;
}
