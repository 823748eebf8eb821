import type { Settings } from '../../settings/settings.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import type { Settling } from './settling.ts';
import { SQL } from './statements.ts';
import { TABLES } from './tables.ts';

/**
 * Settings: what was put last counts, until that very version of it is removed.
 *
 * A login code must open one door only, whichever collectors it is shown to at the same time. So
 * removing is an insert with a token that names the version: of several the engine keeps one, and
 * everybody reads whose that was.
 */
export function settingsTable(
  driver: ClickHouseDriver,
  { stamp }: Pick<Settling, 'stamp'>,
): Settings {
  return {
    async get<T>(key: string) {
      const [row] = await driver.rows<{ value: string }>(SQL.setting, { key });
      return row && (JSON.parse(row.value) as T);
    },

    async put(key, value) {
      const version = await stamp();
      const row = { key, value: JSON.stringify(value), version };
      await driver.insert(TABLES.settings.name, [row], crypto.randomUUID());
    },

    async remove(key) {
      const [row] = await driver.rows<{ version: number }>(SQL.setting, { key });
      if (!row) return false;
      const { version } = row;
      const by = crypto.randomUUID();
      await driver.insert(TABLES.removals.name, [{ key, version, by }], `${version} ${key}`);
      const [removed] = await driver.rows<{ by: string }>(SQL.removedBy, { key, version });
      return removed?.by === by;
    },

    async list<T>(prefix: string) {
      const rows = await driver.rows<{ key: string; value: string }>(SQL.settings, { prefix });
      return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) as T }));
    },
  };
}
