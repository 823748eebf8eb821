import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { ArchiveEnd, ArchiveNote, ArchivePlace } from '../moving/archive.ts';
import { UsageError } from './command.ts';

export interface ExportFileOptions {
  /** A file that is not there yet. Packed when its name ends in `.gz`. */
  path: string;
  /** What is written: a run that was stopped is gone on with by the same only. */
  source: string;
  /** The parts of an archive, from the start or from behind one that was written before. */
  archive: (from: ArchivePlace | undefined) => AsyncIterable<string>;
  /** Told after every part that is on the disk. */
  onPart?: (bytes: number) => void;
  signal?: AbortSignal | undefined;
}

/** How far a file is written, beside it: `shop.ndjson.gz.part.json`. */
interface Written extends ArchivePlace {
  source: string;
  /** Of the file, up to the end of a part. */
  bytes: number;
}

/**
 * Writes an archive to a file that appears under its name once it is whole and on the disk. Stopped or
 * killed anywhere, the next run goes on behind the last part that was on the disk.
 *
 * @returns The last line.
 * @throws {UsageError} If the file is there already, or what is there of it is of something else.
 */
export async function exportFile({
  path,
  source,
  archive,
  onPart = () => {},
  signal,
}: ExportFileOptions): Promise<ArchiveEnd & { wasResumed: boolean }> {
  if (existsSync(path)) throw new UsageError(`Expected --out to be a new file, ${path} is there`);
  const part = `${path}.part`;
  const progress = `${part}.json`;
  const written = readWritten(progress, part);
  if (written && written.source !== source) {
    throw new UsageError(
      `${part} is an export of ${written.source} that was stopped: go on with that, or remove it`,
    );
  }

  const file = openSync(part, written ? 'r+' : 'w');
  try {
    let bytes = written?.bytes ?? 0;
    ftruncateSync(file, bytes);
    for await (const text of archive(written)) {
      signal?.throwIfAborted();
      const data = path.endsWith('.gz') ? gzipSync(text) : Buffer.from(text);
      if (writeSync(file, data, 0, data.length, bytes) < data.length) {
        throw new Error(`No room for all of ${part}: make some, and run it again`);
      }
      bytes += data.length;
      fsyncSync(file);
      onPart(bytes);

      const note = lastLineOf(text);
      if (note.cartograph === 'end') {
        renameSync(part, path);
        rmSync(progress, { force: true });
        return { ...note, wasResumed: written !== undefined };
      }
      if (note.cartograph !== 'seal') throw new Error(`Expected a seal, got ${note.cartograph}`);
      const { after, sha256 } = note;
      save(progress, { source, bytes, after, sha256 });
    }
    throw new Error('Expected an export with its last line, got one that was cut off');
  } finally {
    closeSync(file);
  }
}

function readWritten(progress: string, part: string): Written | undefined {
  if (!existsSync(progress) || !existsSync(part)) return undefined;
  return JSON.parse(readFileSync(progress, 'utf8'));
}

/** As a whole or not at all. */
function save(path: string, written: Written): void {
  writeFileSync(`${path}.new`, JSON.stringify(written), { flush: true });
  renameSync(`${path}.new`, path);
}

function lastLineOf(text: string): ArchiveNote {
  return JSON.parse(text.slice(text.lastIndexOf('\n', text.length - 2) + 1));
}
