import { closeSync, fdatasync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { SqlDriver } from './sqlDriver.ts';

const dataSync = promisify(fdatasync);

/**
 * Puts SQLite's write-ahead log on the disk without holding up the process. What a commit wrote is in the
 * log and nowhere else until a checkpoint, and SQLite syncs both by itself then: https://www.sqlite.org/wal.html
 *
 * @param path Of the database, which is open: its log lies beside it until it is closed.
 */
export function logSync(path: string, driver: SqlDriver) {
  let log: number | undefined;
  let writes = 0;

  // SQLite makes it with the first write, and keeps it until the database is closed.
  const open = (): number => {
    const opened = openSync(`${path}-wal`, 'r+');
    syncFolder(dirname(path));
    return opened;
  };
  const counted = <T>(result: T): T => {
    writes++;
    return result;
  };

  return {
    written: () => writes,
    toDisk: async () => {
      log ??= open();
      await dataSync(log);
    },
    driver: {
      ...driver,
      run: (statement, ...values) => {
        const changed = driver.run(statement, ...values);
        return changed > 0 ? counted(changed) : changed;
      },
      script: (statements) => counted(driver.script(statements)),
      close: () => {
        driver.close();
        if (log !== undefined) closeSync(log);
        log = undefined;
      },
    } satisfies SqlDriver,
  };
}

/** So that a power cut leaves the log's name, too. Windows neither knows nor needs that. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
