/** What a shop can be told of. */
export const EVENT_TYPES = [
  'cart.abandoned',
  'cart.resumed',
  'cart.recovered',
  'order.placed',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** An address that events of a site are sent to. */
export interface Webhook {
  site: string;
  /** `wh_…`: what the command line and the API call it. Not secret. */
  id: string;
  /** `https://mail.shop.example/cartograph` */
  url: string;
  events: readonly EventType[];
  /** Nothing that happened before it is sent. Epoch milliseconds. */
  createdAt: number;
  /**
   * Signs what is sent. Kept as it is, not as a hash: nobody can sign with a hash. Whoever reads the
   * database can sign in the shop's name, so guard the file and its backups as the key itself.
   */
  secret: string;
  /** The secret before the last rotation signs too, so that the receiver can change over in peace. */
  former?: { secret: string /** Epoch milliseconds. */; until: number };
}

/** Something that happened, as it was told. */
export interface WebhookEvent {
  site: string;
  /** `evt_…`. The same however often it is detected or sent: receivers skip what they know. */
  id: string;
  type: EventType;
  /** The journey's id when it was detected, which is the id of a touchpoint in it. */
  journey: string;
  person: string;
  visitor: string | undefined;
  /** When it happened, in epoch milliseconds. */
  at: number;
  /** When the silence began that it is about. `undefined` for `order.placed`. */
  stopAt: number | undefined;
  /** When the collector noticed, in epoch milliseconds. */
  detectedAt: number;
  /** What is sent, to the byte: JSON. */
  body: string;
}

export const DELIVERY_STATES = ['waiting', 'delivered', 'dead'] as const;

/** `dead`: every try failed. It stays listed and can be tried again by hand. */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event on its way to one address. */
export interface Delivery {
  site: string;
  event: string;
  webhook: string;
  type: EventType;
  state: DeliveryState;
  tries: number;
  /** Not to be tried before this, in epoch milliseconds. */
  dueAt: number;
  /** When it was last tried, in epoch milliseconds. */
  triedAt: number | undefined;
  /** What the receiver answered last, if it did. */
  status: number | undefined;
  /** Why the last try failed. */
  error: string | undefined;
}

/** What came of an event, as the shop's mail system tells it: `mailed`, `clicked`, `opted_out`. */
export interface Outcome {
  outcome: string;
  /** Epoch milliseconds. */
  at: number;
}

/** An event as a journey shows it. */
export interface ToldEvent extends Pick<WebhookEvent, 'id' | 'type' | 'at' | 'detectedAt'> {
  outcomes: readonly Outcome[];
}
