import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveSite } from '../../../collector/src/index.ts';
import { serveOnNode, sqliteStore } from '../../../collector/src/node.ts';
import { type FaultyProxy, faultyProxy } from './faultyProxy.ts';

export interface World {
  /** Address of a page of the shop; `/other` is another one. */
  shop: string;
  proxy: FaultyProxy;
  /** A folder for a browser's profile. */
  profile: string;
  /** What the collector has stored of what was tracked by name, in order: `add_to_cart 3`. */
  stored(): Promise<string[]>;
  /** Everything the collector has stored, page views included. */
  rows(): Promise<{ id: string; type: string; visitor: string; user?: string }[]>;
  close(): Promise<void>;
}

/** A shop, the built tracker, the real collector, and a network between them that can fail. */
export async function createWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'cartograph-faults-'));
  const store = sqliteStore(join(folder, 'test.db'));
  const collector = await serveOnNode({ store, port: 0 });
  const proxy = await faultyProxy(collector.url);

  const page = (title: string) => `<!doctype html><title>${title}</title>
    <script>window.cartograph ||= (...a) => (cartograph.q ||= []).push(a)</script>
    <script async src="${proxy.url}/c.js" data-site="shop"></script>
    <h1>${title}</h1><a href="/other">Other</a>`;
  const server = createServer((incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'text/html' });
    outgoing.end(page(incoming.url === '/other' ? 'Other' : 'Shop'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const shop = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await saveSite(store, { id: 'shop', origins: [new URL(shop).origin] });

  const rows = async () => {
    const all = [];
    for await (const touchpoint of store.touchpoints('shop')) all.push(touchpoint);
    return all.sort((a, b) => a.at - b.at || a.seq - b.seq);
  };

  return {
    shop,
    proxy,
    profile: join(folder, 'profile'),
    rows,
    async stored() {
      const all = await rows();
      return all.flatMap(({ type, params }) =>
        params?.n === undefined ? [] : `${type} ${params.n}`,
      );
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await proxy.close();
      await collector.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
