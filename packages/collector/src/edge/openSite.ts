import { Hono } from 'hono';
import { createCollector } from '../app.ts';
import { durableObjectStore } from '../store/durableObject.ts';
import { createLog } from '../watch/log.ts';
import { type ChoreDeps, doChores, nextChoreAt } from './chores.ts';
import { configure, targetsOf } from './configure.ts';
import { exportRoute } from './exportRoute.ts';
import { fullness } from './fullness.ts';
import type { EdgeEnv, ObjectState } from './platform.ts';
import { readSites } from './readSites.ts';
import { sendOnWorkers } from './sendOnWorkers.ts';
import { storageRoute } from './storageRoute.ts';

/** An isolate has 128 MB for everything. */
const MAX_FACT_CHARS = 2e6;
const MOST_JOURNEYS = 20_000;

export interface OpenSite {
  fetch(request: Request): Response | Promise<Response>;
  /** Does what is due, and sets the alarm for what comes next. */
  alarm(): Promise<void>;
}

/**
 * The whole collector, in the object of one site.
 *
 * @throws {TypeError} Naming what is wrong with the configuration.
 */
export async function openSite({ id, storage }: ObjectState, env: EdgeEnv): Promise<OpenSite> {
  const { CARTOGRAPH } = env;
  const site = readSites(env.CARTOGRAPH_SITES).find(
    (each) => CARTOGRAPH.idFromName(each.id).toString() === id.toString(),
  );
  if (!site) throw new TypeError('Expected CARTOGRAPH_SITES to have the site of this object');

  const store = durableObjectStore(storage, { maxFactChars: MAX_FACT_CHARS });
  const now = Date.now;
  const taken = () => fullness(storage.sql.databaseSize, env.CARTOGRAPH_STORAGE_GB);
  await configure(site, { store, env, now });

  const log = createLog({ write: (line) => console.log(line) });
  const collector = createCollector({
    store,
    // The Worker has them, closer to who asks.
    tracker: {},
    // Set by the platform, whatever the client sent.
    proxy: { addressHeader: 'CF-Connecting-IP' },
    mostJourneys: MOST_JOURNEYS,
    placeOf: (c) => c.env?.country,
    refold: async ({ id }) => {
      await store.refolding!.begin(id);
      await wakeForChores();
    },
    log,
  });
  const room = storageRoute({ store, now, fullness: taken });
  const app = new Hono()
    .route('/storage', room)
    .route('/sites/:site/storage', room)
    .route('/export', exportRoute({ store, now, site: site.id }))
    // Told beside the request: what other vendors' clients send goes on as another one.
    .all('*', (c) => {
      const { country } = placed(c.req.raw).cf ?? {};
      return collector.fetch(c.req.raw, { country, hasStorage: true });
    });

  const chores: ChoreDeps = {
    store,
    send: sendOnWorkers(targetsOf(env)),
    baseUrl: env.CARTOGRAPH_PUBLIC_URL ?? (site.host ? `https://${site.host}` : ''),
    everyMs: 1000 * Number(env.CARTOGRAPH_ROUND_SECONDS ?? 60),
    fullness: taken,
    log,
    now,
  };
  const wakeForChores = async () => {
    const [set, due] = [await storage.getAlarm(), await nextChoreAt(chores)];
    if (set === null || set > due) await storage.setAlarm(due);
  };
  await wakeForChores();

  return {
    fetch: (request) => app.fetch(request),
    alarm: async () => {
      await doChores(chores);
      await wakeForChores();
    },
  };
}

/** A request as the platform hands it on: https://developers.cloudflare.com/workers/runtime-apis/request/#incomingrequestcfproperties */
function placed(request: Request): { cf?: { country?: unknown } } {
  return request as object;
}
