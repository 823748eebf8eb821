import type { JourneyFact } from '@cartograph/report';
import type { Delivery, Outcome, Webhook, WebhookEvent } from '../webhooks/webhook.ts';
import type { Change, DueDelivery, WebhookStore } from '../webhooks/webhookStore.ts';
import { type EventRow, eventOf } from './eventRow.ts';
import type { SqlDriver } from './sqlDriver.ts';
import type { People } from './sqlPeople.ts';
import { SQL } from './statements.ts';
import { WEBHOOK_SQL } from './webhookStatements.ts';

export function sqlWebhooks(driver: SqlDriver, people: People): WebhookStore {
  return {
    async list(site) {
      return driver
        .all<WebhookRow>(WEBHOOK_SQL.list, site ?? null)
        .map(({ config, ...ids }) => ({ ...ids, ...JSON.parse(config) }));
    },

    async save({ site, id, ...config }) {
      driver.run(WEBHOOK_SQL.save, site, id, config.createdAt, JSON.stringify(config));
    },

    async remove(site, id) {
      return driver.transaction(() => {
        const removed = driver.run(WEBHOOK_SQL.remove, site, id) > 0;
        driver.run(WEBHOOK_SQL.removeDeliveriesTo, site, id);
        driver.run(WEBHOOK_SQL.removeChangesUnheard, site);
        return removed;
      });
    },

    async changed(site, limit) {
      return driver.all<Change>(WEBHOOK_SQL.changed, site, limit);
    },

    async seen(site, changes) {
      // They come in their order, with none between them.
      driver.run(WEBHOOK_SQL.seen, site, changes.at(-1)?.seq ?? 0);
    },

    async wentIdle(site, { after, upTo }) {
      return driver
        .all<{ person: string }>(WEBHOOK_SQL.wentIdle, site, after, upTo)
        .map(({ person }) => person);
    },

    async known({ id: site }, persons) {
      return persons.map((person) => {
        const journeys = driver
          .all<{ facts: string }>(SQL.journeysOfPerson, site, person)
          .map(({ facts }): JourneyFact => ({ ...JSON.parse(facts), person }));
        return { journeys, events: eventsOf(driver, people, { site, person }) };
      });
    },

    async add(events) {
      driver.transaction(() => {
        for (const { webhooks, ...event } of events) {
          const { site, id, type, journey, person, visitor, at, stopAt, detectedAt, body } = event;
          const about = [journey, person, visitor ?? null] as const;
          const when = [at, stopAt ?? null, detectedAt] as const;
          const isNew = driver.run(WEBHOOK_SQL.addEvent, site, id, type, ...about, ...when, body);
          if (isNew === 0) continue;
          for (const webhook of webhooks) {
            driver.run(WEBHOOK_SQL.addDelivery, site, id, webhook, detectedAt);
          }
        }
      });
    },

    async due(now, limit) {
      return driver
        .all<DeliveryRow & { body: string }>(WEBHOOK_SQL.due, now, limit)
        .map((row): DueDelivery => ({ ...toDelivery(row), body: row.body }));
    },

    async claim({ site, event, webhook }, { now, until }) {
      return driver.run(WEBHOOK_SQL.claim, until, site, event, webhook, now) > 0;
    },

    async settle({ site, event, webhook, state, tries, dueAt, triedAt, status, error }) {
      const outcome = [state, tries, dueAt, triedAt ?? null, status ?? null, error ?? null];
      driver.run(WEBHOOK_SQL.settle, ...outcome, site, event, webhook);
    },

    async deliveries(site, { state, limit }) {
      return driver
        .all<DeliveryRow>(WEBHOOK_SQL.deliveries, site, state ?? null, limit)
        .map(toDelivery);
    },

    async retry(site, { event, now }) {
      return driver.run(WEBHOOK_SQL.retry, now, site, event ?? null);
    },

    async addOutcome(site, { event, outcome, at }) {
      return driver.transaction(() => {
        if (driver.all(WEBHOOK_SQL.event, site, event).length === 0) return 'unknown event';
        const isNew = driver.run(WEBHOOK_SQL.addOutcome, site, event, outcome, at) > 0;
        return isNew ? 'added' : 'known';
      });
    },

    async outcomes(site, event) {
      return driver.all<Outcome>(WEBHOOK_SQL.outcomes, site, event);
    },

    async told(site, { after, limit }) {
      return driver.all<EventRow>(WEBHOOK_SQL.told, site, after, limit).map(eventOf(site));
    },

    async prune(site, before) {
      driver.transaction(() => {
        const old = driver.all<{ id: string }>(WEBHOOK_SQL.old, site, before, site);
        for (const { id } of old) removeEvent(driver, site, id);
      });
    },
  };
}

/** Removes all that was told about a person, and what came of it. To be called in a transaction. */
export function forgetEventsOf(driver: SqlDriver, people: People, about: About): void {
  for (const { id } of eventsOf(driver, people, about)) removeEvent(driver, about.site, id);
}

interface About {
  site: string;
  person: string;
}

/** What was told of a person's journeys, whoever they were thought to be then. */
export function eventsOf(
  driver: SqlDriver,
  people: People,
  { site, person }: About,
): WebhookEvent[] {
  const user = person.startsWith('u:') ? person.slice(2) : null;
  return driver
    .all<EventRow>(WEBHOOK_SQL.eventsAbout, site, person, site, site, user)
    .map(eventOf(site))
    .filter((event) => (people.personOfTouchpoint(site, event.journey) ?? event.person) === person);
}

function removeEvent(driver: SqlDriver, site: string, id: string): void {
  driver.run(WEBHOOK_SQL.removeDeliveriesOf, site, id);
  driver.run(WEBHOOK_SQL.removeOutcomesOf, site, id);
  driver.run(WEBHOOK_SQL.removeEvent, site, id);
}

function toDelivery(row: DeliveryRow): Delivery {
  const { site, event, webhook, type, state, tries, dueAt, triedAt, status, error } = row;
  return {
    ...{ site, event, webhook, type, state, tries, dueAt },
    triedAt: triedAt ?? undefined,
    status: status ?? undefined,
    error: error ?? undefined,
  };
}

interface WebhookRow extends Pick<Webhook, 'site' | 'id'> {
  config: string;
}

interface DeliveryRow extends Omit<Delivery, 'triedAt' | 'status' | 'error'> {
  triedAt: number | null;
  status: number | null;
  error: string | null;
}
