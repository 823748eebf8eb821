import { serve } from '@hono/node-server';
import { createShop, type ShopOptions } from './server.ts';

export interface ServeOptions extends ShopOptions {
  /** 0 takes a free one. */
  port: number;
}

export interface ServedShop {
  url: string;
  /** Stops listening. Resolves when open connections are gone. */
  close: () => Promise<void>;
}

/** Serves the shop on 127.0.0.1. Rejects when the port is taken. */
export function serveShop({ port, ...shop }: ServeOptions): Promise<ServedShop> {
  return new Promise((resolve, reject) => {
    const hostname = '127.0.0.1';
    const server = serve({ fetch: createShop(shop).fetch, port, hostname }, (address) =>
      resolve({ url: `http://${hostname}:${address.port}`, close }),
    );
    server.once('error', reject);

    const close = () =>
      new Promise<void>((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        // A browser keeps its connections open for as long as it can.
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
  });
}
