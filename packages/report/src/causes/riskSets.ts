import { type CountedGroups, cartCounts, stepsOf } from '../cartGroups.ts';
import { ofCarts } from '../countedCarts.ts';
import { partsIn } from '../facts.ts';
import type { JourneyFact, Question } from '../question.ts';
import { stepOrder } from '../stepOrder.ts';
import { type RiskSet, riskSet, setParts } from './riskSet.ts';

/** Those of all steps, in the order of the checkout. */
export function riskSets(journeys: Iterable<JourneyFact>, question: Question): RiskSet[] {
  const parts = partsIn(journeys, question);
  const groups = parts.flatMap((part) => cartCounts(part, question).groups);
  const atRisk = parts.map((part) =>
    ofCarts(part, { name: 'at risk', question }, (carts) => ({ sets: setParts(carts) })),
  );
  const order = stepOrder(groups);
  return order.map((step, place) => {
    const later = new Set(order.slice(place + 1));
    const skipped = groups
      .filter((group) => isSkippedBy(group, { step, later }))
      .reduce((sum, { carts }) => sum + carts, 0);
    return riskSet(
      step,
      atRisk.flatMap(({ sets }) => sets.get(step) ?? []),
      skipped,
    );
  });
}

/** Whether carts that count got further than a step without it. */
function isSkippedBy(
  group: CountedGroups['groups'][number],
  { step, later }: { step: string; later: ReadonlySet<string> },
): boolean {
  const { state, direct, deepest = 'cart' } = group;
  if (state === 'open' || direct || stepsOf(group, { state, cart: 'cart' }).includes(step)) {
    return false;
  }
  return state === 'ordered' || later.has(deepest);
}
