import type { Layout, Table } from './layout.ts';
import { TABLES } from './tables.ts';

/** What is applied so far. */
export const MIGRATED: Table = {
  name: 'migrations',
  columns: 'version UInt32',
  version: 'version',
  key: 'version',
};

/**
 * The schema's versions, oldest first. Forward only: what has shipped is never edited. ClickHouse has no
 * transactions for tables, and several collectors may start at once: each statement does no harm when it
 * is run again.
 */
export const MIGRATIONS: readonly ((layout: Layout) => string[])[] = [
  (layout) => Object.values<Table>(TABLES).flatMap((table) => layout.create(table)),
];
