import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { serve } from '@hono/node-server';

export interface ServedPage {
  /** `http://127.0.0.1:1234` */
  origin: string;
  close(): Promise<void>;
}

/** A shop's page that loads a client's script as it was published, from an origin of its own. */
export async function servePage(script: string): Promise<ServedPage> {
  const html = `<!doctype html><title>Mug</title><link rel="icon" href="data:,"><script src="/${basename(script)}"></script>`;
  const fetch = ({ url }: Request) => {
    const name = basename(new URL(url).pathname);
    if (!name.endsWith('.js')) {
      return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    }
    // The client loads parts of itself from beside it.
    const body = readFileSync(join(dirname(script), name));
    return new Response(body, { headers: { 'Content-Type': 'text/javascript' } });
  };
  const server = await new Promise<Server>((resolve) => {
    const listening = serve({ fetch, hostname: '127.0.0.1', port: 0 }, () =>
      resolve(listening as Server),
    );
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
