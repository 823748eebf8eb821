import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Batch } from '@cartograph/journey';

/**
 * What happens to a batch on its way.
 *
 * - `pass`: it arrives, and so does the answer
 * - `refuse`: the connection breaks before the collector has seen it
 * - `hang`: it is taken, and never answered
 * - `cutAnswer`: the collector stores it, and the answer is lost
 * - `holdMs`: the collector stores it at once, and the answer takes so long
 * - a status: answered with that, and not stored
 */
export type Fault =
  | 'pass'
  | 'refuse'
  | 'hang'
  | 'cutAnswer'
  | { holdMs: number }
  | { status: number; retryAfter?: number };

/** A batch that came, whatever became of it. */
export interface Sighting {
  /** `performance.now()` of the test. */
  at: number;
  bytes: number;
  batch: Batch;
}

export interface FaultyProxy {
  url: string;
  /** For every batch, or decided for each. */
  fault: Fault | ((batch: Batch) => Fault);
  /**
   * How long everything takes on its way, and the answer on its way back, in milliseconds. What the
   * browser breaks off on its way never arrives, as when it was still connecting.
   */
  lagMs: number;
  readonly batches: readonly Sighting[];
  close(): Promise<void>;
}

/** Stands before a collector and does to batches what networks do. Everything else passes. */
export async function faultyProxy(target: string): Promise<FaultyProxy> {
  const batches: Sighting[] = [];
  const timers = new Set<NodeJS.Timeout>();

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, ms);
      timers.add(timer);
    });

  /** Passes a request on, and its answer back: later, or not at all. */
  const forward = async (
    { method, headers, url, socket }: IncomingMessage,
    body: Buffer,
    back: (send: () => void) => void,
    outgoing: ServerResponse,
  ) => {
    await wait(proxy.lagMs);
    if (proxy.lagMs && socket.destroyed) return;
    const onward = request(`${target}${url}`, { method, headers }, async (answer) => {
      const text = await bodyOf(answer);
      await wait(proxy.lagMs);
      back(() => outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(text));
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  };

  const take = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (proxy.fault === 'refuse' && incoming.method === 'POST') {
      return void incoming.socket.destroy();
    }
    const body = await bodyOf(incoming);
    if (incoming.method !== 'POST') return forward(incoming, body, (send) => send(), outgoing);

    const batch: Batch = JSON.parse(body.toString());
    batches.push({ at: performance.now(), bytes: body.length, batch });
    const fault = typeof proxy.fault === 'function' ? proxy.fault(batch) : proxy.fault;

    if (fault === 'refuse') return void incoming.socket.destroy();
    if (fault === 'hang') return;
    if (fault === 'pass') return forward(incoming, body, (send) => send(), outgoing);
    if (fault === 'cutAnswer') return forward(incoming, body, () => outgoing.destroy(), outgoing);
    if ('holdMs' in fault) {
      return forward(incoming, body, (send) => void wait(fault.holdMs).then(send), outgoing);
    }
    outgoing.writeHead(fault.status, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      ...(fault.retryAfter !== undefined && { 'Retry-After': String(fault.retryAfter) }),
    });
    outgoing.end('{}');
  };

  const server = createServer((incoming, outgoing) => {
    // A browser that is gone breaks its requests off.
    take(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: 'pass',
    lagMs: 0,
    batches,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return proxy;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}
