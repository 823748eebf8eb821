import type { Settings } from '../../settings/settings.ts';
import type { Change, WebhookStore } from '../../webhooks/webhookStore.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import type { Settling } from './settling.ts';
import { SQL } from './statements.ts';
import { TABLES } from './tables.ts';
import { WEBHOOK_SQL } from './webhookStatements.ts';

/**
 * Whose journeys changed: whoever has a fold that nobody has looked at. That is told by the versions of
 * folds, person by person, and not by a place up to which all was seen: what is written later may be of an
 * earlier version.
 */
export function changeTables(
  driver: ClickHouseDriver,
  { settings, settling }: { settings: Settings; settling: Settling },
): Pick<WebhookStore, 'changed' | 'seen' | 'wentIdle'> & { heed(site: string): Promise<void> } {
  /** Versions up to this one need no looking at. */
  const sinceOf = (site: string) => settings.get<number>(`webhook-since:${site}`);
  const heedFrom = (site: string, version: number) =>
    settings.put(`webhook-since:${site}`, version);

  return {
    /** Has changes noticed from now on. */
    heed: async (site) => heedFrom(site, await settling.stamp()),

    async changed(site, limit) {
      const since = await sinceOf(site);
      if (since === undefined) return [];
      const changes = await driver.rows<Change>(WEBHOOK_SQL.changed, { site, since, limit });
      const [first] = changes;
      const [settled] = await driver.rows<{ latest: number }>(WEBHOOK_SQL.settled, {
        site,
        since,
      });
      // Which persons were looked at need not be told apart for ever.
      const version = Math.min(settled?.latest ?? 0, first ? first.seq - 1 : Infinity);
      if (version > since) await heedFrom(site, version);
      return changes;
    },

    async seen(site, changes) {
      if (changes.length === 0) return;
      const rows = changes.map(({ person, seq }) => ({ site, person, version: seq }));
      await driver.insert(TABLES.seen.name, rows, crypto.randomUUID());
    },

    async wentIdle(site, { after, upTo }) {
      const found = await driver.rows<{ person: string }>(SQL.wentIdle, { site, after, upTo });
      return found.map(({ person }) => person);
    },
  };
}
