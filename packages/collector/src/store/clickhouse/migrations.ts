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
  (layout) => [
    ...[TABLES.seen, TABLES.events, TABLES.deliveries, TABLES.outcomes].flatMap((table) =>
      layout.create(table),
    ),
    ...layout.alter(
      TABLES.folds,
      `add column if not exists digest UInt64
        materialized sipHash64(person, id, facts, stages, trail)`,
    ),
    // Worked out while reading, it comes to something else in some statements than in others.
    `alter table ${layout.removable(TABLES.folds)} materialize column digest
      settings mutations_sync = 2`,
    `insert into places (site, name, source) select distinct site,
      concat('t:', leftPad(toString(received_at), 16, '0')) as name, source from touchpoints`,
  ],
];
