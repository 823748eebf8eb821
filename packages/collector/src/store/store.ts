import type { Journey, StoredTouchpoint } from '@cartograph/journey';
import type {
  DeliveryCount,
  JourneyFact,
  LateArrival,
  Part,
  StagesFact,
  TrailFact,
} from '@cartograph/report';
import type { AuditEntry } from '../audit/auditEntry.ts';
import type { Reason, Suspicion, Verdict } from '../quarantine/reasons.ts';
import type { Settings } from '../settings/settings.ts';
import type { Site } from '../sites/site.ts';
import type { Outcome, WebhookEvent } from '../webhooks/webhook.ts';
import type { WebhookStore } from '../webhooks/webhookStore.ts';
import type { PastJourney, PastPerson } from './pastFolds.ts';

/**
 * Where touchpoints live, and the journeys folded from them. The only door between the collector
 * and a database: nothing outside this folder knows which one is behind it.
 *
 * To add a database, write one file here and run `test/store/contract.ts` against it. Rules about
 * journeys are never written in a database's language: every store calls `fold`.
 *
 * A touchpoint in quarantine is kept and counts nowhere: no journey, report or stream has it but
 * where a method says so.
 *
 * Every method rejects with {@link StoreError} when the database can't be reached.
 */
export interface Store extends Settings, QuarantineStore, PrivacyStore, MovingStore {
  /**
   * Adds touchpoints, skips those whose `id` the site already has, joins visitors to users, and
   * folds the persons they touch: durable and in every report once this resolves.
   *
   * One commit for all writes; all or nothing.
   */
  append(writes: readonly Write[]): Promise<Appended[]>;

  /** Journeys whose cart was created in `[from, to)`, epoch milliseconds. */
  carts(site: string, range: Range): Promise<JourneyFact[]>;

  /** Journeys whose order was placed in `[from, to)`, epoch milliseconds. */
  orders(site: string, range: Range): Promise<JourneyFact[]>;

  /** Journeys that began in `[from, to)`, epoch milliseconds. */
  journeys(site: string, range: Range): Promise<JourneyFact[]>;

  /** The same with what happened in each stage. */
  stages(site: string, range: Range): Promise<StagesFact[]>;

  /** The same with what was done. */
  trails(site: string, range: Range): Promise<TrailFact[]>;

  /**
   * The same facts in parts, each with what was found out about it before: the part stays the same one
   * for as long as no journey in it changes, and is read when it is asked for its facts.
   *
   * A store that remembers nothing does without it, and is read as a whole.
   */
  parts?<By extends keyof FactsBy>(
    by: By,
    site: string,
    range: Range,
  ): Promise<readonly Part<FactsBy[By]>[]>;

  /** How many journeys began in `[from, to)`, epoch milliseconds. */
  journeysBegun(site: string, range: Range): Promise<number>;

  /** Who told of an order first, and by which touchpoint: browsers before the shop's server. */
  ordersToldBy(site: string, transactionId: string): Promise<readonly StoredTouchpoint[]>;

  /** When the first cart of a site was created. `undefined` when there is none. */
  firstCartAt(site: string): Promise<number | undefined>;

  /** Journeys last moved in `[from, ∞)`, the latest first. */
  latest(site: string, range: { from: number; limit: number }): Promise<JourneyFact[]>;

  /**
   * Everything that a person's journeys are made of, in no particular order: what they did over all
   * their visitors, and what the shop's server said about their orders.
   */
  touchpointsOf(site: string, person: string): Promise<StoredTouchpoint[]>;

  /** Whose touchpoint this is. `undefined` for an unknown id. */
  personOfTouchpoint(site: string, id: string): Promise<string | undefined>;

  /** Everything folded, of one person. */
  journeysOf(site: Site, person: string): Promise<FoldedPerson>;

  /**
   * The journeys of persons as they stood at a moment, epoch milliseconds: each person's in the place they
   * were asked for. What it gives is shared: nobody may change it.
   */
  journeysAt(
    site: Site,
    persons: readonly PastPerson[],
    asOf: number,
  ): Promise<(readonly PastJourney[])[]>;

  /** Every touchpoint of a site, a page at a time: the export and the backup. */
  touchpoints(site: string): AsyncIterable<StoredTouchpoint>;

  /** How much is stored. */
  counts(site: string): Promise<{ touchpoints: number; journeys: number; persons: number }>;

  /** Throws every derived row of a site away and folds them again. Resolves to how many persons there are. */
  rebuild(site: Site): Promise<number>;

  /** What browsers delivered of page loads begun in `[from, to)`, summed by browser and quarter of an hour. */
  deliveries(
    site: string,
    range: Range & {
      /** A gap in a page load last seen before this is lost; one in a younger one may still arrive. */
      settledBefore: number;
    },
  ): Promise<DeliveryCount[]>;

  /**
   * What happened in `[from, to)` and arrived at least an hour later, from `receivedFrom` on: by the
   * quarter of an hour that it happened in, and the hour that it arrived in.
   */
  late(site: string, range: Range & { receivedFrom: number }): Promise<LateArrival[]>;

  /** When the first of a site's touchpoints arrived, of those that are still there. `undefined` before any has. */
  firstReceivedAt(site: string): Promise<number | undefined>;

  /** A store without it folds again as it opens. */
  readonly refolding?: Refolding;

  /** A store without it sends none. */
  readonly webhooks?: WebhookStore;

  /** Writes down who did what. Nothing takes it back. */
  audit(entry: Omit<AuditEntry, 'id'>): Promise<void>;

  /** What was done, the latest first. */
  auditLog(filter: { site?: string; limit: number }): Promise<AuditEntry[]>;

