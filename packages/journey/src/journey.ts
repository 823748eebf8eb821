import type { Step } from './steps.ts';
import type { Device } from './touchpoint.ts';

/** The way from first hearing of a shop to speaking for it, in order. */
export const STAGES = [
  'awareness',
  'consideration',
  'cart',
  'checkout',
  'order',
  'retention',
  'advocacy',
] as const;

export type Stage = (typeof STAGES)[number];

/**
 * A person's way towards one order, across visits and devices. Folded from touchpoints, never
 * edited: the same touchpoints give the same journeys, in whatever order they came.
 *
 * Times are epoch milliseconds; amounts are whole minor units (cents) of their currency.
 */
export interface Journey {
  /** Id of its first touchpoint. */
  id: string;
  /** When its first touchpoint happened. */
  startedAt: number;
  /** When the shopper was last there. What belongs to it later (a refund, a review) doesn't move it. */
  lastAt: number;
  /** Visits it took: one more after every 30 minutes without a touchpoint. */
  visits: number;
  /** How many touchpoints belong to it, later ones included. */
  touchpoints: number;
  /** The furthest stage. Going back to browse doesn't lower it. */
  stage: Stage;
  /** Whether this person had an earlier journey. */
  returning: boolean;
  /** How it began. */
  entry: Entry;
  /** At most one. A journey that only looked has none. */
  cart?: Cart;
  /** What happened in each stage that it was in, in the order they were entered. */
  stages: readonly StageStay[];
  /** What was done, in order. The same thing twice in a row is there once; a very long one is cut. */
  trail: readonly Mark[];
}

/** What a journey was in one stage: that is, while no further one was reached. */
export interface StageStay {
  stage: Stage;
  /** First time. */
  at: number;
  /** Time spent; silences of 30 minutes or more left out. Milliseconds. */
  activeMs: number;
  /** Touchpoints by type. */
  did: Record<string, number>;
  /** Web vitals that were rated poor. */
  poorVitals: number;
  /** Channel groups of the visits that it fell into. */
  channels: string[];
  /** What shoppers answered in surveys. */
  scores: { question: string; score: number }[];
}

/** What was done, in a word or two (`page_view /cart`, `add_to_cart`), and how many seconds after the start. */
export type Mark = readonly [name: string, seconds: number];

export interface Entry {
  url?: string;
  referrer?: string;
  /** Where it began: `web` unless a server said otherwise. */
  channel: string;
  /**
   * How the shopper came: one of `CHANNEL_GROUPS`, that of the visit it began in. What began neither on
   * the web nor in an app has its channel's name: `Phone`. Missing in what was folded by a version
   * that didn't know it.
   */
  channelGroup?: string;
  device?: Device;
  /** ISO 3166-1 alpha-2: `DE`. Missing where nothing told it. */
  country?: string;
}

/** What it is now is a question of *when* you ask: see `cartState()`. */
export interface Cart {
  /** First sign of goods in it; for a `direct` order, the order. */
  createdAt: number;
  /** Ordered without a cart ever seen: "buy now". */
  direct: boolean;
  /** ISO 4217. The currency it was last seen in. */
  currency: string;
  /** What it is worth: as ordered; when emptied, the most it held; else what it holds. Minor units. */
  amount: number;
  /** What was last in it: 200 lines at most. */
  lines: readonly CartLine[];
  /** In the order they were first done. */
  steps: readonly StepDone[];
  /** The deepest step, which may not be the last one done. `undefined` for a `direct` order. */
  deepest?: Step;
  /**
   * When the shopper took everything out, if nothing came in again; or bought all of it as a further part of
   * an earlier order, which shows nobody there: it may be later than `lastAt`.
   */
  emptiedAt?: number;
  order?: Order;
  /**
   * Silences of `abandonedAfter` or more with goods in the cart and no order, oldest first.
   *
   * The silence the journey ends in is the last one, whatever its length: it becomes a stop when
   * it is `abandonedAfter` old. See `stopsAsOf()`.
   */
  stops: readonly Stop[];
  /** What the shopper met on the way that may be a reason to leave, in order. See `metBy`. */
  met: readonly Met[];
}

/** Something a shopper met with a cart in hand. */
export interface Met {
  /** `alert:PAYMENT_ERROR`, `price_rise`, `poor:LCP`… */
  what: string;
  /** How deep the cart had got, or the page where it was met. */
  step: Step;
  /** First time at this step. */
  at: number;
  /** How often at this step. */
  times: number;
  /** By how much a price rose at most, in minor units of the cart's currency. */
  size?: number;
}

export interface CartLine {
  /** `item_id`, or the name where a shop sends no id. */
  item: string;
  name?: string;
  variant?: string;
  quantity: number;
  /** Unit price in minor units, where known. */
  price?: number;
}

export interface StepDone {
  step: Step;
  /** First time. */
  at: number;
  /** Time spent while this was the deepest step; silences of 30 minutes or more left out. Milliseconds. */
  activeMs: number;
}

export interface Stop {
  /** When the shopper was last seen before the silence. */
  at: number;
  /** When they were seen again. */
  until?: number;
  /** How deep the cart had got. */
  step: Step;
  /** What it held, in minor units. */
  amount: number;
}

export interface Order {
  /** The shop's `transaction_id`, or the touchpoint's own id. */
  id: string;
  /** When it was first told. */
  at: number;
  /** Told by the shop's server, not only by the browser. */
  confirmed: boolean;
  /** The shop's server took it back as a whole. */
  cancelled?: true;
  /** ISO 4217. */
  currency: string;
  /** Minor units. */
  amount: number;
  /** What was given back so far, in minor units. */
  refunded: number;
}
