import { createHash } from 'node:crypto';
import type { ArchiveEnd } from '../moving/archive.ts';
import type { RestoredLines } from '../moving/restoreLines.ts';
import { type Checkpoints, checkpointKey } from './checkpoint.ts';
import type { FileRecord } from './fileRecord.ts';
import type { ImportFileOptions } from './importFile.ts';
import { emptySummary, type ImportSummary } from './importSummary.ts';
import { NEWLINE } from './lineBreaks.ts';
import type { Mapping } from './mapping.ts';
import { readHead } from './readHead.ts';
import { resumeRecords } from './resumeRecords.ts';

/** Restored at once: a part of an archive, unless its touchpoints are huge. */
const CHUNK_LINES = 2000;
const CHUNK_BYTES = 4 * 1024 * 1024;

/** Tells its checkpoints from those of other imports of the same file. */
const ARCHIVE: Mapping = { fields: {}, types: {}, zone: 'UTC', translator: 'cartograph' };

export interface ImportArchiveOptions
  extends Pick<ImportFileOptions, 'path' | 'onProgress' | 'onProblem' | 'signal'> {
  /** Puts lines into a store, durably. Not called again before it answers. */
  restore: (text: string) => Promise<RestoredLines>;
  /** For one site: what it has imported, another one has not. */
  checkpoints: Checkpoints;
}

export interface ArchiveSummary extends ImportSummary {
  /** Its last line. `undefined` for an archive that was cut off. */
  end: ArchiveEnd | undefined;
  /** Parts that are not what was exported: their checksums differ. Each was told. */
  broken: number;
}

/** How far an archive is restored, besides its {@link Checkpoint}. */
interface Kept {
  /** The checksum of the last part. */
  sealed: string;
  end?: ArchiveEnd | undefined;
}

/**
 * Reads what `export` wrote, in bounded memory.
 *
 * May stop or fail anywhere, and run again any number of times: it goes on behind the last part that
 * was restored. A line that can't be read is told and left, and so is a part that was changed.
 *
 * @throws {ImportError} If the file can't be read at all.
 */
export async function importArchive({
  path,
  restore,
  checkpoints,
  onProgress = () => {},
  onProblem = () => {},
  signal,
}: ImportArchiveOptions): Promise<ArchiveSummary> {
  const summary: ArchiveSummary = { ...emptySummary(), end: undefined, broken: 0 };
  const key = checkpointKey(ARCHIVE, await readHead(path));
  const { records, place, line, resumed, kept } = await resumeRecords(path, {
    ...{ key, checkpoints, format: { kind: 'ndjson' }, start: { bytes: 0, line: 1 } },
    onRead: (read) =>
      onProgress({ ...read, lines: summary.lines, touchpoints: summary.touchpoints }),
    signal,
  });
  let { sealed, end }: Kept = kept === undefined ? { sealed: '' } : JSON.parse(kept);
  if (resumed) summary.resumedAtLine = resumed.line;
  summary.lines = line - 1;
  summary.end = end;

  const newHash = () => createHash('sha256').update(sealed);
  let hash = newHash();
  let partLine = line;
  let chunk: FileRecord[] = [];
  let chunkBytes = 0;

  const restoreChunk = async () => {
    signal?.throwIfAborted();
    if (chunk.length === 0) return;
    const texts = chunk.map(({ raw }) => raw.toString().trim());
    const restored = await restore(texts.join('\n'));
    summary.accepted += restored.accepted;
    summary.duplicates += restored.duplicates;
    summary.touchpoints += restored.accepted + restored.duplicates;
    for (const { line, reason, isKept } of restored.problems) {
      summary[isKept ? 'adjusted' : 'problems'] += 1;
      onProblem({ line: chunk[line - 1]!.line, reason, isKept });
    }
    chunk = [];
    chunkBytes = 0;
  };

  for await (const record of records) {
    place.pass(record);
    const { line, nextLine, raw, fields, problem } = record;
    summary.lines = raw.at(-1) === NEWLINE ? nextLine - 1 : nextLine;
    if (problem !== undefined) {
      summary.problems += 1;
      onProblem({ line, reason: problem, isKept: false });
    }
    // Archives may follow one another in one file.
    if (fields?.cartograph === 'export') {
      sealed = '';
      hash = newHash();
      partLine = line;
    }
    if (fields?.cartograph !== 'seal' && fields?.cartograph !== 'end') {
      hash.update(raw);
      summary.end = undefined;
      if (fields) chunk.push(record);
      chunkBytes += raw.length;
      if (chunk.length >= CHUNK_LINES || chunkBytes >= CHUNK_BYTES) await restoreChunk();
      continue;
    }

    await restoreChunk();
    if (hash.digest('hex') !== fields.sha256) {
      summary.broken += 1;
      const reason = `expected lines ${partLine} to ${line - 1} as they were exported, got others: the checksum differs`;
      onProblem({ line, reason, isKept: true });
    }
    sealed = String(fields.sha256);
    hash = newHash();
    partLine = nextLine;
    summary.end = fields.cartograph === 'end' ? (fields as unknown as ArchiveEnd) : undefined;
    const isFinished = summary.end !== undefined;
    const state: Kept = { sealed, end: summary.end };
    await checkpoints.save(key, JSON.stringify({ ...place.checkpoint(isFinished), ...state }));
  }
  await restoreChunk();

  summary.isAlreadyImported = resumed?.isFinished === true && summary.lines === line - 1;
  return summary;
}
