import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createCollector } from './app.ts';
import type { Store } from './store/store.ts';

export { sqliteStore } from './store/sqlite.ts';

export interface NodeOptions {
  store: Store;
  /** @default 127.0.0.1: put a TLS proxy before it, or say `0.0.0.0` knowingly. */
  host?: string;
  /** `0` takes any free one. @default 8787 */
  port?: number;
}

export interface RunningCollector {
  /** `http://127.0.0.1:8787` */
  url: string;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

/** The collector on Node. Resolves when it listens; rejects when the port is taken. */
export function serveOnNode({
  store,
  host = '127.0.0.1',
  port = 8787,
}: NodeOptions): Promise<RunningCollector> {
  const app = createCollector({ store, script: trackerScript() });

  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => {
      const { port: bound } = server.address() as AddressInfo;
      resolve({ url: `http://${host}:${bound}`, close: () => stop(server) });
    }) as Server;
    server.on('error', reject);
  });
}

/** The built tracker, from the package that makes it: the one thing taken from it, and no import. */
function trackerScript(): string {
  return readFileSync(fileURLToPath(import.meta.resolve('@cartograph/tracker/c.js')), 'utf8');
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Live pages hold a line open for ever: they come back by themselves.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1000).unref();
  });
}
