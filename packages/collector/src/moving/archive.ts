import type { AuditEntry } from '../audit/auditEntry.ts';
import type { Verdict } from '../quarantine/reasons.ts';
import type { Site } from '../sites/site.ts';
import type { Arrival } from '../store/store.ts';
import type { Outcome, WebhookEvent } from '../webhooks/webhook.ts';

/** A list with no end, where everything is asked for: more than anybody will ever have done. */
export const ALL = 2 ** 31 - 1;

/** A reader takes what is not newer than itself. */
export const ARCHIVE_FORMAT = 1;

/** What owners make on the pages, by the name that its keys begin with. */
export const MOVED_SETTINGS = ['annotation', 'segment'] as const;

/**
 * A line of an archive: one JSON object. Most are touchpoints; every other has a `cartograph`, which
 * says what it is.
 *
 * An archive is made of parts, and each ends in a `seal` or, the last one, in the `end`. Their `sha256`
 * is the SHA-256, in hex, of that of the part before (nothing, for the first) and the text of the
 * part's other lines: what was cut off, changed or left out is noticed.
 */
export type ArchiveLine = Arrival | ArchiveNote;

export type ArchiveNote =
  | ArchiveHeader
  | { cartograph: 'setting'; name: (typeof MOVED_SETTINGS)[number]; id: string; value: object }
  | { cartograph: 'verdict'; visitor: string; verdict: Verdict; at: number }
  | ({ cartograph: 'audit' } & Omit<AuditEntry, 'id' | 'site'>)
  | ({ cartograph: 'event'; outcomes: readonly Outcome[] } & Omit<WebhookEvent, 'site'>)
  | ({ cartograph: 'seal' } & ArchivePlace)
  | ArchiveEnd;

/** The first line. */
export interface ArchiveHeader {
  cartograph: 'export';
  format: number;
  site: Site;
  /** Epoch milliseconds. */
  exportedAt: number;
  /** Only what arrived from then on is in it. Epoch milliseconds. */
  since?: number;
}

/** Where a part ends: an archive can be gone on with from here. */
export interface ArchivePlace {
  /** The store's word for the last touchpoint before. */
  after: string;
  sha256: string;
}

/** The last line. The counts are those of the whole site, when the export ended. */
export interface ArchiveEnd {
  cartograph: 'end';
  touchpoints: number;
  journeys: number;
  persons: number;
  sha256: string;
}
