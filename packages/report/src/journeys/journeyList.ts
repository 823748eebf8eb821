import {
  type Device,
  type Stage,
  type Step,
  type Stop,
  stopsAsOf,
  toDecimal,
} from '@cartograph/journey';
import { nextChange } from '../countedCarts.ts';
import { partsOf } from '../facts.ts';
import type { Money } from '../money.ts';
import type { Part } from '../part.ts';
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
  const upTo = filter.page * filter.limit;
  const parts = partsOf(facts).map((part) => listedIn(part, question, { filter, upTo }));
  const counts = { met: new Map<string, number>(), stopped: new Map<string, number>() };
  for (const part of parts) {
    for (const key of ['met', 'stopped'] as const) {
      for (const [name, n] of part[key]) counts[key].set(name, (counts[key].get(name) ?? 0) + n);
    }
  }
  const sumOf = (key: 'begun' | 'found') => parts.reduce((sum, part) => sum + part[key], 0);
  const found = sumOf('found');
  const pages = Math.max(1, Math.ceil(found / filter.limit));
  const page = Math.min(filter.page, pages);
  const start = (page - 1) * filter.limit;
  const first = parts.flatMap((part) => part.first);
  return {
    unit: 'journeys',
    begun: sumOf('begun'),
    found,
    page,
    pages,
    journeys: first
      .sort(ORDERS[filter.order](question.currency))
      .slice(start, start + filter.limit)
      .map(rowOf),
    choices: {
      met: mostFrequent(counts.met),
      stopped: mostFrequent(counts.stopped),
    },
  };
}

/** What a part has of the list. */
interface ListedPart {
  begun: number;
  found: number;
  /** Those that can be on the page. */
  first: readonly Listed[];
  /** How many journeys have each, whatever is asked of them. */
  met: ReadonlyMap<string, number>;
  stopped: ReadonlyMap<Step, number>;
}

/** Pages further on than this are found anew each time: they are seldom asked for, and would take much memory. */
const MOST_REMEMBERED = 1000;

function listedIn(
  part: Part<JourneyFact>,
  question: Question,
  { filter, upTo }: { filter: JourneyFilter; upTo: number },
): ListedPart {
  const { asOf, abandonedAfterMs, currency } = question;
  const find = (facts: readonly JourneyFact[]) => ({
    ...listed(facts, question, { filter, upTo }),
    until: nextChange(facts, question),
  });
  if (upTo > MOST_REMEMBERED) return find(part.facts());
  const { page: _, limit: __, ...asked } = filter;
  const name = ['journeys', upTo, abandonedAfterMs, currency, JSON.stringify(asked)].join(' ');
  return part.recall({ name, asOf }, find);
}

function listed(
  facts: readonly JourneyFact[],
  question: Question,
  { filter, upTo }: { filter: JourneyFilter; upTo: number },
): ListedPart {
  const counts = { met: new Map<string, number>(), stopped: new Map<Step, number>() };
  const found: Listed[] = [];
  for (const fact of facts) {
    const { cart } = fact;
    const stops = cart ? stopsAsOf(cart, question.asOf, question.abandonedAfterMs) : [];
    const one = { fact, state: journeyState(cart, question), stops };
    countOnce(counts.stopped, stops, 'step');
    if (cart) countOnce(counts.met, cart.met, 'what');
    if (isWanted(one, filter, question.currency)) found.push(one);
  }
  return {
    begun: facts.length,
    found: found.length,
    first: found.sort(ORDERS[filter.order](question.currency)).slice(0, upTo),
    ...counts,
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
