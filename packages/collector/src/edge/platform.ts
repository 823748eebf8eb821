import type { ObjectStorage } from '../store/durableObject.ts';

// The parts of the platform's interfaces that are used here. Its own types would take the place of a
// browser's in the whole workspace: https://developers.cloudflare.com/workers/languages/typescript/

/** What a Durable Object is made with. */
export interface ObjectState {
  id: ObjectId;
  storage: ObjectStorage & {
    /** When the alarm rings, in epoch milliseconds. `null` when none is set. */
    getAlarm(): Promise<number | null>;
    /** Takes the place of the one before: there is one alarm an object. */
    setAlarm(at: number): Promise<void>;
  };
}

export interface ObjectId {
  toString(): string;
}

/** The binding by which a Worker finds its objects. */
export interface ObjectNamespace {
  /** The same object for the same name, wherever it is asked for. */
  idFromName(name: string): ObjectId;
  get(id: ObjectId): { fetch(request: Request): Promise<Response> };
}

/** What `wrangler.jsonc` and `wrangler secret put` give to the Worker and its objects. */
export interface EdgeEnv {
  CARTOGRAPH: ObjectNamespace;
  /** A list of sites, or the same as text. See `SiteEntry`. */
  CARTOGRAPH_SITES?: unknown;
  CARTOGRAPH_ADMIN_TOKEN?: string;
  CARTOGRAPH_READ_TOKEN?: string;
  CARTOGRAPH_WRITE_TOKEN?: string;
  /** Signs what webhooks are sent. */
  CARTOGRAPH_WEBHOOK_SECRET?: string;
  /** Where the pages are, for links in webhooks: `https://carts.shop.example`. */
  CARTOGRAPH_PUBLIC_URL?: string;
  /** Further ports that webhooks may have, of 80 and 8443; see `targetsFrom`. */
  CARTOGRAPH_WEBHOOK_PORTS?: string;
  /** Hosts of one's own that webhooks may reach over plain HTTP; see `targetsFrom`. */
  CARTOGRAPH_WEBHOOK_HOSTS?: string;
  /** How often it is looked whether somebody is to be told, in seconds. @default 60 */
  CARTOGRAPH_ROUND_SECONDS?: string | number;
  /** What an object may hold, in GB of 10⁹ bytes. @default 10 */
  CARTOGRAPH_STORAGE_GB?: string | number;
}
