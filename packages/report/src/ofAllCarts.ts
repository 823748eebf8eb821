import { nextChange } from './countedCarts.ts';
import { type Facts, partsIn } from './facts.ts';
import type { Part } from './part.ts';
import type { JourneyFact, Question } from './question.ts';

/**
 * What `find` makes of all carts of a period together, remembered with the last part until any of the parts is
 * another one, or a cart's state changes: for what takes long even where each part is known.
 *
 * @param name Of what is found, and all that it depends on but the carts, their states and the period.
 */
export function ofAllCarts<Found extends object>(
  journeys: Iterable<JourneyFact> | Facts<JourneyFact>,
  { name, question }: { name: string; question: Question },
  find: () => Found,
): Found {
  const { from, to, asOf, abandonedAfterMs } = question;
  const parts = partsIn(journeys, question);
  const last = parts.at(-1);
  if (!last) return find();
  const asked = { name: ['all', name, from, to, abandonedAfterMs].join(' '), asOf };
  const isSame = ({ parts: known }: { parts: readonly Part<JourneyFact>[] }) =>
    known.length === parts.length &&
    known.every(({ recall }, place) => recall === parts[place]!.recall);
  const recalled = last.recall(
    asked,
    () => ({
      found: find(),
      parts,
      until: Math.min(...parts.map((part) => endOf(part, question))),
    }),
    isSame,
  );
  return recalled.found;
}

/** Finds out about each part until when its carts are in the states that they are in. */
export function prepareAllCarts(journeys: Iterable<JourneyFact>, question: Question): void {
  for (const part of partsIn(journeys, question)) endOf(part, question);
}

function endOf(part: Part<JourneyFact>, question: Question): number {
  const { asOf, abandonedAfterMs } = question;
  return part.recall({ name: `states ${abandonedAfterMs}`, asOf }, (facts) => ({
    until: nextChange(facts, question),
  })).until;
}
