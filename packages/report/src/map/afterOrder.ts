import type { JourneyFact, StagesFact } from '../question.ts';

/** What became of a shopper after an order. */
export interface AfterOrder {
  /** When they were first heard of again, epoch milliseconds: back in the shop, in a survey, by a refund. */
  backAt?: number;
  /** Whether a later journey of theirs came to an order. */
  orderedAgain: boolean;
}

/**
 * What became of each journey that came to an order. What a person did later is a journey of its
 * own, so this looks at all journeys of the person, whichever part of them a report is cut to.
 *
 * @param known All journeys from the first of these to the moment that the report is true at.
 */
export function afterOrders(
  journeys: Iterable<StagesFact>,
  known: Iterable<JourneyFact>,
): Map<string, AfterOrder> {
  const byPerson = new Map<string, JourneyFact[]>();
  for (const fact of known) {
    const others = byPerson.get(fact.person);
    if (others) others.push(fact);
    else byPerson.set(fact.person, [fact]);
  }

  const found = new Map<string, AfterOrder>();
  for (const { id, person, startedAt, cart, stages } of journeys) {
    if (!cart?.order) continue;
    const later = (byPerson.get(person) ?? []).filter((other) => other.startedAt > startedAt);
    const stay = stages.find(({ stage }) => stage === 'retention');
    const backAt = Math.min(...later.map((other) => other.startedAt), stay?.at ?? Infinity);
    found.set(id, {
      ...(Number.isFinite(backAt) && { backAt }),
      orderedAgain: later.some((other) => other.cart?.order !== undefined),
    });
  }
  return found;
}
