import type { Outcome, WebhookEvent } from '../../webhooks/webhook.ts';
import type { WebhookStore } from '../../webhooks/webhookStore.ts';
import { type EventRow, eventOf } from '../eventRow.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { inParts } from './inParts.ts';
import { ordersIn } from './known.ts';
import type { Reading } from './reading.ts';
import type { Removing } from './removing.ts';
import { SQL } from './statements.ts';
import { TABLES } from './tables.ts';
import { WEBHOOK_SQL } from './webhookStatements.ts';

/** Events that are removed at a time. */
const PRUNED_AT_ONCE = 1000;

export type EventTables = ReturnType<typeof eventTables>;

/** What webhooks were told, and what came of it. */
export function eventTables(driver: ClickHouseDriver, removing: Removing) {
  const insert = async (table: string, rows: readonly Readonly<Record<string, unknown>>[]) => {
    if (rows.length > 0) await driver.insert(table, rows, crypto.randomUUID());
  };

  const outcomes = (site: string, event: string) =>
    driver.rows<Outcome>(WEBHOOK_SQL.outcomes, { site, event });

  /** What was told of persons, whoever they were thought to be then. They have to be read already. */
  const eventsOf = async (
    site: string,
    persons: readonly string[],
    { known, read }: Reading,
  ): Promise<WebhookEvent[][]> => {
    const names = persons.flatMap((person) => [
      person,
      ...known.rowsOf(person).flatMap(({ visitor }) => (visitor === '' ? [] : [`v:${visitor}`])),
    ]);
    const leads = await inStatements([...new Set(names)].map(leadOf), (part) =>
      driver.rows<{ source: string }>(SQL.leads, { site, names: part }),
    );
    const ids = [...new Set(leads.map(({ source }) => source))];
    const rows = await inStatements(ids, (part) =>
      driver.rows<EventRow>(WEBHOOK_SQL.events, { site, ids: part }),
    );
    const journeys = [...new Set(rows.map(({ journey }) => journey))];
    await read({ names: journeys.map((id) => `i:${id}`) });
    const begun = journeys.flatMap((id) => known.rowOf(id) ?? []);
    await read({ names: ordersIn(begun).map((order) => `o:${order}`) });

    const owner = ({ journey, person }: EventRow) => {
      const row = known.rowOf(journey);
      return row ? known.personOf(row) : person;
    };
    const byPerson = Map.groupBy(rows, owner);
    return persons.map((person) => (byPerson.get(person) ?? []).sort(inTime).map(eventOf(site)));
  };

  /** Removes events with all that hangs on them. What is broken off half-way leaves no delivery behind. */
  const remove = async (
    site: string,
    events: readonly Pick<WebhookEvent, 'id' | 'person' | 'visitor'>[],
  ): Promise<void> => {
    for (const part of inParts(events)) {
      const ids = part.map(({ id }) => id);
      await removing.removeFrom(TABLES.deliveries, 'event in {ids:Array(String)}', { site, ids });
      await removing.removeFrom(TABLES.outcomes, 'event in {ids:Array(String)}', { site, ids });
      await removing.removeFrom(TABLES.events, 'id in {ids:Array(String)}', { site, ids });
      const leads = part.flatMap((event) =>
        leadsTo(event).map((name) => [name, event.id] as const),
      );
      await removing.removeLeads(site, leads);
    }
  };

  const methods: Pick<WebhookStore, 'add' | 'told' | 'addOutcome' | 'outcomes' | 'prune'> = {
    async add(events) {
      for (const [site, own] of Map.groupBy(events, (event) => event.site)) {
        const known = await inStatements(
          own.map(({ id }) => id),
          (part) => driver.rows<{ id: string }>(WEBHOOK_SQL.knownEvents, { site, ids: part }),
        );
        const ids = new Set(known.map(({ id }) => id));
        const fresh = own.filter(({ id }) => !ids.has(id));
        // The event comes last: without it nothing of this is anything, and it is noticed again.
        await insert(
          TABLES.deliveries.name,
          fresh.flatMap(({ id: event, type, detectedAt, webhooks }) =>
            webhooks.map((webhook) => ({
              ...{ site, event, webhook, type, detected_at: detectedAt },
              ...{ state: 'waiting', due_at: detectedAt },
            })),
          ),
        );
        await insert(
          TABLES.places.name,
          fresh.flatMap((event) =>
            leadsTo(event).map((name) => ({ site, name, source: event.id })),
          ),
        );
        await insert(
          TABLES.events.name,
          fresh.map(({ webhooks: _, stopAt, detectedAt, visitor = null, ...event }) => ({
            ...{ ...event, visitor, stop_at: stopAt ?? null, detected_at: detectedAt },
          })),
        );
      }
    },

    async told(site, { after, limit }) {
      const rows = await driver.rows<EventRow>(WEBHOOK_SQL.told, { site, after, limit });
      return rows.map(eventOf(site));
    },

    async addOutcome(site, { event, outcome, at }) {
      const about = { site, event, outcome };
      const told = await driver.rows(WEBHOOK_SQL.knownEvents, { site, ids: [event] });
      if (told.length === 0) return 'unknown event';
      const known = () => driver.rows<{ takenBy: string }>(WEBHOOK_SQL.outcome, about);
      if ((await known()).length > 0) return 'known';
      const by = crypto.randomUUID();
      // Of two that say so at once, the engine keeps the first.
      const token = `outcome ${JSON.stringify([site, event, outcome])}`;
      await driver.insert(TABLES.outcomes.name, [{ ...about, at, taken_by: by }], token);
      return (await known())[0]?.takenBy === by ? 'added' : 'known';
    },

    outcomes,

    async prune(site, before) {
      for (let isMore = true; isMore; ) {
        const old = await driver.rows<EventRow>(WEBHOOK_SQL.old, {
          ...{ site, before, limit: PRUNED_AT_ONCE },
        });
        await remove(site, old.map(eventOf(site)));
        isMore = old.length === PRUNED_AT_ONCE;
      }
    },
  };

  return { methods, outcomes, eventsOf, remove };
}

function inTime(a: EventRow, b: EventRow): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

/** Names that lead to an event: of whom it was told, and of the visitor, who may be joined to another person. */
function leadsTo({ person, visitor }: Pick<WebhookEvent, 'person' | 'visitor'>): string[] {
  const names = new Set([person, ...(visitor == null ? [] : [`v:${visitor}`])]);
  return [...names].map(leadOf);
}

function leadOf(name: string): string {
  return `e:${name}`;
}

async function inStatements<Row>(
  values: readonly string[],
  ask: (part: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  return (await Promise.all(inParts(values).map(ask))).flat();
}
