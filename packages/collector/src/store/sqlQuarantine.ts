import type { Reason, Verdict } from '../quarantine/reasons.ts';
import type { WholeRow } from './row.ts';
import type { SqlDriver } from './sqlDriver.ts';
import type { People } from './sqlPeople.ts';
import { SQL } from './statements.ts';
import type { Quarantined, QuarantineStore } from './store.ts';

export function sqlQuarantine(driver: SqlDriver, people: People): QuarantineStore {
  return {
    async quarantined(site, { reason, limit }) {
      return driver.all<Quarantined>(SQL.quarantined, site, reason ?? null, limit);
    },

    async quarantineCounts(site) {
      return driver.all<{ reason: Reason; touchpoints: number; visitors: number }>(
        SQL.quarantineCounts,
        site,
      );
    },

    async verdicts(site) {
      return driver.all<{ visitor: string; verdict: Verdict; at: number }>(SQL.verdicts, site);
    },

    async decide(site, visitor, { verdict, at }) {
      return driver.transaction(() => {
        const rows = rowsOfVisitor(driver, site.id, visitor);
        if (rows.length === 0) return false;
        if (verdict) driver.run(SQL.saveVerdict, site.id, visitor, verdict, at);
        else driver.run(SQL.removeVerdict, site.id, visitor);
        people.settle(site, new Set(rows.map((row) => people.personOfRow(site.id, row))));
        return true;
      });
    },
  };
}

/** All that one visitor sent, signed in or not, in the order it arrived. */
export function rowsOfVisitor(driver: SqlDriver, site: string, visitor: string): WholeRow[] {
  return driver.all<WholeRow>(SQL.touchpointsOfVisitor, site, `v:${visitor}`, site, visitor);
}
