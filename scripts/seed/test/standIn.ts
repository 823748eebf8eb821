import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Batch } from '../../../packages/journey/src/index.ts';

/** A collector just real enough to be delivered to: stores a touchpoint once, and says what it had. */
export interface StandIn {
  url: string;
  /** Ids, in the order they came. */
  stored: string[];
  requests: { headers: IncomingHttpHeaders; path: string | undefined; batch: Batch }[];
  /** What goes wrong with the nth request, from 1: an answer instead of storing, or one that gets lost half-way. */
  trouble: (request: number) => { status: number; retryAfter?: string } | 'lostAnswer' | undefined;
  /** The most requests it ever had at a time. */
  mostAtOnce: () => number;
  close: () => void;
}

export async function startStandIn(): Promise<StandIn> {
  let atOnce = 0;
  let mostAtOnce = 0;

  const server = createServer(async (request, response) => {
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    response.on('close', () => atOnce--);
    const batch = JSON.parse(await text(request)) as Batch;
    standIn.requests.push({ headers: request.headers, path: request.url, batch });

    const trouble = standIn.trouble(standIn.requests.length);
    if (typeof trouble === 'object') {
      const { status, retryAfter } = trouble;
      response.writeHead(status, retryAfter ? { 'Retry-After': retryAfter } : {}).end('busy');
      return;
    }
    const fresh = batch.touchpoints.filter(({ id }) => !standIn.stored.includes(id));
    standIn.stored.push(...fresh.map(({ id }) => id));
    if (trouble === 'lostAnswer') {
      response.write('{"accepted":', () => request.socket.destroy());
      return;
    }
    const duplicates = batch.touchpoints.length - fresh.length;
    response.end(JSON.stringify({ accepted: fresh.length, duplicates, rejected: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const standIn: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stored: [],
    requests: [],
    trouble: () => undefined,
    mostAtOnce: () => mostAtOnce,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return standIn;
}
