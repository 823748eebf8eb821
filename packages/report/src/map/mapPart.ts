import { cartState, STAGES, type Stage } from '@cartograph/journey';
import { isLeft, nextChange } from '../countedCarts.ts';
import { type Purse, put } from '../money.ts';
import type { Part } from '../part.ts';
import type { Question, StagesFact } from '../question.ts';
import { type Ordered, orderedOf } from './afterOrder.ts';
import { kindsOf } from './friction.ts';
import { PAINS, painsMet } from './painsMet.ts';
import type { Score } from './satisfaction.ts';
import { type Tally, tally } from './tally.ts';

/** What the map says of the journeys begun in a part of the period. */
export interface MapPart {
  journeys: number;
  stages: Readonly<Record<Stage, StagePart>>;
  /** Those that came to an order, or as far as that. */
  ordered: readonly Ordered[];
  orders: {
    placed: number;
    /** Number and sum by currency. */
    counts: Purse;
    amounts: Purse;
    refunded: number;
    refunds: Purse;
  };
}

/** Of one stage. */
export interface StagePart {
  /** Journeys that got here and no further. */
  ended: number;
  /** Of them, those that still may. */
  underWay: number;
  /** Journeys that were seen here. */
  stays: number;
  /** How long each was here, in seconds. */
  seconds: Float64Array;
  touchpoints: Tally;
  channels: Tally;
  pains: Tally;
  /** How many kinds of friction each met that was on its pages. */
  kindsMet: Uint8Array;
  scores: readonly Score[];
  /** Carts left behind by those that got no further, by currency. */
  left: { carts: number; value: Purse };
}

/** Told of an order, often by a mail or a server: it doesn't show how the pages felt. */
const SAID_LATER: ReadonlySet<string> = new Set(['refund', 'survey', 'share', 'review']);

const ORDER = STAGES.indexOf('order');

/** @param part Journeys that all began in the period. */
export function mapPart(part: Part<StagesFact>, question: Question): MapPart {
  const { asOf, abandonedAfterMs } = question;
  return part.recall({ name: `map ${abandonedAfterMs}`, asOf }, (facts) => {
    const counted = facts.filter(({ startedAt }) => startedAt <= asOf);
    return { ...partOfMap(counted, question), until: nextMove(facts, question) };
  });
}

function partOfMap(counted: readonly StagesFact[], question: Question): MapPart {
  const stages = STAGES.map((stage) => [stage, stagePart(stage, counted, question)] as const);
  const orders = {
    placed: 0,
    counts: new Map(),
    amounts: new Map(),
    refunded: 0,
    refunds: new Map(),
  } satisfies MapPart['orders'];
  for (const { cart } of counted) {
    if (!cart?.order) continue;
    const { currency, amount, refunded } = cart.order;
    orders.placed++;
    put(orders.counts, currency, 1);
    put(orders.amounts, currency, amount);
    if (refunded === 0) continue;
    orders.refunded++;
    put(orders.refunds, currency, refunded);
  }
  return {
    journeys: counted.length,
    stages: Object.fromEntries(stages) as MapPart['stages'],
    ordered: counted.flatMap(orderedOf),
    orders,
  };
}

function stagePart(stage: Stage, counted: readonly StagesFact[], question: Question): StagePart {
  const { asOf, abandonedAfterMs } = question;
  const place = STAGES.indexOf(stage);
  const [touchpoints, channels, pains] = [tally(), tally(), tally()];
  const seconds: number[] = [];
  const kindsMet: number[] = [];
  const scores: Score[] = [];
  const left = { carts: 0, value: new Map() as Purse };
  let [ended, underWay] = [0, 0];

  for (const fact of counted) {
    const { cart } = fact;
    if (fact.stage === stage) {
      ended++;
      if (place < ORDER && asOf - fact.lastAt < abandonedAfterMs) underWay++;
      if (cart && isLeft({ state: cartState(cart, asOf, abandonedAfterMs) })) {
        left.carts++;
        put(left.value, cart.currency, cart.amount);
      }
    }
    const isHere = stage === 'retention' ? cart?.order : STAGES.indexOf(fact.stage) >= place;
    const stay = isHere ? fact.stages.find((each) => each.stage === stage) : undefined;
    if (!stay) continue;

    seconds.push(stay.activeMs / 1000);
    scores.push(...stay.scores);
    for (const channel of stay.channels) channels.add(channel, 1);
    const types = Object.keys(stay.did);
    for (const type of types) {
      if (!PAINS.has(type) && type !== 'web_vital') touchpoints.add(type, stay.did[type]!);
    }
    const met = painsMet(fact, stage);
    for (const [what, times] of met) pains.add(what, times);
    if (types.some((type) => !SAID_LATER.has(type))) kindsMet.push(kindsOf(met.keys()));
  }
  return {
    ...{ ended, underWay, stays: seconds.length, left },
    ...{ touchpoints, channels, pains, scores },
    seconds: Float64Array.from(seconds),
    kindsMet: Uint8Array.from(kindsMet),
  };
}

/** When the next of these journeys is no longer under way, or has a cart that is left behind by then. */
function nextMove(begun: readonly StagesFact[], question: Question): number {
  const { asOf, abandonedAfterMs } = question;
  let next = nextChange(begun, question);
  for (const { startedAt, lastAt } of begun) {
    for (const at of [startedAt, lastAt + abandonedAfterMs]) {
      if (at > asOf && at < next) next = at;
    }
  }
  return next;
}
