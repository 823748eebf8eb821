import type { DeliveryCount, LateArrival, StagesFact, TrailFact } from '@cartograph/report';
import { type FactRow, toFact } from '../journeyTexts.ts';
import type { Range, Store } from '../store.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { SQL } from './statements.ts';

type Reports = Pick<
  Store,
  | 'carts'
  | 'orders'
  | 'journeys'
  | 'stages'
  | 'trails'
  | 'firstCartAt'
  | 'latest'
  | 'counts'
  | 'deliveries'
  | 'late'
  | 'firstReceivedAt'
>;

/** More than there are. */
const ALL = 2 ** 32 - 1;

/** What reports read. */
export function reportTables(driver: ClickHouseDriver): Reports {
  const factsOf = async (statement: string, site: string, { from, to }: Range) =>
    (await driver.rows<FactRow>(statement, { site, from, to })).map(toFact);

  return {
    carts: (site, range) => factsOf(SQL.carts, site, range),
    orders: (site, range) => factsOf(SQL.orders, site, range),
    journeys: (site, range) => factsOf(SQL.journeys, site, range),
    stages: (site, range) => factsOf(SQL.stages, site, range) as Promise<StagesFact[]>,
    trails: (site, range) => factsOf(SQL.trails, site, range) as Promise<TrailFact[]>,

    async firstCartAt(site) {
      // Most of the earliest rows count: all are asked where none of these does.
      for (const limit of [1000, ALL]) {
        const [first] = await driver.rows<{ at: number | null }>(SQL.firstCart, { site, limit });
        if (first?.at) return first.at;
      }
      return undefined;
    },

    async latest(site, { from, limit }) {
      return (await driver.rows<FactRow>(SQL.latest, { site, from, limit })).map(toFact);
    },

    async counts(site) {
      const [counts] = await driver.rows<Awaited<ReturnType<Store['counts']>>>(SQL.counts, {
        site,
      });
      return counts!;
    },

    async deliveries(site, { from, to, settledBefore }) {
      return driver.rows<DeliveryCount>(SQL.deliveries, { site, from, to, settledBefore });
    },

    async late(site, { from, to, receivedFrom }) {
      const found = await driver.rows<Omit<LateArrival, 'at'> & { quarter: number }>(SQL.late, {
        ...{ site, from, to, receivedFrom },
      });
      return found.map(({ quarter, ...rest }) => ({ at: quarter, ...rest }));
    },

    async firstReceivedAt(site) {
      const [first] = await driver.rows<{ at: number; touchpoints: number }>(SQL.firstReceived, {
        site,
      });
      return first && first.touchpoints > 0 ? first.at : undefined;
    },
  };
}
