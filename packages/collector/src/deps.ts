import type { Context } from 'hono';
import type { Limits } from './limits/limits.ts';
import type { Hub } from './live/hub.ts';
import type { Store } from './store/store.ts';
import type { Metrics } from './watch/metrics.ts';

/** What the routes are made of. */
export interface CollectorDeps {
  store: Store;
  now: () => number;
  log: (line: string) => void;
  hub: Hub;
  metrics: Metrics;
  limits: Limits;
  /** Where a request comes from. Used for limits and for ids of a day, and kept nowhere. */
  addressOf: (c: Context) => string | undefined;
}
