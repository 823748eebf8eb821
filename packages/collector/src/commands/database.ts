import type { AuditEntry } from '../audit/auditEntry.ts';
import { findSite, type Site } from '../sites/site.ts';
import { clickhouseAddress, isClickHouseAddress } from '../store/clickhouse/address.ts';
import { clickhouseStore } from '../store/clickhouse/clickhouseStore.ts';
import { refoldAll } from '../store/refoldAll.ts';
import { sqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { type Io, UsageError } from './command.ts';

/** The option that every command with a database takes. */
export const DB_OPTION = { db: { type: 'string' } } as const;

/** Where a command's database lies: a file of SQLite's, or an address of ClickHouse. */
export function databaseOf({ db }: { db?: string | undefined }, io: Pick<Io, 'env'>): string {
  return db ?? io.env.CARTOGRAPH_DB ?? 'cartograph.db';
}

function openStore(database: string): Promise<Store> | Store {
  return isClickHouseAddress(database)
    ? clickhouseStore(clickhouseAddress(database))
    : sqliteStore(database);
}

/**
 * Opens the database of a command, and closes it whatever happens.
 *
 * @param isServed It is at work at once: what another version folded is folded again beside it, not before.
 */
export async function withStore<T>(
  { db }: { db?: string | undefined },
  io: Io,
  work: (store: Store) => Promise<T>,
  { isServed = false } = {},
): Promise<T> {
  const store = await openStore(databaseOf({ db }, io));
  try {
    if (!isServed) await refoldAll(store);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** @throws {UsageError} If there is no such site. */
export async function knownSite(store: Store, id: string): Promise<Site> {
  const site = await findSite(store, id);
  if (!site)
    throw new UsageError(`Unknown site ${JSON.stringify(id)}: \`cartograph site list\` shows them`);
  return site;
}

/** Writes down what was done on the command line. */
export function audit(
  store: Store,
  io: Io,
  entry: Pick<AuditEntry, 'action' | 'site' | 'detail'>,
): Promise<void> {
  return store.audit({ at: io.now(), actor: 'command line', ...entry });
}
