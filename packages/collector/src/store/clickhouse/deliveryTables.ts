import type { Delivery } from '../../webhooks/webhook.ts';
import type { WebhookStore } from '../../webhooks/webhookStore.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { inParts } from './inParts.ts';
import type { Settling } from './settling.ts';
import { TABLES } from './tables.ts';
import { WEBHOOK_SQL } from './webhookStatements.ts';

/**
 * The queue. A delivery is the latest version of its row.
 *
 * Whoever takes one to send it writes the next version with a token that names the one before: of several
 * such inserts the engine keeps the first, and everybody reads whose that was. Who took it and died has
 * left a version that is due again later, which is taken with another token.
 */
export function deliveryTables(
  driver: ClickHouseDriver,
  { stamp }: Pick<Settling, 'stamp'>,
): Pick<WebhookStore, 'due' | 'claim' | 'settle' | 'deliveries' | 'retry'> {
  const current = async ({ site, event, webhook }: Key): Promise<TakenRow | undefined> => {
    const about = { site, event, webhook };
    return (await driver.rows<TakenRow>(WEBHOOK_SQL.delivery, about))[0];
  };
  const write = async (
    deliveries: readonly (Delivery & { detectedAt?: number })[],
    { takenBy = '', token = crypto.randomUUID() as string } = {},
  ): Promise<void> => {
    const version = await stamp();
    await driver.insert(
      TABLES.deliveries.name,
      deliveries.map(({ dueAt, triedAt, detectedAt, ...rest }) => ({
        ...{ ...rest, due_at: dueAt, tried_at: triedAt ?? null, detected_at: detectedAt },
        ...{ version, taken_by: takenBy },
      })),
      token,
    );
  };

  return {
    async due(now, limit) {
      const rows = await driver.rows<DeliveryRow>(WEBHOOK_SQL.due, { now, limit });
      const bodies = new Map<string, string>();
      for (const [site, own] of Map.groupBy(rows, (row) => row.site)) {
        for (const ids of inParts([...new Set(own.map(({ event }) => event))])) {
          const found = await driver.rows<{ id: string; body: string }>(WEBHOOK_SQL.bodies, {
            ...{ site, ids },
          });
          for (const { id, body } of found) bodies.set(keyOf(site, id), body);
        }
      }
      return rows.flatMap((row) => {
        const body = bodies.get(keyOf(row.site, row.event));
        return body === undefined ? [] : [{ ...toDelivery(row), body }];
      });
    },

    async claim(delivery, { now, until }) {
      const row = await current(delivery);
      if (row?.state !== 'waiting' || row.dueAt > now) return false;
      const { version, takenBy: _, ...rest } = row;
      const takenBy = crypto.randomUUID();
      const token = `${version} ${JSON.stringify([row.site, row.event, row.webhook])}`;
      await write([{ ...toDelivery(rest), detectedAt: row.detectedAt, dueAt: until }], {
        ...{ takenBy, token },
      });
      return (await current(delivery))?.takenBy === takenBy;
    },

    async settle(delivery) {
      const known = await current(delivery);
      // Its webhook was removed while it was sent.
      if (known) await write([{ ...delivery, detectedAt: known.detectedAt }]);
    },

    async deliveries(site, { state = '', limit }) {
      const rows = await driver.rows<DeliveryRow>(WEBHOOK_SQL.deliveries, {
        ...{ site, state, limit },
      });
      return rows.map(toDelivery);
    },

    async retry(site, { event = '', now }) {
      const dead = await driver.rows<DeliveryRow>(WEBHOOK_SQL.dead, { site, event });
      if (dead.length > 0) {
        await write(
          dead.map((row) => ({
            ...{ ...toDelivery(row), detectedAt: row.detectedAt },
            ...{ state: 'waiting' as const, tries: 0, dueAt: now },
          })),
        );
      }
      return dead.length;
    },
  };
}

type Key = Pick<Delivery, 'site' | 'event' | 'webhook'>;

interface DeliveryRow extends Omit<Delivery, 'triedAt' | 'status' | 'error'> {
  detectedAt: number;
  triedAt: number | null;
  status: number | null;
  error: string | null;
}

interface TakenRow extends DeliveryRow {
  version: number;
  takenBy: string;
}

function toDelivery(row: DeliveryRow): Delivery {
  const { detectedAt: _, triedAt, status, error, ...rest } = row;
  return {
    ...rest,
    triedAt: triedAt ?? undefined,
    status: status ?? undefined,
    error: error ?? undefined,
  };
}

function keyOf(site: string, event: string): string {
  return JSON.stringify([site, event]);
}
