import { DatabaseSync } from 'node:sqlite';
import type { MemoryOptions } from './memory.ts';
import { guard, nodeDriver } from './nodeDriver.ts';
import { patient } from './patient.ts';
import { sqlStore } from './sqlStore.ts';
import type { Store } from './store.ts';

/** How long the start waits for another process that holds the file, in milliseconds. */
const OPEN_BUSY_MS = 5000;

/**
 * Pages in the write-ahead log before they are moved into the file: 16 MB. A page that is written again
 * and again is moved once.
 */
const CHECKPOINT_PAGES = 4000;

/** Afterwards SQLite's own wait, which holds up everything, is short: `patient` does the rest. */
const BUSY_MS = 20;

/**
 * A store in one SQLite file beside the process: the default.
 *
 * WAL with `synchronous=FULL`: a commit is on the disk when it returns, so a power cut costs nothing
 * that was answered. https://www.sqlite.org/pragma.html#pragma_synchronous
 *
 * @param path A file, made when missing; or `:memory:`.
 * @throws {StoreError} If the file can't be opened or is no database.
 */
export function sqliteStore(path: string, options: MemoryOptions = {}): Store {
  return guard(() => {
    const database = new DatabaseSync(path, { timeout: OPEN_BUSY_MS });
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    const store = sqlStore(nodeDriver(database), options);
    database.exec(`pragma busy_timeout = ${BUSY_MS}`);
    return patient(store);
  });
}
