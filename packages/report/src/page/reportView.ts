import type { LateDay } from '../lateDays.ts';
import type { SelectedPeriod } from '../readPeriod.ts';
import type { Segment, SegmentKey } from '../segment.ts';
import type { Frame, Site } from './frame.ts';
import type { SavedSegment } from './settings/savedSegment.ts';

/** What every page with a report is drawn with, beside what it found. */
export interface ReportView extends Frame {
  site: Site;
  period: SelectedPeriod;
  /** Ends of the period, and the moment that it is true at: ISO 8601, UTC. */
  from: string;
  to: string;
  asOf: string;
  /** What it is cut by. */
  segment: Segment;
  /** What it can be cut by: values, the most frequent first. */
  choices: Readonly<Record<SegmentKey, readonly string[]>>;
  /** Days of the period that touchpoints were added to lately, when they were over. */
  late: readonly LateDay[];
  /** Journeys are being folded again, by a newer version or under other settings: figures may still change. */
  isChanging?: boolean;
  /** Segments that the owner saved. */
  saved?: readonly SavedSegment[];
  /** Only orders that the shop's server confirmed count. */
  onlyConfirmed: boolean;
  /** What the address asked for, without the language and the format. */
  query: Readonly<Record<string, string>>;
}
