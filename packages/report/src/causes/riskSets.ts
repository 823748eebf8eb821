import { type CountedGroups, cartCounts, stepsOf } from '../cartGroups.ts';
import { ofCarts } from '../countedCarts.ts';
import { partsIn } from '../facts.ts';
import { several } from '../persons/several.ts';
import type { JourneyFact, Question } from '../question.ts';
import { stepOrder } from '../stepOrder.ts';
import { atRisk, type RiskSet, riskSet } from './riskSet.ts';

/** Those of all steps, in the order of the checkout. */
export function riskSets(journeys: Iterable<JourneyFact>, question: Question): RiskSet[] {
  const parts = partsIn(journeys, question);
  const groups = parts.flatMap((part) => cartCounts(part, question).groups);
  const found = parts.map((part) => ofCarts(part, { name: 'at risk', question }, atRisk));
  const { of, persons } = several(found.map(({ persons }) => persons));
  let before = 0;
  const owned = found.map(({ sets, persons }) => {
    const start = before;
    before += persons.length;
    return { sets, several: of.subarray(start, before) };
  });
  const order = stepOrder(groups);
  return order.map((step, place) => {
    const later = new Set(order.slice(place + 1));
    const skipped = groups
      .filter((group) => isSkippedBy(group, { step, later }))
      .reduce((sum, { carts }) => sum + carts, 0);
    const own = owned.flatMap(({ sets, several }) => {
      const set = sets.get(step);
      return set ? [{ set, several }] : [];
    });
    return riskSet(step, own, { persons, skipped });
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
