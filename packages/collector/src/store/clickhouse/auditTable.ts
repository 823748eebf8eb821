import type { AuditEntry } from '../../audit/auditEntry.ts';
import type { Store } from '../store.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import type { Settling } from './settling.ts';
import { SQL } from './statements.ts';
import { TABLES } from './tables.ts';

/** Who did what. Entries are numbered by their stamps when they are read. */
export function auditTable(
  driver: ClickHouseDriver,
  { stamp }: Pick<Settling, 'stamp'>,
): Pick<Store, 'audit' | 'auditLog'> {
  return {
    async audit({ at, actor, action, site = null, detail }) {
      const row = {
        ...{ stamp: await stamp(), at, actor, action, site },
        detail: detail ? JSON.stringify(detail) : null,
      };
      await driver.insert(TABLES.audit.name, [row], crypto.randomUUID());
    },

    async auditLog({ site = '', limit }) {
      const rows = await driver.rows<AuditRow>(SQL.auditLog, { site, limit });
      return rows.map(
        ({ site: about, detail, ...entry }): AuditEntry => ({
          ...entry,
          ...(about !== null && { site: about }),
          ...(detail !== null && { detail: JSON.parse(detail) }),
        }),
      );
    },
  };
}

interface AuditRow extends Omit<AuditEntry, 'site' | 'detail'> {
  site: string | null;
  detail: string | null;
}
