import type { JourneyFact } from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import type { Delivery, DeliveryState, Outcome, Webhook, WebhookEvent } from './webhook.ts';

/** What a store keeps for webhooks: addresses, what was told, and the queue, all durable. */
export interface WebhookStore {
  /** The webhooks of a site, or of all, oldest first. */
  list(site?: string): Promise<Webhook[]>;
  save(webhook: Webhook): Promise<void>;
  /** Takes what waits for it along. Resolves to whether there was one. */
  remove(site: string, id: string): Promise<boolean>;

  /**
   * Persons whose journeys changed since they were last marked as seen, the longest ago first. Noted
   * for sites with a webhook only.
   */
  changed(site: string, limit: number): Promise<Change[]>;
  /** Forgets changes that were looked at. One that came since stays. */
  seen(site: string, changes: readonly Change[]): Promise<void>;
  /** Persons with a cart that last moved in `(after, upTo]`, epoch milliseconds. */
  wentIdle(site: string, range: { after: number; upTo: number }): Promise<string[]>;

  /** The journeys of persons with what was told of them, each in the place they were asked for. */
  known(site: Site, persons: readonly string[]): Promise<KnownPerson[]>;
  /** Adds events and what is to be sent of them, in one commit. An event whose id is known is skipped whole. */
  add(events: readonly NewEvent[]): Promise<void>;

  /** What is to be sent now, the longest due first, up to `limit` for each webhook. */
  due(now: number, limit: number): Promise<DueDelivery[]>;
  /** Takes a delivery until a moment, so that nobody else sends it. Resolves to `false` if somebody did. */
  claim(delivery: Delivery, range: { now: number; until: number }): Promise<boolean>;
  /** Writes down what came of a try. */
  settle(delivery: Delivery): Promise<void>;
  /** The latest first. */
  deliveries(site: string, filter: { state?: DeliveryState; limit: number }): Promise<Delivery[]>;
  /** Puts dead ones (one event's, or all) back into the queue. Resolves to how many. */
  retry(site: string, filter: { event?: string; now: number }): Promise<number>;

  /** Keeps what came of an event, once. */
  addOutcome(
    site: string,
    outcome: Outcome & { event: string },
  ): Promise<'added' | 'known' | 'unknown event'>;
  outcomes(site: string, event: string): Promise<Outcome[]>;
  /** What was told, by id: at most `limit` behind `after`. */
  told(site: string, page: { after: string; limit: number }): Promise<WebhookEvent[]>;
  /** Removes events that happened before a moment, with all that hangs on them. Waiting ones stay. */
  prune(site: string, before: number): Promise<void>;
}

/** Of a person's journeys. */
export interface Change {
  person: string;
  /** Of two changes, the later one has the greater number. */
  seq: number;
}

export interface KnownPerson {
  journeys: readonly JourneyFact[];
  events: readonly WebhookEvent[];
}

export interface NewEvent extends WebhookEvent {
  /** Ids of the webhooks that are to hear of it. */
  webhooks: readonly string[];
}

export interface DueDelivery extends Delivery {
  body: string;
}
