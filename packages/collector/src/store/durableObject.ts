import type { MemoryOptions } from './memory.ts';
import type { SqlDriver } from './sqlDriver.ts';
import { sqlStore } from './sqlStore.ts';
import { type Store, StoreError } from './store.ts';

/** The part of a Durable Object's storage that the store needs. https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/ */
export interface ObjectStorage {
  sql: {
    exec(statement: string, ...values: readonly unknown[]): { toArray(): unknown[] };
    /** Bytes on the disk. */
    readonly databaseSize: number;
  };
  transactionSync<T>(work: () => T): T;
}

/**
 * A store in the SQLite storage of a Durable Object. Nobody else can open it, and one request after the
 * other writes to it, so it never is busy.
 *
 * A commit here is not on the disk when it returns. The platform keeps every answer back until it is,
 * and throws the object away when that fails, so that nobody is told of what was not kept.
 * https://developers.cloudflare.com/durable-objects/reference/in-memory-state/
 */
export function durableObjectStore(storage: ObjectStorage, options: MemoryOptions = {}): Store {
  return sqlStore(objectDriver(storage), options);
}

function objectDriver(storage: ObjectStorage): SqlDriver {
  const exec = <Row>(statement: string, ...values: readonly unknown[]): Row[] => {
    try {
      return storage.sql.exec(statement, ...values).toArray() as Row[];
    } catch (error) {
      throw storeError(error);
    }
  };

  return {
    all: exec,
    run: (statement, ...values) => {
      exec(statement, ...values);
      // The cursor's `rowsWritten` is what is billed: it may count entries of indexes too.
      return exec<{ changes: number }>(CHANGES)[0]!.changes;
    },
    script: (statements) => void exec(statements),
    transaction: (work) => {
      let failure: { error: unknown } | undefined;
      try {
        return storage.transactionSync(() => {
          try {
            return work();
          } catch (error) {
            failure = { error };
            throw error;
          }
        });
      } catch (error) {
        throw failure ? failure.error : storeError(error);
      }
    },
    // The object, not the store, is what opens and closes the database.
    close: () => {},
  };
}

const CHANGES = 'select changes() as changes';

/**
 * What the storage throws has no code: its message ends in SQLite's name for it, `SQLITE_FULL`. A row
 * past 2 MB is no trouble of the storage's: tried again it would be as large, and it may not take those
 * along that it was to be committed with.
 */
function storeError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof TypeError) return error;
  if (error.message.includes('SQLITE_TOOBIG')) return error;
  const advice = error.message.includes('SQLITE_FULL') ? ` (${MAKE_ROOM})` : '';
  return new StoreError(`Durable Object storage: ${error.message}${advice}`, { cause: error });
}

const MAKE_ROOM = 'what was answered is safe, and trackers send the rest again: see /storage';
