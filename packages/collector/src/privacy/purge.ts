import { listSites } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Removes what is older than its site keeps. A few thousand touchpoints at a time, with room for
 * others in between. Resolves to how many were removed.
 */
export async function purge(store: Store, now: number): Promise<number> {
  let removed = 0;
  for (const site of await listSites(store)) {
    if (site.retentionDays === undefined) continue;
    const before = now - site.retentionDays * DAY_MS;
    let ofSite = 0;
    for (let after: number | undefined = 0; after !== undefined; ) {
      const done: Awaited<ReturnType<Store['purge']>> = await store.purge(site, { before, after });
      ofSite += done.removed;
      after = done.next;
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (ofSite > 0) {
      const detail = { touchpoints: ofSite, days: site.retentionDays };
      await store.audit({
        at: now,
        actor: 'collector',
        action: 'retention.purge',
        site: site.id,
        detail,
      });
    }
    removed += ofSite;
  }
  return removed;
}
