import {
  type Device,
  type Stage,
  type Step,
  type Stop,
  stopsAsOf,
  toDecimal,
} from '@cartograph/journey';
import type { Money } from '../money.ts';
import type { JourneyFact, Question } from '../question.ts';
import type { JourneyFilter } from './journeyFilter.ts';
import { type JourneyState, journeyState } from './journeyState.ts';

/** Journeys one by one, a page at a time. Unit: journeys begun in the period. */
export interface JourneyList {
  unit: 'journeys';
  /** Begun in the period, whatever is asked of them. */
  begun: number;
  /** Of them, those that are what was asked. */
  found: number;
  /** From 1. */
  page: number;
  pages: number;
  /** At most as many as fit on a page. */
  journeys: readonly JourneyRow[];
  /** What can be asked for: everything that any of them met, and the steps that any stopped at, most frequent first. */
  choices: { met: readonly string[]; stopped: readonly Step[] };
}

export interface JourneyRow {
  /** Id of the journey. */
  journey: string;
  person: string;
  state: JourneyState;
  /** ISO 8601, UTC. */
  startedAt: string;
  lastAt: string;
  /** The channel group of its first visit. */
  channel?: string;
  device?: Device;
  returning: boolean;
  visits: number;
  stage: Stage;
  /** The deepest step, if it had a cart. */
  step?: Step;
  /** What the cart is worth, or the order. */
  value?: Money;
  /** How often it was left. */
  stops: number;
  /** What the shopper met, the latest last. */
  met: readonly string[];
}

interface Listed {
  fact: JourneyFact;
  state: JourneyState;
  /** Those that count. */
  stops: readonly Stop[];
}

export function journeyList(
  facts: Iterable<JourneyFact>,
  question: Question,
  filter: JourneyFilter,
): JourneyList {
  const counts = { met: new Map<string, number>(), stopped: new Map<Step, number>() };
  const found: Listed[] = [];
  let begun = 0;
  for (const fact of facts) {
    begun++;
    const { cart } = fact;
    const stops = cart ? stopsAsOf(cart, question.asOf, question.abandonedAfterMs) : [];
    const listed = { fact, state: journeyState(cart, question), stops };
    countOnce(counts.stopped, stops, 'step');
    if (cart) countOnce(counts.met, cart.met, 'what');
    if (isWanted(listed, filter, question.currency)) found.push(listed);
  }
  found.sort(ORDERS[filter.order](question.currency));
  const pages = Math.max(1, Math.ceil(found.length / filter.limit));
  const page = Math.min(filter.page, pages);
  const start = (page - 1) * filter.limit;
  return {
    unit: 'journeys',
    begun,
    found: found.length,
    page,
    pages,
    journeys: found.slice(start, start + filter.limit).map(rowOf),
    choices: {
      met: mostFrequent(counts.met),
      stopped: mostFrequent(counts.stopped),
    },
  };
}

function isWanted(
  { fact: { cart }, state, stops }: Listed,
  filter: JourneyFilter,
  home: string,
): boolean {
  const { min, max } = filter;
  if (filter.state && !isState(state, filter.state)) return false;
  if (filter.stopped && !stops.some(({ step }) => step === filter.stopped)) return false;
  if (filter.met && !cart?.met.some(({ what }) => what === filter.met)) return false;
  if (min === undefined && max === undefined) return true;
  // An amount in another currency is neither more nor less.
  if (cart?.currency !== home) return false;
  return cart.amount >= (min ?? 0) && cart.amount <= (max ?? Number.POSITIVE_INFINITY);
}

function isState(state: JourneyState, wanted: JourneyState): boolean {
  return state === wanted || (wanted === 'ordered' && state === 'recovered');
}

type Compare = (a: Listed, b: Listed) => number;

const byId: Compare = ({ fact: a }, { fact: b }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const ORDERS: Record<JourneyFilter['order'], (home: string) => Compare> = {
  time: () => (a, b) => b.fact.startedAt - a.fact.startedAt || byId(a, b),
  length: () => (a, b) => lengthOf(b) - lengthOf(a) || byId(a, b),
  // Other currencies after the site's, and what has no cart last.
  value: (home) => (a, b) => {
    const [one, other] = [a.fact.cart, b.fact.cart];
    if (!one || !other) return Number(!one) - Number(!other) || byId(a, b);
    if (one.currency === other.currency) return other.amount - one.amount || byId(a, b);
    if (one.currency === home || other.currency === home) return one.currency === home ? -1 : 1;
    return one.currency < other.currency ? -1 : 1;
  },
};

function lengthOf({ fact: { startedAt, lastAt } }: Listed): number {
  return lastAt - startedAt;
}

function rowOf({ fact, state, stops }: Listed): JourneyRow {
  const { id, person, startedAt, lastAt, entry, cart, returning, visits, stage } = fact;
  return {
    journey: id,
    person,
    state,
    startedAt: new Date(startedAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
    ...(entry.channelGroup && { channel: entry.channelGroup }),
    ...(entry.device && { device: entry.device }),
    returning,
    visits,
    stage,
    ...(cart && !cart.direct && { step: cart.deepest ?? 'cart' }),
    ...(cart && {
      value: { currency: cart.currency, amount: toDecimal(cart.amount, cart.currency) },
    }),
    stops: stops.length,
    met: [...new Set(cart?.met.map(({ what }) => what))],
  };
}

/** Counts each name that a list has, however often it has it. */
function countOnce<Key extends string>(
  counts: Map<string, number>,
  list: readonly Readonly<Record<Key, string>>[],
  key: Key,
): void {
  list.forEach((each, place) => {
    const name = each[key];
    const isFirst = list.findIndex((other) => other[key] === name) === place;
    if (isFirst) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
}

function mostFrequent(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
}
