import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { SqlDriver } from './sqlDriver.ts';
import { sqlStore } from './sqlStore.ts';
import { type Store, StoreError } from './store.ts';

/** How long to wait for another process that holds the file, in milliseconds. */
const BUSY_MS = 5000;

/**
 * A store in one SQLite file beside the process: the default.
 *
 * WAL with `synchronous=FULL`: a commit is on the disk when it returns, so a power cut costs nothing
 * that was answered. https://www.sqlite.org/pragma.html#pragma_synchronous
 *
 * @param path A file, made when missing; or `:memory:`.
 * @throws {StoreError} If the file can't be opened or is no database.
 */
export function sqliteStore(path: string): Store {
  return guard(() => {
    const database = new DatabaseSync(path, { timeout: BUSY_MS });
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    return sqlStore(nodeDriver(database));
  });
}

function nodeDriver(database: DatabaseSync): SqlDriver {
  const prepared = new Map<string, StatementSync>();
  const prepare = (statement: string) => {
    const known = prepared.get(statement) ?? database.prepare(statement);
    prepared.set(statement, known);
    return known;
  };

  return {
    all: (statement, ...values) => guard(() => prepare(statement).all(...values) as never),
    run: (statement, ...values) => guard(() => Number(prepare(statement).run(...values).changes)),
    script: (statements) => guard(() => database.exec(statements)),
    transaction: (work) => {
      guard(() => database.exec('begin immediate'));
      try {
        const result = work();
        guard(() => database.exec('commit'));
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('rollback');
        throw error;
      }
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

/** Turns what SQLite throws into the store's own error; a mistake of ours stays what it is. */
function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (error instanceof StoreError || code !== 'ERR_SQLITE_ERROR') throw error;
    throw new StoreError(`SQLite: ${(error as Error).message}`, { cause: error });
  }
}
