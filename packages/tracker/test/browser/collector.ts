import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Batch, Touchpoint } from '@cartograph/journey';
import type { Files } from '../build.ts';

/**
 * What the collector does with a batch:
 *
 * - `store` it and answer
 * - `hang`: never answer
 * - `refuse`: break the connection off, nothing stored
 * - `cut`: store it, and break off within the answer
 * - a status, with headers if need be: nothing stored
 */
export type Conduct =
  | 'store'
  | 'hang'
  | 'refuse'
  | 'cut'
  | { status: number; headers?: Record<string, string> };

export interface Request {
  batch: Batch;
  /** `Date.now()` of the test. */
  at: number;
  origin: string | undefined;
  contentType: string | undefined;
}

/** A collector that keeps what it gets in memory, and can be told to misbehave. */
export interface Collector {
  origin: string;
  /** Every batch that came, stored or not. */
  requests: Request[];
  /** Methods other than GET and POST that came: a preflight, say. */
  otherMethods: string[];
  /** What is stored, each touchpoint once, in the order of `at` and `seq`. */
  stored(): (Touchpoint & Pick<Batch, 'visitor' | 'user'>)[];
  /** Types of what is stored. */
  types(): string[];
  conduct: (batch: Batch) => Conduct;
  /** Resolves when `check` holds, which is asked after each request. */
  until(what: string, check: () => boolean): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 25_000;

/** @param files What it serves. */
export async function startCollector(files: Files): Promise<Collector> {
  const rows = new Map<string, Touchpoint & Pick<Batch, 'visitor' | 'user'>>();
  const checks = new Set<() => void>();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'Retry-After');
    if (request.method === 'GET') {
      const file = await files(request.url?.slice(1) ?? '');
      response.writeHead(file === undefined ? 404 : 200, { 'content-type': 'text/javascript' });
      response.end(file);
      return;
    }
    if (request.method !== 'POST') {
      collector.otherMethods.push(request.method ?? '');
      response.end();
      return;
    }

    const batch = JSON.parse(await textOf(request)) as Batch;
    const { origin, 'content-type': contentType } = request.headers;
    const conduct = collector.conduct(batch);
    let duplicates = 0;
    if (conduct === 'store' || conduct === 'cut') {
      const { visitor, user, touchpoints } = batch;
      for (const touchpoint of touchpoints) {
        if (rows.has(touchpoint.id)) duplicates++;
        else rows.set(touchpoint.id, { ...touchpoint, visitor, ...(user && { user }) });
      }
    }
    collector.requests.push({ batch, at: Date.now(), origin, contentType });

    const { length } = batch.touchpoints;
    const body = JSON.stringify({ accepted: length - duplicates, duplicates, rejected: [] });
    if (conduct === 'store') response.end(body);
    else if (conduct === 'refuse') request.socket.destroy();
    else if (conduct === 'cut') {
      response.writeHead(200, { 'content-length': body.length });
      response.write(body.slice(0, 10), () => request.socket.destroy());
    } else if (conduct !== 'hang') response.writeHead(conduct.status, conduct.headers).end('{}');

    for (const check of checks) check();
  };

  const server = createServer((request, response) => {
    // A page that was closed breaks its requests off.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const collector: Collector = {
    origin: `http://127.0.0.1:${port}`,
    requests: [],
    otherMethods: [],
    stored: () => [...rows.values()].sort((a, b) => a.at - b.at || a.seq - b.seq),
    types: () => collector.stored().map((touchpoint) => touchpoint.type),
    conduct: () => 'store',
    until: (what, check) =>
      new Promise((resolve, reject) => {
        const settle = () => {
          if (!check()) return;
          clearTimeout(timer);
          checks.delete(settle);
          resolve();
        };
        const timer = setTimeout(() => {
          checks.delete(settle);
          reject(new Error(`Waited in vain for ${what}. Stored: ${collector.types()}`));
        }, PATIENCE_MS);
        checks.add(settle);
        settle();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return collector;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
