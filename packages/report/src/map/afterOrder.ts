import type { Stage } from '@cartograph/journey';
import { partsOf } from '../facts.ts';
import type { Part } from '../part.ts';
import type { JourneyFact, StagesFact } from '../question.ts';

/** A journey that came to an order, or as far as that. Moments in epoch milliseconds. */
export interface Ordered {
  person: string;
  startedAt: number;
  /** The furthest. */
  stage: Stage;
  orderedAt?: number;
  /** When something of these stages was first heard, which can be long after the order. */
  retentionAt?: number;
  advocacyAt?: number;
}

/** What became of a shopper after an order. */
export interface AfterOrder {
  /** When they were first heard of again, epoch milliseconds: back in the shop, in a survey, by a refund. */
  backAt?: number;
  /** Whether a later journey of theirs came to an order. */
  orderedAgain: boolean;
}

/** The journey, if it came so far. */
export function orderedOf({ person, startedAt, stage, stages, cart }: StagesFact): Ordered[] {
  if (!cart?.order && !PAST_ORDER.has(stage)) return [];
  const [retentionAt, advocacyAt] = (['retention', 'advocacy'] as const).map(
    (name) => stages.find((stay) => stay.stage === name)?.at,
  );
  return [
    {
      ...{ person, startedAt, stage },
      ...(cart?.order && { orderedAt: cart.order.at }),
      ...(retentionAt !== undefined && { retentionAt }),
      ...(advocacyAt !== undefined && { advocacyAt }),
    },
  ];
}

const PAST_ORDER: ReadonlySet<Stage> = new Set(['order', 'retention', 'advocacy']);

/**
 * What became of each journey that came to an order, in the same order; `undefined` for one that didn't.
 * What a person did later is a journey of its own, so this looks at all journeys of the person,
 * whichever part of them a report is cut to.
 *
 * @param known All journeys from the first of these to the moment that the report is true at.
 */
export function afterOrders(
  journeys: readonly Ordered[],
  known: Iterable<JourneyFact>,
): (AfterOrder | undefined)[] {
  const found = journeys.map(({ orderedAt, retentionAt }): AfterOrder | undefined => {
    if (orderedAt === undefined) return undefined;
    return { ...(retentionAt !== undefined && { backAt: retentionAt }), orderedAgain: false };
  });
  const places = Map.groupBy(journeys.keys(), (place) => journeys[place]!.person);
  for (const part of partsOf(known)) {
    const { persons, startedAt, isOrdered } = begunIn(part);
    persons.forEach((person, other) => {
      for (const place of places.get(person) ?? NONE) {
        const after = found[place];
        const at = startedAt[other]!;
        if (!after || at <= journeys[place]!.startedAt) continue;
        after.backAt = Math.min(at, after.backAt ?? at);
        if (isOrdered[other]) after.orderedAgain = true;
      }
    });
  }
  return found;
}

const NONE: readonly number[] = [];

/** Whose the journeys of a part are, when they began, and whether they came to an order. */
export function begunIn(part: Part<JourneyFact>) {
  return part.recall({ name: 'begun', asOf: 0 }, (facts) => ({
    persons: facts.map(({ person }) => person),
    startedAt: Float64Array.from(facts, (fact) => fact.startedAt),
    isOrdered: Uint8Array.from(facts, ({ cart }) => (cart?.order ? 1 : 0)),
    until: Number.POSITIVE_INFINITY,
  }));
}
