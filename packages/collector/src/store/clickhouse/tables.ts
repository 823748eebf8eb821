import type { Table } from './layout.ts';

/**
 * The tables of ClickHouse. `touchpoints`, `copies`, `verdicts`, `settings`, `removals`, `audit`, `events`,
 * `deliveries` and `outcomes` are the truth and the backup. `places` leads to them; `folds` comes from them,
 * and can be thrown away at any time.
 */
export const TABLES = {
  /**
   * By source: a visitor, or the user where there is no visitor. Everything that one browser sent lies
   * together on one shard, whoever it turns out to be of, so identity that comes late moves nothing;
   * and all copies of one touchpoint, which have one visitor, meet there. A person of several sources is
   * found by `places`.
   */
  touchpoints: {
    name: 'touchpoints',
    columns: `
      site LowCardinality(String),
      source String,
      id String,
      -- Whose it says it is: 'u:' and a user, else 'v:' and a visitor. Never rewritten.
      owner String,
      visitor String,
      type LowCardinality(String),
      at Int64,
      seq Int64,
      received_at Int64,
      -- The order that a purchase or a refund names.
      transaction_id Nullable(String),
      -- The browser that sent it: 'Chrome 126'. Null for servers and files.
      browser LowCardinality(Nullable(String)),
      -- What was odd when it arrived; '' for a browser's without anything odd; null where it is not judged.
      suspicion LowCardinality(Nullable(String)),
      -- Everything else, as JSON.
      body String,
      -- The first copy is kept: this is the more the earlier it arrived.
      earliness UInt64 materialized toUInt64(9007199254740991 - received_at),
      index late received_at - at type minmax granularity 4,
      index happened at type minmax granularity 4`,
    version: 'earliness',
    key: 'site, source, id',
    // A commit reads some hundred sources, of a dozen rows each, from all over the table.
    granularity: 512,
    shardBy: 'site, source',
  },

  /**
   * In which sources to look: for a touchpoint by its id (`i:…`), for the rows that name a user (`u:…`)
   * or an order (`o:…`), for what arrived at a moment (`t:…`). And under which ids to look for events that
   * were told of a person or a visitor (`e:…`). Written before what it leads to, so a lead may be false and
   * none is missing.
   */
  places: {
    name: 'places',
    columns: `
      site LowCardinality(String),
      name String,
      source String,
      version UInt8 default 0`,
    version: 'version',
    key: 'site, name, source',
    granularity: 1024,
    shardBy: 'site, name',
  },

  /** Arrivals of touchpoints that were there already. */
  copies: {
    name: 'copies',
    columns: `
      site LowCardinality(String),
      source String,
      id String,
      times UInt32`,
    key: 'site, source, id',
    shardBy: 'site, source',
  },

  /**
   * What persons were folded to. One fold writes a row for the person and one for each journey, all in
   * one insert and with one version: a journey counts when its version is its person's greatest.
   */
  folds: {
    name: 'folds',
    columns: `
      site LowCardinality(String),
      kind Enum8('person' = 0, 'journey' = 1),
      started_at Int64,
      person String,
      id String,
      version UInt64,
      last_at Int64,
      cart_created_at Nullable(Int64),
      ordered_at Nullable(Int64),
      written_at Int64 default toUnixTimestamp64Milli(now64(3)),
      -- Of a person: nothing of it is left. It still stands against folds that began before.
      gone Bool,
      -- The journey as folded, as JSON.
      facts String,
      stages String,
      trail String,
      digest UInt64 materialized sipHash64(person, id, facts, stages, trail),
      -- Of a person: touchpoints in quarantine.
      held Nested (id String, visitor String, reason LowCardinality(String), at Int64),
      -- Of a person that is a visitor: what arrived of its page loads.
      loads Nested (tab String, browser LowCardinality(String), first_at Int64, last_at Int64,
        highest UInt32, delivered UInt32, late UInt32, doubled UInt32),
      index carts cart_created_at type minmax granularity 1,
      index orders ordered_at type minmax granularity 1,
      index last last_at type minmax granularity 1`,
    version: 'version',
    key: 'site, kind, started_at, person, id',
    shardBy: 'site, person',
  },

  /** What somebody decided about a visitor. No verdict takes an earlier one back. */
  verdicts: {
    name: 'verdicts',
    columns: `
      site LowCardinality(String),
      visitor String,
      verdict LowCardinality(String),
      at Int64,
      version UInt64`,
    version: 'version',
    key: 'site, visitor',
  },

  settings: {
    name: 'settings',
    columns: `
      key String,
      value String,
      version UInt64`,
    version: 'version',
    key: 'key',
  },

  /** Which versions of settings were removed, and by which call. */
  removals: {
    name: 'removals',
    columns: `
      key String,
      version UInt64,
      by String`,
    key: 'key, version',
  },

  /** Which fold of a person was looked at last, for what is to be told of it. */
  seen: {
    name: 'seen',
    columns: `
      site LowCardinality(String),
      person String,
      version UInt64`,
    version: 'version',
    key: 'site, person',
    shardBy: 'site, person',
  },

  /** What webhooks are told. Of one event that was noticed twice, what was noticed first is kept. */
  events: {
    name: 'events',
    columns: `
      site LowCardinality(String),
      id String,
      type LowCardinality(String),
      journey String,
      person String,
      visitor Nullable(String),
      at Int64,
      stop_at Nullable(Int64),
      detected_at Int64,
      body String,
      earliness UInt64 materialized toUInt64(9007199254740991 - detected_at)`,
    version: 'earliness',
    key: 'site, id',
    shardBy: 'site, id',
  },

  /** How far an event is on its way to a webhook. Written before the event, and without it it is nothing. */
  deliveries: {
    name: 'deliveries',
    columns: `
      site LowCardinality(String),
      event String,
      webhook String,
      type LowCardinality(String),
      detected_at Int64,
      state LowCardinality(String),
      tries UInt32,
      due_at Int64,
      tried_at Nullable(Int64),
      status Nullable(Int32),
      error Nullable(String),
      -- By which call it is being sent.
      taken_by String,
      -- 0 as it was added, so that adding it again changes nothing.
      version UInt64`,
    version: 'version',
    key: 'site, event, webhook',
    shardBy: 'site, event',
  },

  /** What came of events. */
  outcomes: {
    name: 'outcomes',
    columns: `
      site LowCardinality(String),
      event String,
      outcome String,
      at Int64,
      taken_by String`,
    key: 'site, event, outcome',
    shardBy: 'site, event',
  },

  /** Only ever added to. */
  audit: {
    name: 'audit',
    columns: `
      stamp UInt64,
      at Int64,
      actor String,
      action LowCardinality(String),
      site Nullable(String),
      -- JSON.
      detail Nullable(String)`,
    key: 'stamp',
  },
} as const satisfies Record<string, Table>;
