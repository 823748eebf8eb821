import type { ClickHouseDriver } from './clickhouseDriver.ts';
import type { Layout } from './layout.ts';
import { MIGRATED, MIGRATIONS } from './migrations.ts';
import { SQL } from './statements.ts';

/** Brings a database of any age to the newest schema. Several collectors may do so at once. */
export async function migrate(driver: ClickHouseDriver, layout: Layout): Promise<void> {
  for (const statement of layout.create(MIGRATED)) await driver.command(statement);
  const [known] = await driver.rows<{ version: number }>(SQL.version);
  const done = known?.version ?? 0;
  if (done > MIGRATIONS.length) {
    throw new Error(
      `Expected a database of version ${MIGRATIONS.length} or older, got version ${done}: it was written by a newer Cartograph`,
    );
  }
  for (const [index, statements] of MIGRATIONS.slice(done).entries()) {
    for (const statement of statements(layout)) await driver.command(statement);
    await driver.insert(MIGRATED.name, [{ version: done + index + 1 }], crypto.randomUUID());
  }
}
