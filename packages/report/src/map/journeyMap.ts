import { STAGES, type Stage } from '@cartograph/journey';
import { causes } from '../causes/causes.ts';
import type { Cause } from '../causes/causesReport.ts';
import { median } from '../median.ts';
import type { JourneyFact, Question, StagesFact } from '../question.ts';
import { wilson } from '../wilson.ts';
import { type AfterOrder, afterOrders } from './afterOrder.ts';
import { frictionOf, kindsOf } from './friction.ts';
import type { MapReport, Onward, Opportunity, StageCause, StageReport } from './mapReport.ts';
import { leftAt, onePointOf, refundedOf } from './opportunity.ts';
import { PAINS, painsMet } from './painsMet.ts';
import { satisfactionOf } from './satisfaction.ts';
import { tally } from './tally.ts';

/**
 * Draws the map of the journeys begun in a period.
 *
 * @param known All journeys begun from the period's start to `asOf`, in any segment: who of these came back.
 */
export function journeyMap(
  journeys: readonly StagesFact[],
  question: Question,
  known: readonly JourneyFact[] = journeys,
): MapReport {
  const { from, to, asOf, abandonedAfterMs } = question;
  const counted = journeys.filter(
    ({ startedAt }) => startedAt >= from && startedAt < to && startedAt <= asOf,
  );
  const after = afterOrders(counted, known);

  // Their carts, also those that were created after the period's end.
  const { ranked } = causes(counted, { ...question, to: Math.max(to, asOf + 1) });
  const context = { counted, after, question, ranked };
  const stages = STAGES.map((stage) => stageReport(stage, context));
  const order = stages[ORDER]!.reached;
  const underWay = stages.slice(0, ORDER).reduce((sum, stage) => sum + stage.underWay, 0);
  return {
    unit: 'journeys',
    abandonedAfterMinutes: abandonedAfterMs / 60_000,
    journeys: counted.length,
    orders: order,
    orderRate: wilson(order, counted.length - underWay),
    left: leftAt(counted, question),
    stages,
  };
}

interface Context {
  counted: readonly StagesFact[];
  after: ReadonlyMap<string, AfterOrder>;
  question: Question;
  ranked: readonly Cause[];
}

const ORDER = STAGES.indexOf('order');

function stageReport(stage: Stage, context: Context): StageReport {
  const { counted, after, question } = context;
  const here = reachedBy(stage, context);
  const stays = here.flatMap((fact) => {
    const stay = fact.stages.find((each) => each.stage === stage);
    return stay ? [{ fact, stay }] : [];
  });
  const underWay = counted.filter((fact) => isUnderWay(fact, question) && fact.stage === stage);
  const touchpoints = tally();
  const channels = tally();
  const pains = tally();
  const kindsMet: number[] = [];
  for (const { fact, stay } of stays) {
    for (const name of stay.channels) channels.add(name, 1);
    for (const [type, times] of Object.entries(stay.did)) {
      if (!PAINS.has(type) && type !== 'web_vital') touchpoints.add(type, times);
    }
    const met = painsMet(fact, stage);
    for (const [what, times] of met) pains.add(what, times);
    if (Object.keys(stay.did).some((type) => !SAID_LATER.has(type))) {
      kindsMet.push(kindsOf(met.keys()));
    }
  }
  return {
    stage,
    reached: here.length,
    passedBy: STAGES.indexOf(stage) <= ORDER ? here.length - stays.length : 0,
    underWay: underWay.length,
    onward: onwardFrom(stage, { here, underWay: underWay.length }, context),
    medianSeconds: median(
      STAGES.indexOf(stage) <= ORDER
        ? stays.map(({ stay }) => stay.activeMs / 1000)
        : here.flatMap((fact) => secondsAfterOrder(fact, stage, after)),
    ),
    channels: channels.ranked().map(({ what, journeys }) => ({ name: what, journeys })),
    touchpoints: touchpoints.ranked(),
    friction: frictionOf(kindsMet),
    satisfaction: satisfactionOf(stays.flatMap(({ stay }) => stay.scores)),
    pains: pains.ranked(),
    causes: causesAt(stage, context),
    opportunity: opportunityAt(stage, here, context),
  };
}

/** Told of an order, often by a mail or a server: it doesn't show how the pages felt. */
const SAID_LATER: ReadonlySet<string> = new Set(['refund', 'survey', 'share', 'review']);

function reachedBy(stage: Stage, { counted, after }: Context): StagesFact[] {
  const place = STAGES.indexOf(stage);
  return counted.filter((fact) => {
    if (stage === 'retention') return after.get(fact.id)?.backAt !== undefined;
    return STAGES.indexOf(fact.stage) >= place;
  });
}

function isUnderWay({ stage, lastAt }: StagesFact, { asOf, abandonedAfterMs }: Question): boolean {
  return STAGES.indexOf(stage) < ORDER && asOf - lastAt < abandonedAfterMs;
}

function onwardFrom(
  stage: Stage,
  { here, underWay }: { here: readonly StagesFact[]; underWay: number },
  { after }: Context,
): Onward | null {
  const next = STAGES[STAGES.indexOf(stage) + 1];
  if (next === undefined) return null;
  const [to, goesOn]: [Onward['to'], (fact: StagesFact) => boolean] =
    stage === 'order'
      ? ['back', ({ id, stage: last }) => last === 'advocacy' || !!after.get(id)?.backAt]
      : stage === 'retention'
        ? ['again', ({ id }) => after.get(id)?.orderedAgain === true]
        : [next, ({ stage: last }) => STAGES.indexOf(last) >= STAGES.indexOf(next)];
  const journeys = here.filter(goesOn).length;
  return { to, journeys, rate: wilson(journeys, here.length - underWay) };
}

function secondsAfterOrder(
  { id, cart, stages }: StagesFact,
  stage: Stage,
  after: ReadonlyMap<string, AfterOrder>,
): number[] {
  const at =
    stage === 'retention' ? after.get(id)?.backAt : stages.find((stay) => stay.stage === stage)?.at;
  const order = cart?.order;
  return order && at !== undefined ? [Math.max(0, at - order.at) / 1000] : [];
}

function opportunityAt(stage: Stage, here: readonly StagesFact[], context: Context): Opportunity {
  const { counted, question } = context;
  if (stage === 'retention') return { refunded: refundedOf(counted, question) };
  const next = STAGES[STAGES.indexOf(stage) + 1];
  if (next === undefined || STAGES.indexOf(stage) >= ORDER) return {};

  const wentOn = reachedBy(next, context).length;
  const onePoint = onePointOf({ reached: here.length, wentOn, journeys: counted }, question);
  const stayed = here.filter((fact) => fact.stage === stage);
  return {
    ...((stage === 'cart' || stage === 'checkout') && { left: leftAt(stayed, question) }),
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
