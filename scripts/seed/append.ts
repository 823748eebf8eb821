import { agentReader } from '../../packages/collector/src/ingest/agent.ts';
import type { Site } from '../../packages/collector/src/sites/site.ts';
import type { Store } from '../../packages/collector/src/store/store.ts';
import { type HistoryOptions, history } from './history.ts';

/** Commits of so many batches: a few thousand touchpoints each. */
const BATCHES_A_COMMIT = 500;

/** Fills a store in this process with what `seed` sends to a collector, as if each had arrived at once. */
export async function append(
  store: Store,
  site: Site,
  {
    batchesACommit = BATCHES_A_COMMIT,
    ...options
  }: Partial<HistoryOptions> & Pick<HistoryOptions, 'now'> & { batchesACommit?: number },
): Promise<void> {
  const agentOf = agentReader();
  const batches = history({
    seed: 1,
    days: 56,
    persons: 6000,
    origin: 'https://shop.example',
    ...options,
  });
  const writes = batches.map(({ visitor, user, userAgent, country, touchpoints }) => {
    const { device, browser } = agentOf(userAgent);
    const who = { visitor, ...(user && { user }), ...(device && { device }), browser, country };
    return {
      site,
      touchpoints: touchpoints.map((told) => ({ ...told, ...who, receivedAt: told.at })),
    };
  });
  for (let at = 0; at < writes.length; at += batchesACommit) {
    await store.append(writes.slice(at, at + batchesACommit));
  }
}
