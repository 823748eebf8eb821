import { type CartAtAge, cartsAtAge } from '../compare/cartAtAge.ts';
import type { Part } from '../part.ts';
import { bucketsOf } from '../period.ts';
import type { JourneyFact, Question } from '../question.ts';
import type { Way } from '../stepOrder.ts';
import { placeOf } from './place.ts';

/** Carts of one day that stood alike at the same age. */
export interface AgedGroup extends Pick<CartAtAge, 'state' | 'steps' | 'leftAt'> {
  /** When the day that they were created on begins, in the site's time zone: epoch milliseconds. */
  day: number;
  carts: number;
}

export interface AgedGroups {
  groups: readonly AgedGroup[];
  /** What steps they did up to now. */
  ways: readonly Required<Way>[];
}

/** The carts of a part that are old enough and were created in the period, counted by what they are alike in. */
export function agedGroups(
  part: Part<JourneyFact>,
  question: Pick<Question, 'from' | 'to' | 'asOf' | 'abandonedAfterMs' | 'timeZone'>,
  ageMs: number,
): AgedGroups {
  const { asOf, abandonedAfterMs, timeZone } = question;
  const from = Math.max(question.from, part.from);
  const to = Math.min(question.to, part.to);
  const name = ['aged', ageMs, from, to, abandonedAfterMs, timeZone].join(' ');
  return part.recall({ name, asOf }, (facts) => {
    const carts = cartsAtAge(facts, { from, to, asOf, abandonedAfterMs }, ageMs);
    return { ...grouped(carts, timeZone), until: nextOldEnough(facts, { from, to, asOf, ageMs }) };
  });
}

function grouped(carts: readonly CartAtAge[], timeZone: string): AgedGroups {
  const groups = new Map<string, AgedGroup>();
  const ways = new Map<string, Required<Way>>();
  const days = daysOf(carts, timeZone);
  for (const { cart, state, steps, leftAt } of carts) {
    const day = days[placeOf(days, cart.createdAt)]!.from;
    const kind = { day, state, steps, ...(leftAt !== undefined && { leftAt }) };
    const group = knownIn(groups, kind, () => ({ ...kind, carts: 0 }));
    group.carts++;
    const way = { steps: cart.steps.map(({ step }) => step) };
    knownIn(ways, way, () => ({ ...way, carts: 0 })).carts++;
  }
  return { groups: [...groups.values()], ways: [...ways.values()] };
}

function knownIn<Value>(known: Map<string, Value>, kind: object, make: () => Value): Value {
  const key = JSON.stringify(kind);
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The days that carts were created on. */
function daysOf(carts: readonly CartAtAge[], timeZone: string) {
  if (carts.length === 0) return [];
  const ends = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  for (const { cart } of carts) {
    ends.from = Math.min(ends.from, Math.floor(cart.createdAt));
    ends.to = Math.max(ends.to, Math.floor(cart.createdAt) + 1);
  }
  const days = bucketsOf({ ...ends, timeZone }, 'day');
  return days.map(({ day, from }, place) => ({
    day,
    from,
    to: days[place + 1]?.from ?? Number.POSITIVE_INFINITY,
  }));
}

/** When the next of the carts that are too young yet is old enough. */
function nextOldEnough(
  facts: readonly JourneyFact[],
  { from, to, asOf, ageMs }: { from: number; to: number; asOf: number; ageMs: number },
): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { cart } of facts) {
    if (!cart || cart.createdAt < from || cart.createdAt >= to) continue;
    const then = cart.createdAt + ageMs;
    if (then > asOf) next = Math.min(next, then);
  }
  return next;
}
