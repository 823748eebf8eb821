/** A table as it is meant, wherever it lies. */
export interface Table {
  name: string;
  /** Columns and indexes, as in `create table`. */
  columns: string;
  /** Of rows with the same key, the one with the most of this is kept. Rows are kept as they are without it. */
  version?: string;
  /** The key, for reading and for telling what is the same row. */
  key: string;
  /** Rows that are read to find one. Fewer make a longer index, which is in memory. @default 8192 */
  granularity?: number;
  /** By what rows are spread over shards. Every node has all of a table without it. */
  shardBy?: string;
}

/** Where tables lie: on one node, or all over a cluster. */
export interface Layout {
  create(table: Table): string[];
  /** @param change What follows `alter table …`. */
  alter(table: Table, change: string): string[];
  /** What rows of a table are removed from: a `Distributed` one takes no `delete`. */
  removable(table: Table): string;
  /** A number past all that anybody was given before. */
  stamp: string;
  /** Settings of every statement. */
  settings: Readonly<Record<string, string>>;
}

/**
 * An insert is on the disk when it is answered. What is merged later is not synced at once, but its
 * parts stay for eight minutes after: https://clickhouse.com/docs/reference/settings/merge-tree-settings/fsync
 *
 * A node that stands alone has no Keeper to remember the tokens of inserts, so the table does.
 * https://clickhouse.com/docs/guides/developer/deduplicating-inserts-on-retries
 */
const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1';

const settingsOf = ({ granularity = 8192 }: Table) =>
  `${DURABLE}, index_granularity = ${granularity}`;

const SETTINGS = {
  // What is answered has happened: errors come as errors, not in the middle of a body.
  wait_end_of_query: '1',
  // The collector gathers batches itself, and an answer must mean that rows are there to be read.
  async_insert: '0',
  output_format_json_quote_64bit_integers: '0',
  // A half of a pair of surrogates, cut off somewhere, must not cost a batch.
  input_format_json_throw_on_bad_escape_sequence: '0',
};

/** One node. */
export const oneNode: Layout = {
  create: (table) => [
    `create table if not exists ${table.name} (${table.columns})
      engine = ${table.version ? `ReplacingMergeTree(${table.version})` : 'MergeTree'}
      order by (${table.key})
      settings ${settingsOf(table)}, non_replicated_deduplication_window = 10000`,
  ],
  alter: ({ name }, change) => [`alter table ${name} ${change}`],
  removable: ({ name }) => name,
  // One clock for all collectors. It takes longer to ask it than it takes to tick.
  stamp: 'select toUnixTimestamp64Micro(now64(6)) as stamp',
  settings: SETTINGS,
};

/**
 * A cluster, with Keeper. Sharded tables lie on every shard under another name, with a `Distributed`
 * table before them; the small ones lie whole on every node.
 *
 * What one collector was told is stored, every other reads at once: an insert is answered when most
 * replicas have it, and replicas that lack it give no answer.
 * https://clickhouse.com/docs/reference/settings/session-settings/insert-quorum
 *
 * Stamps come from Keeper, since the clocks of several nodes are several clocks.
 * https://clickhouse.com/docs/reference/functions/regular-functions/other-functions#generateSerialID
 */
export function cluster(name: string): Layout {
  const on = `on cluster ${quoted(name)}`;
  const merging = (version: string | undefined, path: string, replica: string) =>
    version
      ? `ReplicatedReplacingMergeTree('${path}', '${replica}', ${version})`
      : `ReplicatedMergeTree('${path}', '${replica}')`;
  const path = '/clickhouse/tables/{database}';

  return {
    create: (meant) => {
      const { name: table, columns, version, key, shardBy } = meant;
      const lies = shardBy ? `${table}_local` : table;
      const engine = shardBy
        ? merging(version, `${path}/${table}/{shard}`, '{replica}')
        : merging(version, `${path}/${table}`, '{shard}-{replica}');
      const local = `create table if not exists ${lies} ${on} (${columns})
        engine = ${engine}
        order by (${key})
        settings ${settingsOf(meant)}, replicated_deduplication_window = 10000`;
      if (!shardBy) return [local];
      return [
        local,
        `create table if not exists ${table} ${on} as ${lies}
        engine = Distributed(${quoted(name)}, currentDatabase(), ${lies}, cityHash64(${shardBy}))`,
      ];
    },
    alter: ({ name: table, shardBy }, change) =>
      [...(shardBy ? [`${table}_local`] : []), table].map(
        (each) => `alter table ${each} ${on} ${change}`,
      ),
    removable: ({ name: table, shardBy }) => (shardBy ? `${table}_local ${on}` : table),
    stamp: `select generateSerialID('cartograph') as stamp`,
    settings: {
      ...SETTINGS,
      insert_quorum: 'auto',
      insert_quorum_parallel: '0',
      select_sequential_consistency: '1',
      // An insert through a `Distributed` table is on its shards when it is answered.
      distributed_foreground_insert: '1',
      distributed_product_mode: 'global',
      mutations_sync: '2',
      distributed_ddl_task_timeout: '60',
    },
  };
}

/** A name as SQL takes it: a name can't be bound. */
function quoted(name: string): string {
  return `\`${name.replaceAll(/[\\`]/g, '\\$&')}\``;
}
