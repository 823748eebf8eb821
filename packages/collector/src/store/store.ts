import type { Journey, StoredTouchpoint } from '@cartograph/journey';
import type { JourneyFact } from '@cartograph/report';
import type { Settings } from '../settings/settings.ts';
import type { Site } from '../sites/site.ts';

/**
 * Where touchpoints live, and the journeys folded from them. The only door between the collector
 * and a database: nothing outside this folder knows which one is behind it.
 *
 * To add a database, write one file here and run `test/store/contract.ts` against it. Rules about
 * journeys are never written in a database's language: every store calls `fold`.
 *
 * Every method rejects with {@link StoreError} when the database can't be reached.
 */
export interface Store extends Settings {
  /**
   * Adds touchpoints, skips those whose `id` the site already has, joins visitors to users, and
   * folds the persons they touch: durable and in every report once this resolves.
   *
   * One commit for all writes; all or nothing.
   */
  append(writes: readonly Write[]): Promise<Appended[]>;

  /** Journeys whose cart was created in `[from, to)`, epoch milliseconds. */
  carts(site: string, range: { from: number; to: number }): Promise<JourneyFact[]>;

  /** When the first cart of a site was created. `undefined` when there is none. */
  firstCartAt(site: string): Promise<number | undefined>;

  /** Journeys last moved in `[from, ∞)`, the latest first. */
  latest(site: string, range: { from: number; limit: number }): Promise<JourneyFact[]>;

  /** Everything a person did, over all their visitors, in no particular order. */
  touchpointsOf(site: string, person: string): Promise<StoredTouchpoint[]>;

  /** Whose touchpoint this is. `undefined` for an unknown id. */
  personOfTouchpoint(site: string, id: string): Promise<string | undefined>;

  /** Everything folded, of one person. */
  journeysOf(site: Site, person: string): Promise<FoldedPerson>;

  /** Every touchpoint of a site, a page at a time: the export and the backup. */
  touchpoints(site: string): AsyncIterable<StoredTouchpoint>;

  /** How much is stored. */
  counts(site: string): Promise<{ touchpoints: number; journeys: number; persons: number }>;

  /** Throws every derived row of a site away and folds them again. Resolves to how many persons there are. */
  rebuild(site: Site): Promise<number>;

  /** Frees connections and files. Calling it twice is fine. */
  close(): Promise<void>;
}

export interface Write {
  site: Site;
  touchpoints: readonly StoredTouchpoint[];
}

export interface Appended {
  accepted: number;
  duplicates: number;
}

export interface FoldedPerson {
  person: string;
  journeys: readonly { journey: Journey; touchpoints: readonly StoredTouchpoint[] }[];
}

/** The database could not be reached or refused the write. Always worth a retry; `cause` has the driver's error. */
export class StoreError extends Error {
  override name = 'StoreError';
}
