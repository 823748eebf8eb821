import type { Fields } from '../fileRecord.ts';
import type { JoinedBy } from '../joinRecords.ts';
import type { Reading } from '../toTouchpoint.ts';

/** Reads records that are more than a row of columns: nested ones, and those that tell several things. */
export interface Translator {
  /** Columns that its CSV can't lack. Without them it reads one JSON object a line. */
  columns?: readonly string[];
  /** Rows of one record, where it has several. */
  joinedBy?: JoinedBy;
  /**
   * @param rows One record: a single row, but for those joined.
   * @param toTime Reads a time, one without a zone in that of the file.
   */
  read(
    rows: readonly [Fields, ...Fields[]],
    toTime: (value: unknown) => number | undefined,
  ): readonly Reading[];
}
