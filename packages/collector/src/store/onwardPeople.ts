import type { FoldOptions, Journey, OnwardFold } from '@cartograph/journey';
import { countByDay, isFlood, judge, MAX_TOUCHPOINTS, type Witness } from '../quarantine/judge.ts';
import type { Reason, Verdict } from '../quarantine/reasons.ts';
import { fromRow, type TouchpointRow } from './row.ts';

/** What is settled about a person with many touchpoints, so that the next few cost no more than a few. */
export interface SettledPerson {
  fold: OnwardFold;
  rows: readonly TouchpointRow[];
  verdictOf: (visitor: string) => Verdict | undefined;
  options: FoldOptions;
}

/** What more touchpoints change. */
export interface Continuation {
  journeys: readonly Journey[];
  held: readonly { row: TouchpointRow; reason: Reason }[];
}

/**
 * Remembers people with many touchpoints, and goes on from there when more come in. It answers only
 * where that is sure to be what settling the whole person gives; everything else is left to that.
 *
 * @param from Touchpoints that make a person worth remembering.
 * @param most People remembered, of some 13 kB each; who was away longest is forgotten first.
 */
export function onwardPeople({ from = 20, most = 1000 }: OnwardOptions = {}) {
  const people = new Map<string, Remembered>();
  const keyOf = (site: string, person: string) => JSON.stringify([site, person]);

  return {
    remember(site: string, person: string, settled: SettledPerson): void {
      const key = keyOf(site, person);
      people.delete(key);
      if (settled.rows.length < from) return;
      people.set(key, remembered(settled));
      if (people.size > most) people.delete(people.keys().next().value!);
    },

    forgetAll(): void {
      people.clear();
    },

    /**
     * @param rows New ones, all of them of this person, and all that has changed about it.
     * @returns `undefined` where the whole person has to be settled.
     */
    goOn(
      site: string,
      person: string,
      { rows, options }: { rows: readonly TouchpointRow[]; options: FoldOptions },
    ): Continuation | undefined {
      const key = keyOf(site, person);
      const known = people.get(key);
      people.delete(key);
      if (!known || !sameRules(known.options, options)) return undefined;
      // What is said of an order may concern others.
      if (rows.some(({ type }) => type === 'purchase' || type === 'refund')) return undefined;

      const held = heldOf(rows, known);
      if (!held) return undefined;
      const heldRows = new Set(held.map(({ row }) => row));
      const journeys = known.fold.add(rows.filter((row) => !heldRows.has(row)).map(fromRow));
      if (!journeys) return undefined;

      people.set(key, known);
      return { journeys, held };
    },
  };
}

export interface OnwardOptions {
  from?: number | undefined;
  most?: number | undefined;
}

/** Of a visitor: what is needed to judge what it does next. */
interface Watched {
  verdict: Verdict | undefined;
  /** The latest that a browser sent, in order of time: as many as it takes to see that it is too fast. */
  latest: readonly Witness[];
  /** How much it did on each of the last days. */
  byDay: ReadonlyMap<number, number>;
  /** Why it is held as a whole, whatever it does next. */
  whole: Whole | undefined;
}

const WHOLES = ['held', 'speed', 'flood'] as const satisfies readonly Reason[];

type Whole = (typeof WHOLES)[number];

interface Remembered {
  fold: OnwardFold;
  options: FoldOptions;
  /** Those of whom it is clear how they are judged next. */
  visitors: Map<string, Watched>;
}

function remembered({ fold, rows, verdictOf, options }: SettledPerson): Remembered {
  const visitors = new Map<string, Watched>();
  for (const [visitor, group] of Map.groupBy(rows, (row) => row.visitor)) {
    // Orders alone: the next page view lets them out.
    if (group.some(({ quarantine }) => quarantine === 'order_only')) continue;
    const told = fromBrowsers(group);
    visitors.set(visitor, {
      verdict: verdictOf(visitor),
      latest: told.slice(-MAX_TOUCHPOINTS),
      byDay: countByDay(told),
      whole: WHOLES.find((reason) => group.some(({ quarantine }) => quarantine === reason)),
    });
  }
  return { fold, options, visitors };
}

/** What of new rows is held, or `undefined` where that could change what is known of the rows before them. */
function heldOf(
  rows: readonly TouchpointRow[],
  { visitors }: Remembered,
): Continuation['held'] | undefined {
  const held: { row: TouchpointRow; reason: Reason }[] = [];
  for (const [visitor, group] of Map.groupBy(rows, (row) => row.visitor)) {
    const watched = visitors.get(visitor);
    if (!watched) return undefined;
    const { verdict, latest, byDay, whole } = watched;
    const added = fromBrowsers(group);
    const [first, last] = [added[0], latest.at(-1)];
    if (first && last && first.at < last.at) return undefined;

    if (whole) {
      // What a server or a file says is never too fast.
      const all = whole === 'held' ? group : group.filter(({ suspicion }) => suspicion !== null);
      for (const row of all) held.push({ row, reason: whole });
      continue;
    }
    const days = countByDay(added);
    for (const [day, count] of byDay) {
      if (days.has(day)) days.set(day, days.get(day)! + count);
    }
    if (verdict !== 'released' && isFlood(days)) return undefined;
    const seen = [...latest, ...added];
    const reasons = added.length > 0 ? judge(seen, verdict) : new Map<string, Reason>();
    for (const row of group) {
      const reason = reasons.get(row.id);
      // One that holds the whole visitor holds what came before, too.
      if (reason === 'speed' || reason === 'order_only') return undefined;
      if (reason) held.push({ row, reason });
    }
    watched.latest = seen.slice(-MAX_TOUCHPOINTS);
    // What comes next lies no earlier than the last of these.
    if (days.size > 0) watched.byDay = days;
  }
  return held;
}

function fromBrowsers(rows: readonly TouchpointRow[]): Witness[] {
  return rows
    .filter(({ suspicion }) => suspicion !== null)
    .map(({ id, type, at, suspicion }) => ({ id, type, at, suspicion }))
    .sort((a, b) => a.at - b.at);
}

function sameRules(a: FoldOptions, b: FoldOptions): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
