import type { Hash } from 'node:crypto';
import type { Checkpoint } from './checkpoint.ts';
import type { FileRecord } from './fileRecord.ts';
import { NEWLINE } from './lineBreaks.ts';

export interface FilePlace {
  /** Moves on to behind a record. */
  pass(record: FileRecord): void;
  checkpoint(isFinished: boolean): Checkpoint;
}

/**
 * Keeps where a file has been read to.
 *
 * A last line without its line break may be one that is still being written. It is read, but not
 * passed: the next run looks at it again, and finds it whole.
 *
 * @param hash SHA-256 of all bytes before the place.
 */
export function filePlace({
  bytes,
  line,
  hash,
}: {
  bytes: number;
  line: number;
  hash: Hash;
}): FilePlace {
  let unended: FileRecord | undefined;

  const move = ({ raw, nextLine }: FileRecord) => {
    hash.update(raw);
    bytes += raw.length;
    line = nextLine;
  };

  return {
    pass(record) {
      // Something follows it, so it wasn't the last.
      if (unended) move(unended);
      unended = record.raw.at(-1) === NEWLINE ? undefined : record;
      if (!unended) move(record);
    },
    checkpoint: (isFinished) => ({ bytes, line, hash: hash.copy().digest('hex'), isFinished }),
  };
}
