import type { DeliveryCount, LateArrival } from '@cartograph/report';
import { type FactRow, toFact } from '../journeyTexts.ts';
import type { FactsBy, Range, Store } from '../store.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { factParts } from './factParts.ts';
import { SQL } from './statements.ts';

type Reports = Pick<
  Store,
  | 'carts'
  | 'orders'
  | 'journeys'
  | 'stages'
  | 'trails'
  | 'parts'
  | 'firstCartAt'
  | 'latest'
  | 'journeysBegun'
  | 'counts'
  | 'deliveries'
  | 'late'
  | 'firstReceivedAt'
>;

/** More than there are. */
const ALL = 2 ** 32 - 1;

/** What reports read. */
export function reportTables(driver: ClickHouseDriver): Reports {
  const parts = factParts(driver);
  const factsOf =
    <By extends keyof FactsBy>(by: By) =>
    async (site: string, range: Range): Promise<FactsBy[By][]> =>
      (await parts(by, site, range)).flatMap((part) => part.facts());

  return {
    carts: factsOf('carts'),
    orders: factsOf('orders'),
    journeys: factsOf('journeys'),
    stages: factsOf('stages'),
    trails: factsOf('trails'),
    parts,

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

    async journeysBegun(site, { from, to }) {
      const [row] = await driver.rows<{ journeys: number }>(SQL.journeysBegun, { site, from, to });
      return row!.journeys;
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
