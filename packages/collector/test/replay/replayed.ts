import { createCollector } from '../../src/app.ts';
import { hashSecret } from '../../src/security/secret.ts';
import { type Site, saveSite } from '../../src/sites/site.ts';
import type { Store } from '../../src/store/store.ts';
import type { Recorded } from './recording.ts';

export const TOKEN = 'ctk_of-the-replay-0123456789-0123456789';

export const REPLAYED_SITE: Site = {
  id: 'shop',
  name: 'Shop',
  origins: ['https://shop.example'],
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  abandonedAfterMs: 60 * 60 * 1000,
};

/** A collector whose clock is what it is told. */
export interface Replayed {
  /** Takes requests in their order, those of one moment at once. Resolves to the answers. */
  replay(recorded: readonly Recorded[]): Promise<{ status: number; body: string }[]>;
}

/** What answers on any runtime: the same app, the same site, whatever the store. */
export async function replayedIn(store: Store): Promise<Replayed> {
  await saveSite(store, REPLAYED_SITE);
  await store.put(`token:${await hashSecret(TOKEN)}`, { scope: 'admin' });
  let now = 0;
  const plenty = 1e9;
  const app = createCollector({
    store,
    tracker: {},
    now: () => now,
    limits: { addressPerSecond: plenty, sitePerSecond: plenty, siteBurst: plenty },
  });
  const ask = async ({ path, headers, body }: Recorded) => {
    const method = body === '' ? 'GET' : 'POST';
    const init = { method, headers, ...(body !== '' && { body }) };
    const response = await app.request(`http://carts.example${path}`, init);
    return { status: response.status, body: await response.text() };
  };
  return {
    async replay(recorded) {
      const answers: { status: number; body: string }[] = [];
      for (let start = 0; start < recorded.length; ) {
        const { at } = recorded[start]!;
        const end = recorded.findIndex((each, index) => index > start && each.at !== at);
        const bunch = recorded.slice(start, end < 0 ? undefined : end);
        now = at;
        answers.push(...(await Promise.all(bunch.map(ask))));
        start += bunch.length;
      }
      return answers;
    },
  };
}
