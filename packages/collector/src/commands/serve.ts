import { serveOnNode } from '../node.ts';
import { grant } from '../security/access.ts';
import type { Store } from '../store/store.ts';
import { type Command, type Io, readArgs, wholeNumber } from './command.ts';
import { DB_OPTION, withStore } from './database.ts';

const LOGIN_MS = 60 * 60 * 1000;

export const serve: Command = {
  name: 'serve',
  usage:
    '[--port 8787] [--host 127.0.0.1] [--proxies 1 | --address-header X-Real-IP] [--db cartograph.db]   takes touchpoints in, serves the reports',
  run: async (args, io) => {
    const { values } = readArgs(args, {
      ...DB_OPTION,
      port: { type: 'string' },
      host: { type: 'string' },
      proxies: { type: 'string' },
      'address-header': { type: 'string' },
    });
    await withStore(values, io, async (store) => {
      const collector = await serveOnNode({
        store,
        host: values.host ?? io.env.HOST ?? '127.0.0.1',
        port: wholeNumber(values.port ?? io.env.PORT, 'port', 8787),
        proxy: {
          proxies: wholeNumber(values.proxies ?? io.env.CARTOGRAPH_PROXIES, 'proxies', 0),
          addressHeader: values['address-header'] ?? io.env.CARTOGRAPH_ADDRESS_HEADER,
        },
      });
      io.err(`Cartograph listens on ${collector.url}\n`);
      await printFirstToken(store, io);
      io.err(
        `Sign in (works once, for an hour): ${await loginLink(store, collector.url, io.now())}\n`,
      );

      await new Promise<void>((stop) => {
        if (io.signal.aborted) stop();
        io.signal.addEventListener('abort', () => stop());
      });
      await collector.close();
    });
  },
};

/** A link that signs a browser in: once, within an hour. Whoever may start the collector may make one. */
export async function loginLink(store: Store, url: string, now: number): Promise<string> {
  const code = await grant(store, 'login', { scope: 'admin', expiresAt: now + LOGIN_MS });
  return `${url}/sign-in?code=${code}`;
}

async function printFirstToken(store: Store, io: Io): Promise<void> {
  if ((await store.list('token:')).length > 0) return;
  const token = await grant(store, 'token', { scope: 'admin' });
  io.err(`Token for the API, shown this once: ${token}\n`);
}
