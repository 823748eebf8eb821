import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import type { Arrival, Peer, Received } from './peer.ts';

export interface Endpoint {
  port: number;
  /** What came, and when, by `performance.now()`. */
  arrivals: (Arrival & { at: number })[];
  /** When the last request came, scripts included, by `performance.now()`. */
  lastRequestAt: number;
  /** Scripts that were fetched, by name, with their size in bytes of brotli. */
  scripts: Map<string, number>;
  /**
   * Takes each `add_to_cart` once without a word: stored, and the connection breaks. From then on
   * every request gets a connection of its own, for a browser repeats by itself what breaks on a
   * used one, whatever the tracker does.
   */
  isCutting: boolean;
  close(): Promise<void>;
}

/** The other end: serves a tracker's scripts, answers as its protocol wants, and counts. */
export async function endpointFor(peer: Peer): Promise<Endpoint> {
  // Made beforehand, for a page would have to wait.
  for (const made of Object.values(peer.scripts ?? {})) await made();

  const take = async (request: IncomingMessage, response: ServerResponse) => {
    endpoint.lastRequestAt = performance.now();
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '', 'http://endpoint');
    const body = await bodyOf(request);
    endpoint.lastRequestAt = performance.now();

    response.setHeader('access-control-allow-origin', headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (endpoint.isCutting) response.setHeader('connection', 'close');
    if (method === 'OPTIONS') {
      response.writeHead(204, {
        'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
        'access-control-allow-methods': 'GET, POST, PUT',
        'access-control-max-age': '600',
      });
      return void response.end();
    }

    const script = method === 'GET' && (await scriptOf(peer, basename(url.pathname)));
    if (script) {
      const name = basename(url.pathname);
      if (!endpoint.scripts.has(name)) {
        endpoint.scripts.set(name, brotliCompressSync(script).length);
      }
      response.setHeader('content-type', 'text/javascript');
      response.setHeader('cache-control', 'max-age=3600');
      return void response.end(script);
    }

    const received: Received = { method, url, text: textOf(body) };
    const arrived = peer.read(received);
    const isNew = arrived.some(({ n }) => !endpoint.arrivals.some((known) => known.n === n));
    const at = performance.now();
    endpoint.arrivals.push(...arrived.map((arrival) => ({ ...arrival, at })));
    if (endpoint.isCutting && isNew) return void request.socket.destroy();

    const answer = peer.answer?.(received) ?? {};
    const isText = typeof answer === 'string';
    response.setHeader('content-type', isText ? 'text/plain' : 'application/json');
    response.end(isText ? answer : JSON.stringify(answer));
  };

  const server = createServer((request, response) => {
    // A request that breaks off has not arrived.
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const endpoint: Endpoint = {
    port: (server.address() as AddressInfo).port,
    arrivals: [],
    lastRequestAt: performance.now(),
    scripts: new Map(),
    isCutting: false,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return endpoint;
}

/** A script made for the bench, or one of the peer's folder, if there is one of this name. */
async function scriptOf(peer: Peer, name: string): Promise<Buffer | undefined> {
  if (!name.endsWith('.js')) return undefined;
  const made = peer.scripts?.[name];
  if (made) return Buffer.from(await made());
  if (!peer.folder) return undefined;
  return readFile(join(peer.folder, name)).catch(() => undefined);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function textOf(body: Buffer): string {
  const isZipped = body[0] === 0x1f && body[1] === 0x8b;
  return (isZipped ? gunzipSync(body) : body).toString();
}
