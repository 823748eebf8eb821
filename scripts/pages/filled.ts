import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loginLink } from '../../packages/collector/src/commands/serve.ts';
import { saveSite } from '../../packages/collector/src/index.ts';
import { serveOnNode, sqliteStore } from '../../packages/collector/src/node.ts';
import { append } from '../seed/append.ts';

export interface Filled {
  /** Of the site's pages: `http://127.0.0.1:…/sites/shop/`. */
  url: string;
  /** Address of a journey with an abandoned cart, below `url`. */
  journey: string;
  /** Signs a browser in, once. */
  signIn(): Promise<string>;
  close(): Promise<void>;
}

/** A collector on a free port with weeks of simulated shoppers. */
export async function filled({ persons = 1500 } = {}): Promise<Filled> {
  const folder = mkdtempSync(join(tmpdir(), 'cartograph-pages-'));
  const store = sqliteStore(join(folder, 'pages.db'));
  const site = await saveSite(store, {
    id: 'shop',
    name: 'Example shop',
    origins: ['https://shop.example'],
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  });
  await append(store, site, { now: Date.now(), days: 63, persons });
  const collector = await serveOnNode({ store, port: 0, log: () => {} });
  const latest = await store.latest(site.id, { from: 0, limit: 500 });
  const left =
    latest.find(({ cart }) => cart && !cart.order && cart.steps.length > 2) ?? latest[0]!;
  return {
    url: `${collector.url}/sites/${site.id}/`,
    journey: `journeys/${left.id}`,
    signIn: () => loginLink(store, collector.url, Date.now()),
    close: async () => {
      await collector.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
