import { STAGES, type Stage } from '@cartograph/journey';
import type { Cause } from '../causes/causesReport.ts';
import { prepareCauses, rememberedCauses } from '../causes/rememberedCauses.ts';
import { factsOf, partsIn, partsOf } from '../facts.ts';
import { medianOf } from '../median.ts';
import { type Part, unplaced } from '../part.ts';
import type { JourneyFact, Question, StagesFact } from '../question.ts';
import { wilson } from '../wilson.ts';
import { type AfterOrder, afterOrders, begunIn, type Ordered } from './afterOrder.ts';
import { frictionOf } from './friction.ts';
import { type MapPart, mapPart, type StagePart } from './mapPart.ts';
import type { MapReport, Onward, Opportunity, StageCause, StageReport } from './mapReport.ts';
import { leftOf, onePointOf, refundedOf } from './opportunity.ts';
import { satisfactionOf } from './satisfaction.ts';
import { tally } from './tally.ts';

/**
 * Draws the map of the journeys begun in a period.
 *
 * @param known All journeys begun from the period's start to `asOf`, in any segment: who of these came back.
 */
export function journeyMap(
  journeys: Iterable<StagesFact>,
  question: Question,
  known: Iterable<JourneyFact> = journeys,
): MapReport {
  const { abandonedAfterMs } = question;
  const begun = partsIn(journeys, question).map((part) => begunWithin(part, question));
  const parts = begun.map((part) => mapPart(part, question));
  const ordered = parts.flatMap((part) => part.ordered);
  const after = afterOrders(ordered, known);

  // Their carts, also those that were created after the period's end.
  const { ranked } = rememberedCauses(factsOf(begun.map(unplaced)), { ...question, ...ANY_TIME });
  const came = ordered.map((each, place) => ({ ...each, after: after[place] }));
  const context = { parts, came, question, ranked };
  const stages = STAGES.map((stage) => stageReport(stage, context));
  const order = stages[ORDER]!.reached;
  const underWay = stages.slice(0, ORDER).reduce((sum, stage) => sum + stage.underWay, 0);
  const all = parts.reduce((sum, part) => sum + part.journeys, 0);
  return {
    unit: 'journeys',
    abandonedAfterMinutes: abandonedAfterMs / 60_000,
    journeys: all,
    orders: order,
    orderRate: wilson(order, all - underWay),
    left: leftOf(
      parts.flatMap((part) => Object.values(part.stages).map(({ left }) => left)),
      question,
    ),
    stages,
  };
}

/** Finds out about each part what the map is drawn from: some of the journeys that it will be about. */
export function prepareMap(journeys: Iterable<StagesFact>, question: Question): void {
  for (const part of partsIn(journeys, question)) {
    const begun = begunWithin(part, question);
    mapPart(begun, question);
    prepareCauses(factsOf([unplaced(begun)]), { ...question, ...ANY_TIME });
  }
  for (const part of partsOf(journeys)) begunIn(part);
}

/** Those of a part that began in the period. */
function begunWithin(part: Part<StagesFact>, { from, to }: Question): Part<StagesFact> {
  if (part.from >= from && part.to <= to) return part;
  const keep = ({ startedAt }: StagesFact) => startedAt >= from && startedAt < to;
  const ends = { from: Math.max(from, part.from), to: Math.min(to, part.to) };
  return part.cut(`begun ${ends.from} ${ends.to}`, { keep, ...ends });
}

const ANY_TIME = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

interface Context {
  parts: readonly MapPart[];
  /** Those that came to an order, with what became of them. */
  came: readonly (Ordered & { after: AfterOrder | undefined })[];
  question: Question;
  ranked: readonly Cause[];
}

const ORDER = STAGES.indexOf('order');

