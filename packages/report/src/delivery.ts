import { bucketsOf, type Period } from './period.ts';

/** What one browser delivered of the page loads that began in one quarter of an hour. */
export interface DeliveryCount {
  /** Name and major version: `Chrome 126`. */
  browser: string;
  /** Start of the quarter, in epoch milliseconds. */
  at: number;
  pageLoads: number;
  /** Touchpoints that arrived. */
  delivered: number;
  /** Of them, those that arrived more than a minute after they happened. */
  late: number;
  /** Copies of what was there already: skipped, and counted nowhere else. */
  doubled: number;
  /** Gaps in the count of page loads that were last heard of a week ago or more. */
  lost: number;
  /** Gaps in younger ones: may still arrive. */
  awaited: number;
}

export type DeliverySums = Omit<DeliveryCount, 'browser' | 'at'>;

export interface DeliveryReport {
  unit: 'touchpoints';
  /** ISO 8601, UTC. */
  from: string;
  to: string;
  asOf: string;
  total: DeliverySums;
  /** Those with most page loads first. */
  browsers: readonly (DeliverySums & { browser: string })[];
  /** `YYYY-MM-DD` in the site's time zone; days without a page load are left out. */
  days: readonly (DeliverySums & { day: string })[];
}

const NOTHING: DeliverySums = {
  pageLoads: 0,
  delivered: 0,
  late: 0,
  doubled: 0,
  lost: 0,
  awaited: 0,
};

/** What of the touchpoints that trackers numbered has arrived, by browser and by day. */
export function delivery(
  counts: readonly DeliveryCount[],
  { from, to, asOf, timeZone }: Period & { asOf: number; timeZone: string },
): DeliveryReport {
  const days = bucketsOf({ from, to: Math.min(to, Math.max(from, asOf) + 1), timeZone }, 'day');
  const dayOf = (at: number) => days.findLast((day) => day.from <= at)?.day ?? days[0]?.day ?? '';
  const iso = (at: number) => new Date(at).toISOString();
  return {
    unit: 'touchpoints',
    from: iso(from),
    to: iso(to),
    asOf: iso(asOf),
    total: counts.reduce(plus, NOTHING),
    browsers: [...sumsBy(counts, ({ browser }) => browser)]
      .map(([browser, sums]) => ({ browser, ...sums }))
      .sort((a, b) => b.pageLoads - a.pageLoads || (a.browser < b.browser ? -1 : 1)),
    days: [...sumsBy(counts, ({ at }) => dayOf(at))]
      .map(([day, sums]) => ({ day, ...sums }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

function sumsBy(
  counts: readonly DeliveryCount[],
  keyOf: (count: DeliveryCount) => string,
): Map<string, DeliverySums> {
  const sums = new Map<string, DeliverySums>();
  for (const count of counts) {
    const key = keyOf(count);
    sums.set(key, plus(sums.get(key) ?? NOTHING, count));
  }
  return sums;
}

function plus(a: DeliverySums, b: DeliverySums): DeliverySums {
  return {
    pageLoads: a.pageLoads + b.pageLoads,
    delivered: a.delivered + b.delivered,
    late: a.late + b.late,
    doubled: a.doubled + b.doubled,
    lost: a.lost + b.lost,
    awaited: a.awaited + b.awaited,
  };
}
