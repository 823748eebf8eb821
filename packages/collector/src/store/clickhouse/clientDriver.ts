import type { ClickHouseSettings } from '@clickhouse/client';
import type { ClickHouseAddress } from './address.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { clickhouseError } from './clickhouseError.ts';

/** A report over a large site takes its time; what takes longer than this has got lost. */
const REQUEST_MS = 60_000;

/**
 * A driver over ClickHouse's HTTP interface. Nothing is sent before it is used.
 *
 * The client is loaded here: who keeps to SQLite doesn't wait for it.
 */
export async function clientDriver(
  { url, username, password, database }: ClickHouseAddress,
  settings: Readonly<Record<string, string>>,
): Promise<ClickHouseDriver> {
  const { createClient, ClickHouseLogLevel } = await import('@clickhouse/client');
  const client = createClient({
    ...{ url, username, password, database },
    application: 'cartograph',
    request_timeout: REQUEST_MS,
    compression: { request: true, response: true },
    // Many names make a long address: past what proxies let through, they go into the body.
    use_multipart_params_auto: true,
    clickhouse_settings: settings as ClickHouseSettings,
    // What goes wrong is thrown, and said once, by us.
    log: { level: ClickHouseLogLevel.OFF },
  });
  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw clickhouseError(error);
    }
  };
  let closed: Promise<void> | undefined;

  return {
    rows: (statement, params = {}) =>
      guard(
        client
          .query({ query: statement, query_params: { ...params }, format: 'JSONEachRow' })
          .then((result) => result.json()),
      ) as Promise<never[]>,

    insert: async (table, rows, token) => {
      await guard(
        client.insert({
          ...{ table, values: rows, format: 'JSONEachRow' },
          clickhouse_settings: { insert_deduplication_token: token },
        }),
      );
    },

    command: async (statement, params = {}) => {
      await guard(client.command({ query: statement, query_params: { ...params } }));
    },

    close: () => {
      closed ??= client.close();
      return closed;
    },
  };
}
