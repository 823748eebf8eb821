import { DatabaseSync } from 'node:sqlite';
import { afterSync } from './afterSync.ts';
import { logSync } from './logSync.ts';
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
 * What was answered is on the disk, so a power cut costs none of it. That is what WAL with
 * `synchronous=FULL` gives, but for who waits: SQLite would hold up the whole process for every commit;
 * with `NORMAL` it leaves its log to `afterSync`. https://www.sqlite.org/pragma.html#pragma_synchronous
 *
 * @param path A file, made when missing; or `:memory:`.
 * @throws {StoreError} If the file can't be opened or is no database.
 */
export function sqliteStore(path: string, options: MemoryOptions = {}): Store {
  return guard(() => {
    const database = new DatabaseSync(path, { timeout: OPEN_BUSY_MS });
    const isFile = database.location() !== null;
    database.exec(`pragma journal_mode = wal; pragma foreign_keys = on;
      pragma synchronous = ${isFile ? 'normal' : 'off'};
      pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    const driver = nodeDriver(database);
    const sync = isFile ? logSync(path, driver) : undefined;
    const store = sqlStore(sync?.driver ?? driver, options);
    database.exec(`pragma busy_timeout = ${BUSY_MS}`);
    return patient(sync ? afterSync(store, sync) : store);
  });
}
