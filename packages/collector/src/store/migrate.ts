import { MIGRATIONS } from './migrations.ts';
import type { SqlDriver } from './sqlDriver.ts';
import { SQL } from './statements.ts';

/** Brings a database of any age to the newest schema, each step in a commit of its own. */
export function migrate(driver: SqlDriver): void {
  driver.script('create table if not exists migrations (version integer primary key) strict');
  const done = driver.all<{ version: number }>(SQL.version)[0]?.version ?? 0;
  if (done > MIGRATIONS.length) {
    throw new Error(
      `Expected a database of version ${MIGRATIONS.length} or older, got version ${done}: it was written by a newer Cartograph`,
    );
  }
  MIGRATIONS.slice(done).forEach((statements, index) => {
    driver.transaction(() => {
      driver.script(statements);
      driver.run(SQL.saveVersion, done + index + 1);
    });
  });
}
