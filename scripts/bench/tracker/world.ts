import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Endpoint, endpointFor } from './endpoint.ts';
import type { Peer } from './peer.ts';
import { type SlowLine, slowLine } from './slowLine.ts';

export interface World {
  endpoint: Endpoint;
  /** Between the browser and the endpoint. */
  line: SlowLine;
  /**
   * Address of a shop's page that has the tracker. Each number is a shop of its own: own storage, own
   * connections.
   */
  shop(number: number): string;
  /**
   * Such a page whose clock ticks every 5 µs, not 100.
   * https://developer.mozilla.org/docs/Web/API/Window/crossOriginIsolated
   */
  isolated: string;
  /** A page like it without any tracker. */
  blank: string;
  /** Where shoppers pay: another site, and no tracker there. */
  elsewhere: string;
  close(): Promise<void>;
}

/**
 * Shops with one tracker, and its endpoint on another origin, both at the end of a line.
 *
 * Names under `localhost` lead here in every browser, and count as secure.
 */
export async function createWorld(peer: Peer, roundTripMs: number): Promise<World> {
  const endpoint = await endpointFor(peer);
  const line = await slowLine(endpoint.port, roundTripMs);

  const server = createServer(({ headers, url }, response) => {
    const [, number] = /^shop(\d+)\./.exec(headers.host ?? '') ?? [];
    const head =
      number && url !== '/blank'
        ? peer.head(`http://endpoint${number}.localhost:${line.port}`)
        : '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (url === '/isolated') {
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('cross-origin-embedder-policy', 'credentialless');
    }
    response.end(
      `<!doctype html><title>Guitars</title><link rel="icon" href="data:">${head}<h1>Guitars</h1>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const shopLine = await slowLine((server.address() as AddressInfo).port, roundTripMs);

  return {
    endpoint,
    line,
    shop: (number) => `http://shop${number}.localhost:${shopLine.port}/`,
    isolated: `http://shop0.localhost:${shopLine.port}/isolated`,
    blank: `http://shop0.localhost:${shopLine.port}/blank`,
    elsewhere: `http://pay.localhost:${shopLine.port}/`,
    async close() {
      await Promise.all([shopLine.close(), line.close()]);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await endpoint.close();
    },
  };
}
