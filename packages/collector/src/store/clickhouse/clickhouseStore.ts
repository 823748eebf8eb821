import { fromRow } from '../row.ts';
import type { Store } from '../store.ts';
import { adding } from './adding.ts';
import type { ClickHouseAddress } from './address.ts';
import { appending } from './appending.ts';
import { auditTable } from './auditTable.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { clientDriver } from './clientDriver.ts';
import { eventTables } from './eventTables.ts';
import { gathering } from './gathering.ts';
import { cluster, type Layout, oneNode } from './layout.ts';
import { migrate } from './migrate.ts';
import { movingTables } from './movingTables.ts';
import { patientDriver } from './patientDriver.ts';
import { personTables } from './personTables.ts';
import { privacyTables } from './privacyTables.ts';
import { quarantineTables } from './quarantineTables.ts';
import { rebuilding } from './rebuilding.ts';
import { refolding } from './refolding.ts';
import { removing } from './removing.ts';
import { reportTables } from './reportTables.ts';
import { settingsTable } from './settingsTable.ts';
import { settling } from './settling.ts';
import type { SourceRow } from './sources.ts';
import { SQL } from './statements.ts';
import { webhookTables } from './webhookTables.ts';

const PAGE_ROWS = 5000;

/**
 * A store in ClickHouse, for sites past one machine. Any number of collectors may use it at once: what one
 * remembers, it asks the database about each time. What another one makes wait is tried again for a while.
 *
 * An append may keep a part of what failed, which does no harm: it was not answered, the sender tries
 * again, and that finishes it. See CLICKHOUSE.md.
 *
 * @throws {StoreError} If it is out of reach, or the database isn't there.
 */
export async function clickhouseStore(address: ClickHouseAddress): Promise<Store> {
  const layout = address.cluster === undefined ? oneNode : cluster(address.cluster);
  const driver = await clientDriver(address, layout.settings);
  try {
    return await openClickhouse(patientDriver(driver), layout);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** The same on any driver. */
export async function openClickhouse(driver: ClickHouseDriver, layout: Layout): Promise<Store> {
  await migrate(driver, layout);
  const folds = settling(driver, layout.stamp);
  const add = adding(driver, folds);
  const settings = settingsTable(driver, folds);
  const removal = removing(driver, folds, layout);
  const events = eventTables(driver, removal);
  const { renew, through, ...again } = refolding(driver, folds, settings);
  await renew();

  return {
    ...settings,
    ...reportTables(driver),
    ...personTables(driver),
    ...quarantineTables(driver, folds),
    ...privacyTables(driver, { removing: removal, events }),
    ...auditTable(driver, folds),
    ...movingTables(driver, add),
    append: gathering(appending(driver, add)),
    rebuild: through(rebuilding(driver, folds, removal)),
    refolding: again,
    webhooks: webhookTables(driver, { settings, settling: folds, removing: removal, events }),

    async *touchpoints(site) {
      let last = { source: '', id: '' };
      for (;;) {
        const { source, id } = last;
        const rows = await driver.rows<SourceRow>(SQL.export, {
          ...{ site, source, id, limit: PAGE_ROWS },
        });
        yield* rows.map(fromRow);
        if (rows.length < PAGE_ROWS) return;
        last = rows.at(-1)!;
      }
    },

    close: () => driver.close(),
  };
}
