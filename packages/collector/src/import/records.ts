import { type CsvFormat, csvRecords } from './csvRecords.ts';
import type { FileRecord } from './fileRecord.ts';
import { lineBlocks } from './lineBlocks.ts';
import { ndjsonRecords } from './ndjsonRecords.ts';

export type Format = ({ kind: 'csv' } & CsvFormat) | { kind: 'ndjson' };

/**
 * Reads the records of a file, however its bytes come in. What can't be read is told with its
 * line, and reading goes on.
 *
 * @param line Physical line that the bytes start on, from 1. For CSV: below the header.
 */
export function records(
  bytes: AsyncIterable<Buffer>,
  format: Format,
  line: number,
): AsyncGenerator<FileRecord> {
  const blocks = lineBlocks(bytes);
  return format.kind === 'csv' ? csvRecords(blocks, format, line) : ndjsonRecords(blocks, line);
}
