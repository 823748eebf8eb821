import { SCOPES } from '../security/access.ts';
import { hashSecret } from '../security/secret.ts';
import { foldsAlike } from '../sites/rulesOf.ts';
import { findSite, saveSite } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import { readTarget } from '../webhooks/target.ts';
import { targetsFrom } from '../webhooks/targetsFrom.ts';
import { EVENT_TYPES } from '../webhooks/webhook.ts';
import type { EdgeEnv } from './platform.ts';
import type { SiteEntry } from './readSites.ts';

const WEBHOOK_ID = 'wh_edge';

interface ConfigureDeps {
  store: Store;
  env: Omit<EdgeEnv, 'CARTOGRAPH'>;
  now: () => number;
}

/**
 * Brings what is stored into line with how the Worker is configured: there is no command line that
 * reaches into an object. Only what changed there since the last time is changed here, so what was set
 * on the pages stays.
 *
 * @throws {TypeError} Naming what is wrong with the configuration.
 */
export async function configure(
  { host: _, webhook, ...site }: SiteEntry,
  deps: ConfigureDeps,
): Promise<void> {
  await keepSite(site, deps);
  await keepTokens(deps);
  await keepWebhook(site.id, webhook, deps);
}

async function keepSite(site: SiteEntry, { store, now }: ConfigureDeps): Promise<void> {
  const wanted = JSON.stringify(site);
  if ((await store.get('edge:site')) === wanted) return;
  const known = await findSite(store, site.id);
  const saved = await saveSite(store, { ...known, ...site });
  // Journeys were folded with the old settings.
  if (known && !foldsAlike(known, saved)) {
    await (store.refolding ? store.refolding.begin(saved.id) : store.rebuild(saved));
  }
  const action = known ? 'site.change' : 'site.add';
  await store.audit({ at: now(), actor: 'configuration', action, site: site.id });
  await store.put('edge:site', wanted);
}

/** A token that is no longer configured opens nothing, and neither does a session. */
async function keepTokens({ store, env }: ConfigureDeps): Promise<void> {
  for (const scope of SCOPES) {
    const name = `CARTOGRAPH_${scope.toUpperCase() as Uppercase<typeof scope>}_TOKEN` as const;
    const secret = env[name];
    if (secret && !/^ctk_[\w-]{32,}$/.test(secret)) {
      throw new TypeError(`Expected ${name} to be ctk_ and 32 or more letters and digits`);
    }
    const key = `edge:token:${scope}`;
    const former = await store.get<string>(key);
    const hash = secret ? await hashSecret(secret) : undefined;
    if (hash === former) continue;
    if (former) {
      await store.remove(`token:${former}`);
      for (const session of await store.list('session:')) await store.remove(session.key);
      await store.remove(key);
    }
    if (hash) {
      await store.put(`token:${hash}`, { scope });
      await store.put(key, hash);
    }
  }
}

async function keepWebhook(
  site: string,
  url: string | undefined,
  { store: { webhooks }, env, now }: ConfigureDeps,
): Promise<void> {
  const known = (await webhooks!.list(site)).find(({ id }) => id === WEBHOOK_ID);
  if (url === undefined) {
    if (known) await webhooks!.remove(site, WEBHOOK_ID);
    return;
  }
  const secret = env.CARTOGRAPH_WEBHOOK_SECRET;
  if (!secret) throw new TypeError('Expected CARTOGRAPH_WEBHOOK_SECRET to be set for a webhook');
  const { href } = readTarget(url, targetsOf(env)).url;
  if (known?.url === href && known.secret === secret) return;
  const createdAt = known?.createdAt ?? now();
  await webhooks!.save({ site, id: WEBHOOK_ID, url: href, events: EVENT_TYPES, createdAt, secret });
}

export function targetsOf({
  CARTOGRAPH_WEBHOOK_HOSTS,
  CARTOGRAPH_WEBHOOK_PORTS,
}: ConfigureDeps['env']) {
  return targetsFrom({ CARTOGRAPH_WEBHOOK_HOSTS, CARTOGRAPH_WEBHOOK_PORTS });
}
