import type { ChdbConnection } from 'chdb/connection';
import type { ClickHouseDriver, Params } from '../../../src/store/clickhouse/clickhouseDriver.ts';
import { clickhouseError } from '../../../src/store/clickhouse/clickhouseError.ts';

/** A driver for ClickHouse's own engine, in this process. */
export function chdbDriver(connection: ChdbConnection): ClickHouseDriver {
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw clickhouseError(error);
    }
  };
  let closed: Promise<void> | undefined;

  return {
    rows: <Row>(statement: string, params?: Params) =>
      run(async () => {
        const { stream } = await connection.query({
          query: `${statement} format JSONEachRow`,
          ...(params && { query_params: { ...params } }),
        });
        const text = Buffer.concat(await stream.toArray()).toString();
        return text
          .split('\n')
          .filter((line) => line !== '')
          .map((line): Row => JSON.parse(line));
      }),

    insert: (table, rows, token) =>
      run(async () => {
        // As a setting of the session it would be every later insert's, too.
        const quoted = `'${token.replaceAll(/['\\]/g, '\\$&')}'`;
        const query = `insert into ${table} settings insert_deduplication_token = ${quoted},
          input_format_json_throw_on_bad_escape_sequence = 0 format JSONEachRow`;
        await connection.insert({
          query,
          values: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
        });
      }),

    command: (statement, params) =>
      run(async () => {
        await connection.command({
          query: statement,
          ...(params && { query_params: { ...params } }),
        });
      }),

    close: () => {
      closed ??= connection.close();
      return closed;
    },
  };
}
