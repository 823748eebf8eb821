import { checksum } from '../../src/moving/checksum.ts';
import { findSite } from '../../src/sites/site.ts';
import type { Arrival, Store } from '../../src/store/store.ts';
import { NOW, SITE } from '../touchpoints.ts';

/** All that is kept of a site, in an order that is no store's own. */
export async function everythingOf(store: Store, id = SITE.id) {
  const arrivals: Arrival[] = [];
  for (let after: string | undefined; ; ) {
    const page = await store.arrivals(id, { after, limit: 500 });
    if (page.arrivals.length === 0) break;
    arrivals.push(...page.arrivals);
    after = page.place;
  }
  const site = (await findSite(store, id))!;
  const events = (await store.webhooks?.told(id, { after: '', limit: 1000 })) ?? [];
  return {
    site,
    arrivals: arrivals.map((each) => JSON.stringify(each)).sort(),
    counts: await store.counts(id),
    verdicts: await store.verdicts(id),
    quarantine: await store.quarantined(id, { limit: 1000 }),
    settings: [...(await store.list(`annotation:${id}:`)), ...(await store.list(`segment:${id}:`))],
    audit: (await store.auditLog({ site: id, limit: 1000 })).map(({ id: _, ...entry }) => entry),
    told: await Promise.all(
      events.map(async (event) => ({
        ...event,
        outcomes: await store.webhooks!.outcomes(id, event.id),
      })),
    ),
    reports: await checksum(store, site, { asOf: NOW }),
  };
}
