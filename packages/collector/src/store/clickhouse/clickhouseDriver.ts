/** What a statement's `{name:Type}` is given. */
export type Params = Readonly<Record<string, string | number | null | readonly string[]>>;

/** Rows as they are written, by column. */
export type Values = Readonly<Record<string, unknown>>;

/** What the store needs of ClickHouse: over the network, or in process for tests. */
export interface ClickHouseDriver {
  /** Rows of a `select`. 64-bit whole numbers come as numbers: none here is past 2^53. */
  rows<Row>(statement: string, params?: Params): Promise<Row[]>;

  /**
   * Writes rows at once: all of them can be read when it resolves, or none.
   *
   * @param token What makes two inserts the same one: of several with one token, the first is kept.
   * https://clickhouse.com/docs/guides/developer/deduplicating-inserts-on-retries
   */
  insert(table: string, rows: readonly Values[], token: string): Promise<void>;

  /** Runs a statement that gives no rows, to its end. */
  command(statement: string, params?: Params): Promise<void>;

  /** Calling it twice is fine. */
  close(): Promise<void>;
}
