import { serveOnNode } from '../node.ts';
import { grant } from '../security/access.ts';
import type { Store } from '../store/store.ts';
import { createLog, FORMATS, LEVELS } from '../watch/log.ts';
import { targetsFrom } from '../webhooks/targetsFrom.ts';
import { type Command, oneOf, readArgs, wholeNumber } from './command.ts';
import { DB_OPTION, withStore } from './database.ts';

const LOGIN_MS = 60 * 60 * 1000;

export const serve: Command = {
  name: 'serve',
  usage:
    '[--port 8787] [--host 127.0.0.1] [--proxies 1 | --address-header X-Real-IP] [--country-header CF-IPCountry] [--log-level debug|info|warn|error] [--log-format text|json] [--public-url https://…] [--db cartograph.db | clickhouse://…]   takes touchpoints in, serves the reports',
  run: async (args, io) => {
    const { values } = readArgs(args, {
      ...DB_OPTION,
      port: { type: 'string' },
      host: { type: 'string' },
      proxies: { type: 'string' },
      'address-header': { type: 'string' },
      'country-header': { type: 'string' },
      'public-url': { type: 'string' },
      'log-level': { type: 'string' },
      'log-format': { type: 'string' },
    });
    const level = oneOf(LEVELS, values['log-level'] ?? io.env.CARTOGRAPH_LOG_LEVEL, 'log-level');
    const format = oneOf(
      FORMATS,
      values['log-format'] ?? io.env.CARTOGRAPH_LOG_FORMAT,
      'log-format',
    );
    const write = (line: string) => io.err(`${line}\n`);
    const log = createLog({ write, ...(format && { format }), ...(level && { level }) });
    // What whoever starts it must see, whatever the level: as a line of JSON among lines of JSON.
    const saying = createLog({ write, ...(format && { format }) });
    const say = (text: string) =>
      format === 'json' ? saying(text, { level: 'info' }) : write(text);
    await withStore(
      values,
      io,
      async (store) => {
        const collector = await serveOnNode({
          store,
          host: values.host ?? io.env.HOST ?? '127.0.0.1',
          port: wholeNumber(values.port ?? io.env.PORT, 'port', 8787),
          proxy: {
            proxies: wholeNumber(values.proxies ?? io.env.CARTOGRAPH_PROXIES, 'proxies', 0),
            addressHeader: values['address-header'] ?? io.env.CARTOGRAPH_ADDRESS_HEADER,
            countryHeader: values['country-header'] ?? io.env.CARTOGRAPH_COUNTRY_HEADER,
          },
          webhooks: {
            ...targetsFrom(io.env),
            baseUrl: values['public-url'] ?? io.env.CARTOGRAPH_PUBLIC_URL,
          },
          log,
          isVerbose: level === 'debug',
          readsAhead: true,
        });
        say(`Cartograph listens on ${collector.url}`);
        await sayFirstToken(store, say);
        say(
          `Sign in (works once, for an hour): ${await loginLink(store, collector.url, io.now())}`,
        );

        await new Promise<void>((stop) => {
          if (io.signal.aborted) stop();
          io.signal.addEventListener('abort', () => stop());
        });
        await collector.close();
      },
      { isServed: true },
    );
  },
};

/** A link that signs a browser in: once, within an hour. Whoever may start the collector may make one. */
export async function loginLink(store: Store, url: string, now: number): Promise<string> {
  const code = await grant(store, 'login', { scope: 'admin', expiresAt: now + LOGIN_MS });
  return `${url}/sign-in?code=${code}`;
}

async function sayFirstToken(store: Store, say: (text: string) => void): Promise<void> {
  if ((await store.list('token:')).length > 0) return;
  const token = await grant(store, 'token', { scope: 'admin' });
  say(`Token for the API, shown this once: ${token}`);
}
