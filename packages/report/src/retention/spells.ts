import type { Months } from './months.ts';
import type { Placed } from './placed.ts';

/** The orders of one person, oldest first. */
export type OrderHistory = readonly [first: Placed, ...later: Placed[]];

/** From one order of a person to the next one. Milliseconds. */
export interface Gap {
  /** When the person first ordered, whichever orders it lies between. Epoch milliseconds. */
  first: number;
  after: number;
}

/** Gap between a person's first two orders. */
export interface Return extends Gap {
  /** Of the first order: see `Months`. */
  month: number;
  /** Months begun until the second. */
  months: number;
}

/** How long persons took to order again. */
export interface Spells {
  /** When those first ordered who never did again: epoch milliseconds, ascending. */
  readonly waiting: readonly number[];
  /** Those who did, soonest first. */
  readonly returns: readonly Return[];
  /** Between any two orders of a person, one after the other; shortest first. */
  readonly gaps: readonly Gap[];
}

export const NO_SPELLS: Spells = { waiting: [], returns: [], gaps: [] };

/** What these persons are counted as: those of them whose first order is in the segment. */
export function spellsOf(histories: Iterable<OrderHistory>, months: Months): Spells {
  const waiting: number[] = [];
  const returns: Return[] = [];
  const gaps: Gap[] = [];
  for (const orders of histories) {
    const [{ at: first, isIn }, second] = orders;
    if (!isIn) continue;
    if (!second) {
      waiting.push(first);
      continue;
    }
    const after = second.at - first;
    const month = months.at(first);
    const begun = months.between(first, second.at);
    returns.push({ first, after, month, months: begun });
    for (let place = 1; place < orders.length; place++) {
      gaps.push({ first, after: orders[place]!.at - orders[place - 1]!.at });
    }
  }
  return {
    waiting: waiting.sort(byNumber),
    returns: returns.sort(byLength),
    gaps: gaps.sort(byLength),
  };
}

/** The spells once some persons are counted as something else. */
export function replaced(
  { waiting, returns, gaps }: Spells,
  { gone, come }: { gone: Spells; come: Spells },
): Spells {
  return {
    waiting: merged(waiting, { gone: gone.waiting, come: come.waiting, by: byNumber }),
    returns: merged(returns, { gone: gone.returns, come: come.returns, by: byLength }),
    gaps: merged(gaps, { gone: gone.gaps, come: come.gaps, by: byLength }),
  };
}

/** Those of persons who first ordered before a moment. */
export function begunBefore(spells: Spells, moment: number): Spells {
  const isBefore = ({ first }: Gap) => first < moment;
  const { waiting, returns, gaps } = spells;
  const isAll = (waiting.at(-1) ?? 0) < moment && returns.every(isBefore);
  if (isAll) return spells;
  return {
    waiting: waiting.slice(
      0,
      countTo(waiting, (first) => first < moment),
    ),
    returns: returns.filter(isBefore),
    gaps: gaps.filter(isBefore),
  };
}

/** How many there are before the first that is not as `isBefore` says, of which all others come before it. */
export function countTo<Value>(
  sorted: readonly Value[],
  isBefore: (value: Value) => boolean,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byNumber(a: number, b: number): number {
  return a - b;
}

/** With the same first two fields everything is the same. */
function byLength(a: Gap, b: Gap): number {
  return a.after - b.after || a.first - b.first;
}

/** All of them sorted. What is gone is among what was there. */
function merged<Value>(
  sorted: readonly Value[],
  change: { gone: readonly Value[]; come: readonly Value[]; by: (a: Value, b: Value) => number },
): readonly Value[] {
  const { gone, come, by } = change;
  if (gone.length === 0 && come.length === 0) return sorted;
  const all: Value[] = [];
  let [left, added] = [0, 0];
  for (const value of sorted) {
    while (added < come.length && by(come[added]!, value) <= 0) all.push(come[added++]!);
    if (left < gone.length && by(gone[left]!, value) === 0) left++;
    else all.push(value);
  }
  while (added < come.length) all.push(come[added++]!);
  return all;
}
