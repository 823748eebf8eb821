import type { Context } from 'hono';
import type { Limits } from './limits/limits.ts';
import type { Hub } from './live/hub.ts';
import type { Site } from './sites/site.ts';
import type { Store } from './store/store.ts';
import type { Log } from './watch/log.ts';
import type { Metrics } from './watch/metrics.ts';
import type { Receiving } from './watch/receiving.ts';

/** What the routes are made of. */
export interface CollectorDeps {
  store: Store;
  /** Has a site folded again whose settings count otherwise now. */
  refold: (site: Site) => Promise<void>;
  /** Of the period that a report is about: what there is memory for. */
  mostJourneys: number;
  now: () => number;
  log: Log;
  hub: Hub;
  metrics: Metrics;
  /** When each site was last heard of. */
  receiving: Receiving;
  limits: Limits;
  /** Where a request comes from. Used for limits and for ids of a day, and kept nowhere. */
  addressOf: (c: Context) => string | undefined;
  /** The country that a request comes from, ISO 3166-1 alpha-2, as the platform or the proxy knows it. */
  countryOf: (c: Context) => string | undefined;
}
