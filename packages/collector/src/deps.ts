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
}
