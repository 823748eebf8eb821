import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StoredTouchpoint } from '@cartograph/journey';
import { serve } from '@hono/node-server';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { all } from '../import/all.ts';
import { SITE } from '../touchpoints.ts';

export interface ServedCollector {
  /** `http://127.0.0.1:1234` */
  url: string;
  store: Store;
  /** For servers: `shop:ctk_…`. */
  writeKey: string;
  /** The secret in it. */
  token: string;
  /** Every touchpoint, the earliest first. */
  stored(): Promise<StoredTouchpoint[]>;
  /** Paths of what was asked, in order, without a browser's preflights. */
  asked: readonly string[];
  /** Lets the next answer get lost on its way: the client hears 503, and what it sent is stored. */
  loseAnswer(path: string): void;
  close(): Promise<void>;
}

/** A collector that real clients can send to. */
export async function serveCollector(): Promise<ServedCollector> {
  const store = sqliteStore(':memory:');
  const app = createCollector({ store, tracker: {}, log: () => {} });
  const asked: string[] = [];
  let lost: string | undefined;

  const server = await new Promise<Server>((resolve) => {
    const fetch = async (request: Request, env: object) => {
      const { pathname } = new URL(request.url);
      const answer = await app.fetch(request, env);
      if (request.method === 'OPTIONS') return answer;
      asked.push(pathname);
      if (pathname !== lost) return answer;
      lost = undefined;
      return new Response('lost', { status: 503 });
    };
    const listening = serve({ fetch, hostname: '127.0.0.1', port: 0 }, () =>
      resolve(listening as Server),
    );
  });

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await saveSite(store, { ...SITE, origins: [...SITE.origins, url] });
  const token = await grant(store, 'token', { scope: 'write' });

  return {
    url,
    store,
    token,
    writeKey: `${SITE.id}:${token}`,
    async stored() {
      const { items } = await all(store.touchpoints(SITE.id));
      return items.sort((a, b) => a.at - b.at || a.seq - b.seq);
    },
    asked,
    loseAnswer(path) {
      lost = path;
    },
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await store.close();
    },
  };
}
