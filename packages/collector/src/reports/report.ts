import type { Facts, Question, ReportView, Segment } from '@cartograph/report';
import type { OrderBasis } from '../reading/facts.ts';
import type { Preparation } from '../reading/prepared.ts';
import type { Site } from '../sites/site.ts';
import type { FactsBy, Store } from '../store/store.ts';

/**
 * One report: a page at `/sites/:site/<name>`, and the same as JSON and CSV there and at
 * `/api/sites/:site/<name>`.
 */
export interface Report<Found extends object = object> {
  /** Part of its address. */
  name: string;
  /**
   * Finds out what was asked.
   *
   * @throws {RangeError} If something that was asked can't be read. Fit to be shown.
   */
  read(asking: Asking): Promise<Found>;
  /** Its rows as CSV: records, or a text that is CSV already. */
  csv(found: Found): readonly object[] | string;
  /** A complete HTML document. */
  page(found: Found, view: ReportView, asking: Asking): string | Promise<string>;
}

/** What a report is asked, and where it can look. */
export interface Asking {
  site: Site;
  store: Store;
  question: Question;
  /** Which orders count. */
  orders: OrderBasis;
  segment: Segment;
  /** The whole query of the address. */
  asked: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  now: number;
  /**
   * The journeys that it is about, in the segment that was asked for, in parts: what an analysis finds out
   * about a part is remembered with it.
   *
   * @param by Which: by when their cart was created, when their order was placed, or when they began.
   * @param change Another period, moment or segment than what was asked, and what is to be found out
   *   about each part as soon as it is read.
   */
  parts<By extends keyof FactsBy>(
    by: By,
    change?: Change & { prepare?: Preparation<FactsBy[By]> },
  ): Promise<Facts<FactsBy[By]>>;
  /** The same, read as a whole. */
  facts<By extends keyof FactsBy>(by: By, change?: Change): Promise<FactsBy[By][]>;
}

export type Change = Partial<Pick<Question, 'from' | 'to' | 'asOf'>> & { segment?: Segment };

/** A report among others, whatever it finds. */
// biome-ignore lint/suspicious/noExplicitAny: what one report finds is its own business.
export type AnyReport = Report<any>;
