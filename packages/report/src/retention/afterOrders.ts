import { toDecimal } from '@cartograph/journey';
import { partsOf } from '../facts.ts';
import { type Score, satisfactionOf } from '../map/satisfaction.ts';
import { othersOf, type Purse, put } from '../money.ts';
import type { Part } from '../part.ts';
import type { Question, StagesFact } from '../question.ts';
import { wilson } from '../wilson.ts';
import type { AfterOrders } from './retentionReport.ts';

/** What came of the orders placed in a period: reviews, shares, answers, money given back. */
export function afterOrders(
  journeys: Iterable<StagesFact>,
  { from, to, currency }: Question,
): AfterOrders {
  const parts = partsOf(journeys).map((part) => afterIn(part, { from, to }));
  const sumOf = (key: Counted) => parts.reduce((sum, { counts }) => sum + counts[key], 0);
  const orders = sumOf('orders');
  const share = (key: Counted) => wilson(sumOf(key), orders);
  const purse: Purse = new Map();
  for (const { refunds } of parts) for (const [code, minor] of refunds) put(purse, code, minor);
  return {
    orders,
    reviewed: share('review'),
    shared: share('share'),
    referred: share('referral'),
    surveyed: share('survey'),
    refunded: share('refunded'),
    refunds: {
      value: { currency, amount: toDecimal(purse.get(currency) ?? 0, currency) },
      otherValues: othersOf(purse, currency),
    },
    satisfaction: satisfactionOf(parts.flatMap(({ scores }) => scores)),
  };
}

/** Types of touchpoints that are looked for. */
const SAID = ['review', 'share', 'referral', 'survey'] as const;

type Counted = (typeof SAID)[number] | 'orders' | 'refunded';

/** The same of the journeys of a part. */
function afterIn(part: Part<StagesFact>, { from, to }: Pick<Question, 'from' | 'to'>) {
  return part.recall({ name: `after orders ${from} ${to}`, asOf: 0 }, (facts) => {
    const counts = { orders: 0, refunded: 0, review: 0, share: 0, referral: 0, survey: 0 };
    const refunds: Purse = new Map();
    const scores: Score[] = [];
    for (const { cart, stages } of facts) {
      const order = cart?.order;
      if (!order || order.at < from || order.at >= to) continue;
      counts.orders++;
      const stays = stages.filter(({ stage }) => AFTER.has(stage));
      for (const type of SAID) if (stays.some(({ did }) => (did[type] ?? 0) > 0)) counts[type]++;
      for (const stay of stays) scores.push(...stay.scores);
      if (order.refunded === 0) continue;
      counts.refunded++;
      put(refunds, order.currency, order.refunded);
    }
    return { counts, refunds, scores, until: Number.POSITIVE_INFINITY };
  });
}

const AFTER: ReadonlySet<string> = new Set(['order', 'retention', 'advocacy']);
