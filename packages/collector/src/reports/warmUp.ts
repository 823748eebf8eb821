import { listSites, type Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import type { Log } from '../watch/log.ts';
import { ask } from './ask.ts';
import { reports } from './index.ts';

/** Fewer journeys are read within half a second by who asks first. */
const FEWEST_JOURNEYS = 10_000;

/** Sites that are got ready: what is remembered of them has its bounds. */
const MOST_SITES = 3;

const PERIOD = '30d';
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Reads right after a start what owners will ask for first, so that they need not wait for it: the reports of
 * the sites that moved last, as they are asked for when nothing else is said. Reports are read in slices
 * with pauses between, so what comes in is taken meanwhile.
 *
 * Left out are sites so small that nobody would have to wait, and those with more journeys than can be answered of.
 *
 * What they find out could lie in the database as well, but would have to be written whenever a journey moves,
 * by who has least time for it.
 *
 * @returns A function that stops it: the report under way finds its store closed.
 */
export function warmUp(
  store: Store,
  {
    log,
    now = Date.now,
    fewestJourneys = FEWEST_JOURNEYS,
    mostJourneys = Number.POSITIVE_INFINITY,
  }: { log: Log; now?: () => number; fewestJourneys?: number; mostJourneys?: number },
): () => void {
  if (!store.parts) return () => {};
  let isStopped = false;

  const run = async () => {
    const startedAt = performance.now();
    const sites = await sitesByMove(store, now());
    for (const site of sites) {
      if (isStopped) return;
      const asking = await ask({ period: PERIOD }, { site, store, now: now() });
      const journeys = await store.journeysBegun(site.id, asking.question);
      if (journeys < fewestJourneys || journeys > mostJourneys) continue;
      for (const report of reports()) {
        if (isStopped) return;
        if (report.name === 'live') continue;
        await report.read(await ask({ period: PERIOD }, { site, store, now: now() }));
      }
    }
    if (sites.length === 0) return;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    log('reports are ready', { level: 'debug', seconds });
  };
  run().catch((error) => {
    if (!isStopped) log(`can’t read reports ahead: ${error}`, { level: 'error' });
  });

  return () => {
    isStopped = true;
  };
}

/** The one that moved last comes first. */
async function sitesByMove(store: Store, now: number): Promise<Site[]> {
  const moved: { site: Site; at: number }[] = [];
  for (const site of await listSites(store)) {
    const [latest] = await store.latest(site.id, { from: now - 30 * DAY_MS, limit: 1 });
    if (latest) moved.push({ site, at: latest.lastAt });
  }
  return moved
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_SITES)
    .map(({ site }) => site);
}
