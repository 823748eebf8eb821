import { toDecimal } from '@cartograph/journey';
import { satisfactionOf } from '../map/satisfaction.ts';
import { othersOf, type Purse, put } from '../money.ts';
import type { Question, StagesFact } from '../question.ts';
import { wilson } from '../wilson.ts';
import type { AfterOrders } from './retentionReport.ts';

/** What came of the orders placed in a period: reviews, shares, answers, money given back. */
export function afterOrders(
  journeys: readonly StagesFact[],
  { from, to, currency }: Question,
): AfterOrders {
  const ordered = journeys.filter(({ cart }) => {
    const at = cart?.order?.at;
    return at !== undefined && at >= from && at < to;
  });
  const staysAfter = ({ stages }: StagesFact) =>
    stages.filter(
      ({ stage }) => stage === 'order' || stage === 'retention' || stage === 'advocacy',
    );
  const did = (type: string) =>
    wilson(
      ordered.filter((fact) => staysAfter(fact).some((stay) => (stay.did[type] ?? 0) > 0)).length,
      ordered.length,
    );

  const purse: Purse = new Map();
  let refunded = 0;
  for (const { cart } of ordered) {
    const order = cart!.order!;
    if (order.refunded === 0) continue;
    refunded++;
    put(purse, order.currency, order.refunded);
  }
  return {
    orders: ordered.length,
    reviewed: did('review'),
    shared: did('share'),
    referred: did('referral'),
    surveyed: did('survey'),
    refunded: wilson(refunded, ordered.length),
    refunds: {
      value: { currency, amount: toDecimal(purse.get(currency) ?? 0, currency) },
      otherValues: othersOf(purse, currency),
    },
    satisfaction: satisfactionOf(
      ordered.flatMap((fact) => staysAfter(fact).flatMap(({ scores }) => scores)),
    ),
  };
}