  /** Frees connections and files. Calling it twice is fine. */
  close(): Promise<void>;
}

/**
 * Folding again what was folded by another version, or under other settings of the site, a piece at a
 * time. Until a person's turn their journeys stay as they were, in every report.
 */
export interface Refolding {
  /** Sites of which something is still as it was. */
  waiting(): Promise<readonly string[]>;

  /** Has everybody of a site folded again. What is half done begins anew. */
  begin(site: string): Promise<void>;

  /** Folds a bounded number of persons again. Resolves to whether there was anything to do: call it until there is not. */
  next(): Promise<boolean>;
}

export interface QuarantineStore {
  /** What is in quarantine, the latest first. */
  quarantined(site: string, filter: { reason?: Reason; limit: number }): Promise<Quarantined[]>;

  /** How many touchpoints and visitors are in quarantine, by reason. */
  quarantineCounts(
    site: string,
  ): Promise<{ reason: Reason; touchpoints: number; visitors: number }[]>;

  /** Visitors that somebody decided about, the latest first. */
  verdicts(site: string): Promise<{ visitor: string; verdict: Verdict; at: number }[]>;

  /**
   * Releases a visitor's touchpoints, holds them, or leaves it to the rules again (`undefined`), and
   * folds whom that concerns. Resolves to whether anything is known of this visitor.
   */
  decide(
    site: Site,
    visitor: string,
    decision: { verdict: Verdict | undefined; at: number },
  ): Promise<boolean>;
}

export interface PrivacyStore {
  /** The persons who a visitor, a user or a transaction names. */
  personsNamed(site: string, name: string): Promise<string[]>;

  /** Everything that is kept about a person, what is in quarantine included. */
  everythingOf(site: Site, person: string): Promise<EverythingKept>;

  /**
   * Removes everything that is kept about a person. Every report is then as if they had never been.
   * Resolves to how many touchpoints that were.
   */
  forget(site: Site, person: string): Promise<number>;

  /**
   * Removes touchpoints that happened before a moment, a bounded number at a time. Resolves to how
   * many were removed: call it until that is 0.
   *
   * @param after Where the last call ended: begin with 0.
   */
  purge(
    site: Site,
    range: { before: number; after: number },
  ): Promise<{ removed: number; next: number | undefined }>;
}

/** How a site moves from one store to another. See MOVING.md. */
export interface MovingStore {
  /**
   * Some of a site's touchpoints with what is known of their delivery, what is in quarantine included,
   * in the order they arrived. None means that nothing follows.
   *
   * @param page.after `place` of the page before. From the start when left out.
   * @param page.receivedFrom Leaves out what arrived before. Epoch milliseconds.
   * @throws {RangeError} For a place that this store never gave.
   */
  arrivals(
    site: string,
    page: { after?: string | undefined; receivedFrom?: number | undefined; limit: number },
  ): Promise<{ arrivals: Arrival[]; place: string }>;

  /**
   * Adds touchpoints as they arrived at another store, and folds the persons they touch. May break off
   * half-way, and be called with the same any number of times.
   *
   * Of one that is here already, what arrived first is kept: with the same `receivedAt` it is the same
   * arrival, and has the larger number of copies of both; an earlier one takes the place of ours, which
   * was one more copy of it; a later one changes nothing.
   */
  restore(site: Site, arrivals: readonly Arrival[]): Promise<Appended>;
}

/** Which journeys of a period: by when their cart was created, when their order was placed, or when they began. */
export interface FactsBy {
  carts: JourneyFact;
  orders: JourneyFact;
  journeys: JourneyFact;
  stages: StagesFact;
  trails: TrailFact;
}

export interface Range {
  from: number;
  to: number;
}

export interface Write {
  site: Site;
  touchpoints: readonly ReceivedTouchpoint[];
}

/** A touchpoint with what is known of its delivery. */
export interface ReceivedTouchpoint extends StoredTouchpoint {
  /** The browser that sent it: `Chrome 126`. */
  browser?: string;
  /** What was odd about it. `''` when it came from a browser and nothing was; left out when it is not judged. */
  suspicion?: Suspicion | '';
}

/** A touchpoint as it arrived, with everything that a store knows of it. */
export interface Arrival extends ReceivedTouchpoint {
  /** How often it arrived again. */
  copies: number;
}

export interface Appended {
  accepted: number;
  duplicates: number;
}

export interface FoldedPerson {
  person: string;
  journeys: readonly { journey: Journey; touchpoints: readonly StoredTouchpoint[] }[];
}

/** What one visitor has in quarantine for one reason. */
export interface Quarantined {
  person: string;
  visitor: string;
  reason: Reason;
  touchpoints: number;
  firstAt: number;
  lastAt: number;
}

export interface EverythingKept {
  person: string;
  visitors: readonly string[];
  touchpoints: readonly (StoredTouchpoint & { quarantine?: Reason })[];
  journeys: readonly Journey[];
  verdicts: readonly { visitor: string; verdict: Verdict; at: number }[];
  /** What the shop's own systems were told of them, and what these answered. */
  events: readonly (WebhookEvent & { outcomes: readonly Outcome[] })[];
}

/** The database could not be reached or refused the write. Always worth a retry; `cause` has the driver's error. */
export class StoreError extends Error {
  override name = 'StoreError';
  /** Somebody else holds the database for the moment, and nothing was changed. */
  readonly isBusy: boolean;

  constructor(
    message: string,
    { cause, isBusy = false }: { cause?: unknown; isBusy?: boolean } = {},
  ) {
    super(message, { cause });
    this.isBusy = isBusy;
  }
}
