import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqlDriver } from './sqlDriver.ts';
import { SQL } from './statements.ts';
import { StoreError } from './store.ts';

/** The driver for a database that `node:sqlite` has opened. */
export function nodeDriver(database: DatabaseSync): SqlDriver {
  const prepared = new Map<string, StatementSync>();
  const prepare = (statement: string) => {
    const known = prepared.get(statement) ?? database.prepare(statement);
    prepared.set(statement, known);
    return known;
  };
  const rollback = () => {
    if (database.isTransaction) database.exec('rollback');
  };

  return {
    all: (statement, ...values) => guard(() => prepare(statement).all(...values) as never),
    run: (statement, ...values) => guard(() => Number(prepare(statement).run(...values).changes)),
    script: (statements) => guard(() => database.exec(statements)),
    transaction: (work) => {
      guard(() => {
        // One that the disk kept from being taken back when it failed.
        rollback();
        database.exec('begin immediate');
      });
      try {
        const result = work();
        guard(() => database.exec('commit'));
        return result;
      } catch (error) {
        try {
          rollback();
        } catch {
          // What went wrong first says more, and the next transaction tries again.
        }
        throw error;
      }
    },
    version: () => guard(() => Number(prepare(SQL.dataVersion).get()?.data_version)),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

/** Turns what SQLite throws into the store's own error; a mistake of ours stays what it is. */
export function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, errcode = 0, message } = error as SqliteError;
    if (error instanceof StoreError || code !== 'ERR_SQLITE_ERROR') throw error;
    // The low byte is the kind, the others say more: https://www.sqlite.org/rescode.html
    const kind = errcode & 0xff;
    const advice = ADVICE[kind];
    throw new StoreError(`SQLite: ${message}${advice ? ` (${advice})` : ''}`, {
      cause: error,
      isBusy: kind === SQLITE_BUSY,
    });
  }
}

interface SqliteError extends Error {
  code?: unknown;
  errcode?: number;
}

const SQLITE_BUSY = 5;

/** For whoever reads the log. https://www.sqlite.org/rescode.html */
const ADVICE: Readonly<Record<number, string>> = {
  [SQLITE_BUSY]: 'another process is writing: an import, a rebuild, a backup',
  8: 'the file, its folder or its file system is read-only',
  10: 'the disk failed, or the file is gone',
  11: 'the file is damaged: stop the collector and restore a backup',
  13: 'make room: what was answered is safe, and trackers send the rest again',
  14: 'the file or its folder is missing, or not ours to open',
  26: 'this is no Cartograph database',
};
