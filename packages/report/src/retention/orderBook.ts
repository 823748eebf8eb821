import type { Part } from '../part.ts';
import type { JourneyFact } from '../question.ts';
import type { Segment } from '../segment.ts';
import type { Months } from './months.ts';
import { byTime, ordersIn, type Placed } from './placed.ts';
import { NO_SPELLS, type OrderHistory, replaced, type Spells, spellsOf } from './spells.ts';

/**
 * All orders ever, by person. Reading it anew takes as long as the site is old, so a book stays, and is
 * brought up to date: parts that are no longer there are taken out, new ones are put in, and only the persons
 * in these are looked at. Whatever it was before, it then says what a new book would.
 */
export type OrderBook = ReturnType<typeof orderBook>;

export function orderBook({ segment, months }: { segment: Segment; months: Months }) {
  const known = new Map<Part<JourneyFact>, readonly Placed[]>();
  /** Nearly everybody has one order, which stands for itself. */
  const byPerson = new Map<string, Placed | OrderHistory>();
  let spells = NO_SPELLS;

  const historyOf = (person: string): OrderHistory | undefined => {
    const orders = byPerson.get(person);
    return orders && ('person' in orders ? [orders] : orders);
  };

  const keep = (person: string, [first, ...later]: readonly Placed[]): OrderHistory | undefined => {
    if (!first) {
      byPerson.delete(person);
      return undefined;
    }
    const history: OrderHistory = [first, ...later];
    byPerson.set(person, later.length === 0 ? first : history);
    return history;
  };

  const isNew = (part: Part<JourneyFact>) => !known.has(part);

  const change = (gone: readonly Part<JourneyFact>[], come: readonly Part<JourneyFact>[]): void => {
    if (gone.length === 0 && come.length === 0) return;

    const changes = new Map<string, Change>();
    for (const part of gone) {
      for (const order of known.get(part)!) noteIn(changes, 'gone', order);
      known.delete(part);
    }
    for (const part of come) {
      const orders = ordersIn(part, segment);
      for (const order of orders) noteIn(changes, 'come', order);
      known.set(part, orders);
    }
    const were: OrderHistory[] = [];
    const are: OrderHistory[] = [];
    for (const [person, change] of changes) {
      if (isNone(change)) continue;
      const before = historyOf(person);
      const after = keep(person, changed(before ?? [], change));
      if (before) were.push(before);
      if (after) are.push(after);
    }
    spells = replaced(spells, {
      gone: spellsOf(were, months),
      come: spellsOf(are, months),
    });
  };

  return {
    /** Brings it up to date. */
    read(parts: readonly Part<JourneyFact>[]): void {
      const there = new Set(parts);
      change(
        [...known.keys()].filter((part) => !there.has(part)),
        parts.filter(isNew),
      );
    },

    /** Puts some of the parts in, and says whether there is more to do: reading everything takes a while. */
    readOn(parts: readonly Part<JourneyFact>[]): boolean {
      const next = parts.filter(isNew);
      change([], next.splice(0, PARTS_AT_ONCE));
      return next.length > 0;
    },

    firstOf: (person: string): Placed | undefined => historyOf(person)?.[0],

    /** Of everybody who ordered by a moment, as it stood then. */
    spellsAt(asOf: number): Spells {
      const isLater = (orders: readonly Placed[]) => (orders.at(-1)?.at ?? asOf) > asOf;
      if (![...known.values()].some(isLater)) return spells;
      const histories = [...byPerson.keys()].flatMap((person): OrderHistory[] => {
        const [first, ...later] = historyOf(person)!.filter(({ at }) => at <= asOf);
        return first ? [[first, ...later]] : [];
      });
      return spellsOf(histories, months);
    },
  };
}

/** Some milliseconds' work. */
const PARTS_AT_ONCE = 30;

/** Orders of one person. */
interface Change {
  gone: Placed[];
  come: Placed[];
}

function noteIn(changes: Map<string, Change>, which: keyof Change, order: Placed): void {
  const change = changes.get(order.person) ?? { gone: [], come: [] };
  changes.set(order.person, change);
  change[which].push(order);
}

/** Mostly it is something else of a part that changed. */
function isNone({ gone, come }: Change): boolean {
  return (
    gone.length === come.length && gone.every((order, place) => byTime(order, come[place]!) === 0)
  );
}

function changed(orders: readonly Placed[], { gone, come }: Change): readonly Placed[] {
  const left = [...orders];
  for (const order of gone) {
    left.splice(
      left.findIndex((each) => byTime(each, order) === 0),
      1,
    );
  }
  return [...left, ...come].sort(byTime);
}
