import type { Reason, Verdict } from '../../quarantine/reasons.ts';
import type { Quarantined, QuarantineStore } from '../store.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { startReading } from './reading.ts';
import type { Settling } from './settling.ts';
import { SQL } from './statements.ts';
import { TABLES } from './tables.ts';

export function quarantineTables(driver: ClickHouseDriver, settling: Settling): QuarantineStore {
  return {
    async quarantined(site, { reason = '', limit }) {
      return driver.rows<Quarantined>(SQL.quarantined, { site, reason, limit });
    },

    async quarantineCounts(site) {
      return driver.rows<{ reason: Reason; touchpoints: number; visitors: number }>(
        SQL.quarantineCounts,
        { site },
      );
    },

    async verdicts(site) {
      return driver.rows<{ visitor: string; verdict: Verdict; at: number }>(SQL.verdicts, { site });
    },

    async decide(site, visitor, { verdict = '', at }) {
      const source = `v:${visitor}`;
      const { read, known } = await startReading(driver, site.id);
      await read({ sources: [source] });
      if (known.rowsAt(source).length === 0) return false;
      const version = await settling.stamp();
      const row = { site: site.id, visitor, verdict, at, version };
      await driver.insert(TABLES.verdicts.name, [row], crypto.randomUUID());
      await settling.settle(site, [source]);
      return true;
    },
  };
}
