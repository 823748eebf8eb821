import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredTouchpoint } from '@cartograph/journey';
import { saveSite } from '../../../collector/src/index.ts';
import { serveOnNode, sqliteStore } from '../../../collector/src/node.ts';
import { type FaultyProxy, faultyProxy } from './faultyProxy.ts';

export interface World {
  /** `http://127.0.0.1:…`: every path is a page, its title the path. */
  shop: string;
  /** HTML that stands before the script tag, on pages loaded from now on. */
  head: string;
  /** What stands instead of the script tag. */
  tracker: string;
  /** Files of the shop by path: a module, say. */
  files: Record<string, { type: string; text: string; headers?: Record<string, string> }>;
  /** Paths that were asked for, in order. */
  readonly visits: readonly string[];
  proxy: FaultyProxy;
  /** A folder for a browser's profile. */
  profile: string;
  /** Everything the collector has stored, page views included, in the order in which it tells it. */
  rows(): Promise<StoredTouchpoint[]>;
  close(): Promise<void>;
}

/** A shop, the built tracker, the real collector, and a network between them that can fail. */
export async function createWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'cartograph-faults-'));
  const store = sqliteStore(join(folder, 'test.db'));
  const collector = await serveOnNode({ store, port: 0 });
  const proxy = await faultyProxy(collector.url);
  const visits: string[] = [];

  const server = createServer(({ url = '' }, outgoing) => {
    visits.push(url);
    const file = world.files[url];
    outgoing.writeHead(200, { 'Content-Type': file?.type ?? 'text/html', ...file?.headers });
    outgoing.end(
      file?.text ??
        `<!doctype html><title>${url}</title>${world.head}
        <script>window.cartograph ||= (...a) => (cartograph.q ||= []).push(a)</script>
        ${world.tracker}
        <h1>${url}</h1>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const shop = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await saveSite(store, { id: 'shop', origins: [shop] });

  const world: World = {
    shop,
    head: '',
    // The core alone, so that no other request is in the way.
    tracker: `<script async src="${proxy.url}/c.js" data-site="shop" data-off="insight shop"></script>`,
    files: { '/favicon.ico': { type: 'image/x-icon', text: '' } },
    visits,
    proxy,
    profile: join(folder, 'profile'),
    async rows() {
      const all = [];
      for await (const touchpoint of store.touchpoints('shop')) all.push(touchpoint);
      return all.sort(asTold);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await proxy.close();
      await collector.close();
      await store.close();
      // A browser that is just ending may still write to its profile.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
  return world;
}

/** By time. What ties goes by its number: a page load counts on, whoever uses it. */
function asTold(a: StoredTouchpoint, b: StoredTouchpoint): number {
  return a.at - b.at || a.seq - b.seq || (a.visitor < b.visitor ? -1 : 1);
}
