import type { CustomParams } from './params.ts';

/** One thing a shopper did or met, as a tracker sends it. */
export interface Touchpoint {
  /** UUID made where the touchpoint happened (version 7 in the browser). The key for exactly-once. */
  id: string;
  /** A GA4 event name, one of ours, or a custom name. See {@link ParamsByType}. */
  type: string;
  /** When it happened: epoch milliseconds on the device's clock. */
  at: number;
  /** Order of what tells it, a page load say: browser clocks are coarse and tie. */
  seq: number;
  /** The page it happened on, absolute. */
  url?: string;
  referrer?: string;
  /** Title of the page. */
  title?: string;
  params?: CustomParams;
  /** Where it happened: `web` unless said otherwise (`app`, `email`, `ads`, `phone`, `store`, `chat`…). Servers only. */
  channel?: string;
  /** The shop's own server vouches for it. Servers only. */
  confirmed?: boolean;
}

/** What `POST /v1/touchpoints` takes. */
export interface Batch {
  /** Public id of the site. */
  site: string;
  /** The device's clock when the batch was sent, in epoch milliseconds. Tells a wrong clock from a late delivery. */
  sentAt: number;
  /** The browser: made by the tracker, kept until storage is cleared or `reset()`. */
  visitor: string;
  /** The shop's own id of a shopper who said who they are. */
  user?: string;
  consent?: 'granted' | 'denied';
  touchpoints: readonly Touchpoint[];
}

/** What the collector answers once everything accepted is on disk. */
export interface BatchAnswer {
  accepted: number;
  duplicates: number;
  rejected: readonly { id: string | null; reason: string }[];
  /** Kept, but for a field that made no sense: which one, what was expected and what came. */
  adjusted?: readonly { id: string; reason: string }[];
}

/** A touchpoint as it is stored: whose it is, and its time by the collector's clock. Never changed again. */
export interface StoredTouchpoint extends Touchpoint {
  visitor: string;
  user?: string;
  /** Epoch milliseconds by the collector's clock. */
  receivedAt: number;
  device?: Device;
  /** ISO 3166-1 alpha-2, of the connection it came by. The address itself is not kept. */
  country?: string;
}

export type Device = 'desktop' | 'mobile' | 'tablet';
