import type { Journey } from '@cartograph/journey';

/** A journey with the person it belongs to: one row of the fact table that reports read. */
export interface JourneyFact extends Omit<Journey, 'stages' | 'trail'> {
  /** `u:` and a user's id, or `v:` and a visitor's. */
  person: string;
}

/** One with what happened in each stage, for the map. */
export type StagesFact = JourneyFact & Pick<Journey, 'stages'>;

/** One with what was done, in order, for paths and funnels. */
export type TrailFact = JourneyFact & Pick<Journey, 'trail'>;

/** What every report is asked with. The clock and the settings come in; nothing reads them on its own. */
export interface Question {
  /** Start of the period, in epoch milliseconds. */
  from: number;
  /** End of the period, not in it. */
  to: number;
  /**
   * The moment the answer is true at, in epoch milliseconds. Not before the last touchpoint that
   * the journeys were folded from: what was known earlier takes a fold of what was known earlier.
   */
  asOf: number;
  /** The site's idea of an abandonment, in milliseconds. */
  abandonedAfterMs: number;
  /** The site's currency, ISO 4217. Sums are in it; other currencies are listed apart. */
  currency: string;
  /** IANA name of the site's time zone. Days begin by it. */
  timeZone: string;
}
