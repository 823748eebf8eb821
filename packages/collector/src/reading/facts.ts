import {
  type Facts,
  factsOf,
  inSegment,
  type JourneyFact,
  type Part,
  partsOf,
  type Question,
  type Segment,
  type StagesFact,
  type TrailFact,
} from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import type { FactsBy, Range, Store } from '../store/store.ts';
import { type Preparation, prepared } from './prepared.ts';

/** Which orders count: all that were told, or only those that the shop's server confirmed and didn't cancel. */
export const ORDER_BASES = ['claimed', 'confirmed'] as const;

export type OrderBasis = (typeof ORDER_BASES)[number];

export interface FactsOptions<By extends keyof FactsBy> {
  /** @default 'carts' */
  by?: By;
  /** @default 'claimed' */
  orders?: OrderBasis;
  /** @default all */
  segment?: Segment | undefined;
  /** What is to be found out about each part as soon as it is read. */
  prepare?: Preparation<FactsBy[By]> | undefined;
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
  { by = 'carts' as By, orders = 'claimed', segment = {}, prepare }: FactsOptions<By> = {},
): Promise<Facts<FactsBy[By]>> {
  const stored = await partsFrom(store, site, { by, range: { from, to } });
  await prepared(stored, {
    name: `${prepare?.name} ${JSON.stringify(segment)}`,
    run: (facts) => {
      const begun = facts.parts.map((part) => begunBy(part, asOf));
      const isKnown = begun.every((part) => staleIn(part, { asOf, orders }).length === 0);
      if (isKnown) prepare?.run(inSegmentOf(begun, segment));
    },
  });
  const parts = stored.map((part) => begunBy(part, asOf));
  const stale = new Set<string>();
  for (const part of parts) {
    for (const person of staleIn(part, { asOf, orders })) stale.add(person);
  }
  if (stale.size === 0) return inSegmentOf(parts, segment);

  const known = parts.map((part) => without(part, stale));
  const refolded: FactsBy[By][] = [];
  for (const fact of await refold(store, site, { persons: [...stale], asOf, orders })) {
    const at = momentOf(fact, by);
    if (at !== undefined && at >= from && at < to) refolded.push(fact as FactsBy[By]);
  }
  const all = inSegmentOf([...known, ...partsOf(refolded)], segment);
  if (prepare) await prepared(all.parts, prepare);
  return all;
}

async function partsFrom<By extends keyof FactsBy>(
  store: Store,
  site: Site,
  { by, range }: { by: By; range: Range },
): Promise<readonly Part<FactsBy[By]>[]> {
  if (store.parts) return store.parts(by, site.id, range);
  const facts: JourneyFact[] = await store[by](site.id, range);
  return partsOf(facts as FactsBy[By][]);
}

/** A part without the journeys that began after a moment: nobody has to be asked what they were then. */
function begunBy<Fact extends JourneyFact>(part: Part<Fact>, asOf: number): Part<Fact> {
  if (part.recall(HEAD, headOf).lastStart <= asOf) return part;
  return part.cut(`begun by ${asOf}`, { keep: ({ startedAt }) => startedAt <= asOf });
}

/** The persons in a part of whom more is known than is to be. */
function staleIn(
  part: Part<JourneyFact>,
  { asOf, orders }: { asOf: number; orders: OrderBasis },
): readonly string[] {
  const isUnknown = (fact: JourneyFact) => movedAt(fact) > asOf;
  const head = part.recall(HEAD, headOf);
  if (head.lastAt <= asOf && (orders === 'claimed' || !head.unsound)) return NOBODY;
  return part.recall({ name: `stale ${orders} ${asOf}`, asOf }, (facts) => ({
    persons: facts
      .filter((fact) => isUnknown(fact) || (orders === 'confirmed' && isUnsound(fact)))
      .map(({ person }) => person),
    until: Number.POSITIVE_INFINITY,
  })).persons;
}

const HEAD = { name: 'head', asOf: 0 };

const NOBODY: readonly string[] = [];

/** What tells whether all of a part is known as it stood at a moment. */
function headOf(facts: readonly JourneyFact[]) {
  return {
    lastAt: facts.reduce(
      (latest, fact) => Math.max(latest, movedAt(fact)),
      Number.NEGATIVE_INFINITY,
    ),
    lastStart: facts.reduce(
      (latest, { startedAt }) => Math.max(latest, startedAt),
      Number.NEGATIVE_INFINITY,
    ),
    unsound: facts.some(isUnsound),
    until: Number.POSITIVE_INFINITY,
  };
}

/** When a journey last moved. A cart may be emptied by an order that is told when nobody is there. */
function movedAt({ lastAt, cart }: JourneyFact): number {
  return Math.max(lastAt, cart?.emptiedAt ?? lastAt);
}

/** A part without what some persons did. */
function without<Fact extends JourneyFact>(
  part: Part<Fact>,
  persons: ReadonlySet<string>,
): Part<Fact> {
  const all = part.recall({ name: 'persons', asOf: 0 }, (facts) => ({
    persons: facts.map(({ person }) => person),
    until: Number.POSITIVE_INFINITY,
  }));
  const here = new Set(all.persons.filter((person) => persons.has(person)));
  if (here.size === 0) return part;
  const name = `without ${JSON.stringify([...here])}`;
  return part.cut(name, { keep: ({ person }) => !here.has(person) });
}

function inSegmentOf<Fact extends JourneyFact>(
  parts: readonly Part<Fact>[],
  segment: Segment,
): Facts<Fact> {
  const asked = Object.entries(segment).sort();
  if (asked.length === 0) return factsOf(parts);
  const keep = (fact: Fact) => inSegment(fact, segment);
  return factsOf(parts.map((part) => part.cut(JSON.stringify(asked), { keep })));
}

/** Persons' journeys without what is not to be known. */
async function refold(
  store: Store,
  site: Site,
  { persons, asOf, orders }: { persons: readonly string[]; asOf: number; orders: OrderBasis },
): Promise<(StagesFact & TrailFact)[]> {
  const told = await store.journeysAt(
    site,
    persons.map((person) => ({ person })),
    asOf,
  );
  const byPerson = new Map(persons.map((person, n) => [person, told[n]!]));
  if (orders === 'confirmed') {
    const unsound = [...byPerson].flatMap(([person, journeys]) => {
      const without = journeys.flatMap(({ journey: { cart }, purchases }) =>
        cart?.order && !isSound(cart.order) ? purchases : [],
      );
      return without.length > 0 ? [{ person, without }] : [];
    });
    const sound = await store.journeysAt(site, unsound, asOf);
    for (const [n, { person }] of unsound.entries()) byPerson.set(person, sound[n]!);
  }
  return [...byPerson].flatMap(([person, journeys]) =>
    journeys.map(({ journey }) => ({ ...journey, person })),
  );
}

function momentOf({ startedAt, cart }: JourneyFact, by: keyof FactsBy): number | undefined {
  if (by === 'carts') return cart?.createdAt;
  return by === 'orders' ? cart?.order?.at : startedAt;
}

function isUnsound({ cart }: JourneyFact): boolean {
  return cart?.order !== undefined && !isSound(cart.order);
}

function isSound({ confirmed, cancelled }: { confirmed: boolean; cancelled?: true }): boolean {
  return confirmed && !cancelled;
}
