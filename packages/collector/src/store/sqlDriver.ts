export type SqlValue = string | number | null;

/** What a SQLite engine must offer, in process: `node:sqlite` does, and a Durable Object's storage. */
export interface SqlDriver {
  all<Row>(statement: string, ...values: readonly SqlValue[]): Row[];
  /** @returns How many rows were changed. */
  run(statement: string, ...values: readonly SqlValue[]): number;
  /** Runs several statements that take no values. */
  script(statements: string): void;
  /** Commits when `work` returns and is durable then; takes everything back when it throws. */
  transaction<T>(work: () => T): T;
  /** A number that is another one after any other connection wrote. Left out where there is no other. */
  version?(): number;
  close(): void;
}
