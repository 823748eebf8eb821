import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What happens to a batch on its way.
 *
 * - `pass`: it arrives, and so does the answer
 * - `refuse`: the connection breaks before the collector has seen it
 * - `hang`: it is taken, and never answered
 * - `cutAnswer`: the collector stores it, and the answer is lost
 * - a status: answered with that, and not stored
 */
export type Fault =
  | 'pass'
  | 'refuse'
  | 'hang'
  | 'cutAnswer'
  | { status: number; retryAfter?: number };

export interface FaultyProxy {
  url: string;
  fault: Fault;
  /** Batches that came, whatever became of them. */
  readonly batches: number;
  close(): Promise<void>;
}

/** Stands before a collector and does to batches what networks do. Everything else passes. */
export async function faultyProxy(target: string): Promise<FaultyProxy> {
  let batches = 0;

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse, isCut: boolean) => {
    const { method, headers, url } = incoming;
    const onward = request(`${target}${url}`, { method, headers }, (answer) => {
      if (isCut) {
        answer.resume().on('end', () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };

  const server = createServer((incoming, outgoing) => {
    if (incoming.method !== 'POST') return forward(incoming, outgoing, false);
    batches++;
    const { fault } = proxy;
    if (fault === 'refuse') return void incoming.socket.destroy();
    if (fault === 'hang') return void incoming.resume();
    if (typeof fault === 'string') return forward(incoming, outgoing, fault === 'cutAnswer');

    incoming.resume();
    outgoing.writeHead(fault.status, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      ...(fault.retryAfter !== undefined && { 'Retry-After': String(fault.retryAfter) }),
    });
    outgoing.end('{}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: 'pass' as Fault,
    get batches() {
      return batches;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return proxy;
}
