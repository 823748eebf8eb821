import { type FilePlace, filePlace } from './filePlace.ts';
import type { FileRecord } from './fileRecord.ts';
import { type JoinedBy, joinRecords } from './joinRecords.ts';
import { type OpenOptions, openFile } from './openFile.ts';
import { type Format, records } from './records.ts';
import { skipBytes } from './skipBytes.ts';

/** Where reading starts. */
interface Start {
  /** Bytes of the unpacked file before it. */
  bytes: number;
  /** Physical line that starts there, from 1. */
  line: number;
  /** SHA-256 that the bytes before it must have. Any will do when left out. */
  hash?: string;
}

export interface ReadRecords {
  records: AsyncGenerator<FileRecord>;
  /** To be moved along with the records. */
  place: FilePlace;
  /** Physical line of the first record. */
  line: number;
}

/**
 * Reads a file's records from a place on.
 *
 * @returns `undefined` if what is before that place is not what it was.
 */
export async function readRecords(
  path: string,
  {
    format,
    start,
    joinedBy,
    ...options
  }: OpenOptions & { format: Format; start: Start; joinedBy?: JoinedBy | undefined },
): Promise<ReadRecords | undefined> {
  const skipped = await skipBytes(await openFile(path, options), start);
  if (!skipped) return undefined;
  const single = records(skipped.rest, format, start.line);
  return {
    records: joinedBy ? joinRecords(single, joinedBy) : single,
    place: filePlace({ ...start, hash: skipped.hash }),
    line: start.line,
  };
}