function stageReport(stage: Stage, context: Context): StageReport {
  const stays = context.parts.map(({ stages }) => stages[stage]);
  const sumOf = (key: 'stays' | 'underWay') => stays.reduce((sum, part) => sum + part[key], 0);
  const reached = reachedBy(stage, context);
  const underWay = sumOf('underWay');
  const isBefore = STAGES.indexOf(stage) <= ORDER;
  return {
    stage,
    reached,
    passedBy: isBefore ? reached - sumOf('stays') : 0,
    underWay,
    onward: onwardFrom(stage, { reached, underWay }, context),
    medianSeconds: medianOf(
      isBefore ? stays.map(({ seconds }) => seconds) : [secondsAfterOrder(stage, context)],
    ),
    channels: ranked(stays, 'channels').map(({ what, journeys }) => ({ name: what, journeys })),
    touchpoints: ranked(stays, 'touchpoints'),
    friction: frictionOf(together(stays.map(({ kindsMet }) => kindsMet))),
    satisfaction: satisfactionOf(stays.flatMap(({ scores }) => scores)),
    pains: ranked(stays, 'pains'),
    causes: causesAt(stage, context),
    opportunity: opportunityAt(stage, reached, context),
  };
}

function ranked(stays: readonly StagePart[], of: 'channels' | 'touchpoints' | 'pains') {
  const all = tally();
  for (const part of stays) all.addAll(part[of]);
  return all.ranked();
}

function together(lists: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(lists.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const list of lists) {
    all.set(list, place);
    place += list.length;
  }
  return all;
}

function reachedBy(stage: Stage, { parts, came }: Context): number {
  if (stage === 'retention') return came.filter(({ after }) => after?.backAt !== undefined).length;
  const here = STAGES.slice(STAGES.indexOf(stage));
  return parts.reduce(
    (sum, { stages }) => here.reduce((part, each) => part + stages[each].ended, sum),
    0,
  );
}

function onwardFrom(
  stage: Stage,
  { reached, underWay }: { reached: number; underWay: number },
  context: Context,
): Onward | null {
  const next = STAGES[STAGES.indexOf(stage) + 1];
  if (next === undefined) return null;
  const [to, journeys] = wentOn(stage, next, context);
  return { to, journeys, rate: wilson(journeys, reached - underWay) };
}

function wentOn(
  stage: Stage,
  next: Stage,
  context: Context,
): readonly [to: Onward['to'], journeys: number] {
  const { came } = context;
  if (stage === 'order') {
    const back = came.filter(
      ({ stage: last, after }) =>
        STAGES.indexOf(last) >= ORDER && (last === 'advocacy' || !!after?.backAt),
    );
    return ['back', back.length];
  }
  if (stage === 'retention') {
    const again = came.filter(({ after }) => after?.backAt !== undefined && after.orderedAgain);
    return ['again', again.length];
  }
  return [next, reachedBy(next, context)];
}

function secondsAfterOrder(stage: Stage, { came }: Context): number[] {
  return came.flatMap(({ stage: last, orderedAt, advocacyAt, after }) => {
    const at = stage === 'retention' ? after?.backAt : last === 'advocacy' ? advocacyAt : undefined;
    return orderedAt !== undefined && at !== undefined ? [Math.max(0, at - orderedAt) / 1000] : [];
  });
}

function opportunityAt(stage: Stage, reached: number, context: Context): Opportunity {
  const { parts, question } = context;
  const orders = parts.map((part) => part.orders);
  if (stage === 'retention') return { refunded: refundedOf(orders, question) };
  const next = STAGES[STAGES.indexOf(stage) + 1];
  if (next === undefined || STAGES.indexOf(stage) >= ORDER) return {};

  const onePoint = onePointOf({ reached, wentOn: reachedBy(next, context), orders }, question);
  const left = leftOf(
    parts.map(({ stages }) => stages[stage].left),
    question,
  );
  return {
    ...((stage === 'cart' || stage === 'checkout') && { left }),
    ...(onePoint && { onePoint }),
  };
}

const CAUSES_SHOWN = 3;

function causesAt(stage: Stage, { ranked }: Context): StageCause[] {
  return ranked
    .filter(({ step }) => stage === (step === 'cart' ? 'cart' : 'checkout'))
    .slice(0, CAUSES_SHOWN)
    .map(({ what, step, exposed, adjusted, q, valueAtStake, otherValuesAtStake }) => {
      return { what, step, exposed, adjusted, q, valueAtStake, otherValuesAtStake };
    });
}
