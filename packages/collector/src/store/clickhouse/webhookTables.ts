import type { Settings } from '../../settings/settings.ts';
import type { Webhook } from '../../webhooks/webhook.ts';
import type { WebhookStore } from '../../webhooks/webhookStore.ts';
import { changeTables } from './changeTables.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { deliveryTables } from './deliveryTables.ts';
import type { EventTables } from './eventTables.ts';
import { startReading } from './reading.ts';
import type { Removing } from './removing.ts';
import type { Settling } from './settling.ts';
import { TABLES } from './tables.ts';

interface Parts {
  settings: Settings;
  settling: Settling;
  removing: Removing;
  events: EventTables;
}

/**
 * Webhooks, for any number of collectors at once. Several may notice the same: an event has one id and is
 * added once. Several may want to send the same: one takes it. At least once, as everywhere: who sent it and
 * died before saying so has it sent again, under the same id.
 */
export function webhookTables(
  driver: ClickHouseDriver,
  { settings, settling, removing, events }: Parts,
): WebhookStore {
  const { heed, ...changes } = changeTables(driver, { settings, settling });
  const prefixOf = (site: string) => `webhook:${site}/`;
  const list = async (site?: string): Promise<Webhook[]> => {
    const found = await settings.list<Webhook>(site === undefined ? 'webhook:' : prefixOf(site));
    return found.map(({ value }) => value).sort(oldestFirst);
  };

  return {
    ...changes,
    ...events.methods,
    ...deliveryTables(driver, settling),
    list,

    async save(webhook) {
      const { site, id } = webhook;
      if ((await list(site)).length === 0) await heed(site);
      await settings.put(prefixOf(site) + id, webhook);
    },

    async remove(site, id) {
      const isRemoved = await settings.remove(prefixOf(site) + id);
      await removing.removeFrom(TABLES.deliveries, 'webhook = {webhook:String}', {
        ...{ site, webhook: id },
      });
      return isRemoved;
    },

    async known(site, persons) {
      if (persons.length === 0) return [];
      const reading = await startReading(driver, site.id);
      await reading.readPersons(persons);
      const told = await events.eventsOf(site.id, persons, reading);
      return persons.map((person, n) => ({
        journeys: reading.known.folded(site, person).map(({ journey }) => ({ ...journey, person })),
        events: told[n]!,
      }));
    },
  };
}

function oldestFirst(a: Webhook, b: Webhook): number {
  if (a.site !== b.site) return a.site < b.site ? -1 : 1;
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
