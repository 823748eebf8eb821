import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type CollectorOptions, createCollector } from './app.ts';
import { forgetSalt } from './ingest/keptSalt.ts';
import { purge } from './privacy/purge.ts';
import { warmUp } from './reports/warmUp.ts';
import { refoldAside } from './store/refoldAside.ts';
import type { Store } from './store/store.ts';
import { createLog, type Log } from './watch/log.ts';
import { everyMinute } from './webhooks/everyMinute.ts';
import { type WebhookOptions, webhookRounds } from './webhooks/webhookRounds.ts';

export { clickhouseAddress } from './store/clickhouse/address.ts';
export { clickhouseStore } from './store/clickhouse/clickhouseStore.ts';
export { sqliteStore } from './store/sqlite.ts';

export interface NodeOptions {
  store: Store;
  /** @default 127.0.0.1: put a TLS proxy before it, or say `0.0.0.0` knowingly. */
  host?: string;
  /** `0` takes any free one. @default 8787 */
  port?: number;
  /** What stands before the collector. */
  proxy?: CollectorOptions['proxy'];
  limits?: CollectorOptions['limits'];
  /** Where events may be sent, and where their links lead. */
  webhooks?: WebhookOptions;
  /** @default lines of text to the console, from `info` on */
  log?: Log;
  /** Whether every request is logged, on the level `debug`. @default false */
  isVerbose?: boolean;
  /** Whether reports are read right after the start, so that the first who asks need not wait. @default false */
  readsAhead?: boolean;
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
  proxy = {},
  limits = {},
  webhooks = {},
  log = createLog({ write: (line) => console.error(line) }),
  isVerbose = false,
  readsAhead = false,
}: NodeOptions): Promise<RunningCollector> {
  const refolds = refoldAside(store, { log });
  const mostJourneys = Math.floor(getHeapStatistics().heap_size_limit / JOURNEY_BYTES);
  const app = createCollector({
    store,
    refold: refolds.begin,
    mostJourneys,
    tracker: trackerFiles(),
    peerOf: (c) => getConnInfo(c).remote.address,
    proxy,
    limits,
    log,
    isVerbose,
  });

  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => {
      const { port: bound } = server.address() as AddressInfo;
      const stopPurging = purgeDaily(store, log);
      refolds.start();
      const stopReading = readsAhead ? warmUp(store, { log, mostJourneys }) : () => {};
      const stopForgetting = everyMinute(() => forgetSalt(store, Date.now()), {
        onError: (error) => log(`can’t forget the salt of a day: ${error}`, { level: 'error' }),
      });
      const url = `http://${host}:${bound}`;
      const rounds = webhookRounds(store, { ...webhooks, baseUrl: webhooks.baseUrl ?? url });
      const stopTelling = everyMinute(rounds, {
        onError: (error) => log(`can’t tell webhooks: ${error}`, { level: 'error' }),
      });
      resolve({
        url,
        close: async () => {
          stopPurging();
          stopReading();
          await refolds.stop();
          await stopForgetting();
          await stopTelling();
          return stop(server);
        },
      });
    }) as Server;
    server.on('error', reject);
  });
}

/** Of memory, for all that a report finds out about one of a period, and of the period before. */
const JOURNEY_BYTES = 2000;

/** The built tracker, from the package that makes it: the one thing taken from it, and no import. */
function trackerFiles(): Record<string, string> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@cartograph/tracker/c.js')));
  const names = readdirSync(folder).filter((name) => TRACKER_FILE.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Beside them lie the modules that apps import. */
const TRACKER_FILE = /^(c|watch|insight|shop(-\w+)?|debug)\.js$/;

/** Removes what is older than its site keeps: soon after the start, then once a day. */
function purgeDaily(store: Store, log: Log): () => void {
  const run = async () => {
    try {
      const removed = await purge(store, Date.now());
      if (removed > 0) log('removed what is older than its site keeps', { level: 'info', removed });
    } catch (error) {
      log(`can’t remove what is too old: ${error}`, { level: 'error' });
    }
  };
  const first = setTimeout(run, SOON_MS).unref();
  const daily = setInterval(run, DAY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}

const SOON_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Live pages hold a line open for ever: they come back by themselves.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1000).unref();
  });
}
