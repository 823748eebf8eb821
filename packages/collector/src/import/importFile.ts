import { type Checkpoints, checkpointKey, parseCheckpoint } from './checkpoint.ts';
import { ImportError } from './importError.ts';
import {
  emptySummary,
  type ImportProblem,
  type ImportProgress,
  type ImportSummary,
} from './importSummary.ts';
import { NEWLINE } from './lineBreaks.ts';
import type { Mapping } from './mapping.ts';
import { readHead } from './readHead.ts';
import { readRecords } from './readRecords.ts';
import { requireFormat } from './requireFormat.ts';
import { sniffFormat } from './sniffFormat.ts';
import { toReadings } from './toReadings.ts';
import type { ImportedTouchpoint } from './toTouchpoint.ts';
import { translatorOf } from './translators/translatorOf.ts';

/** Touchpoints delivered at once; more where the last record has several. */
const CHUNK_TOUCHPOINTS = 2000;

export interface ImportFileOptions {
  /** CSV or NDJSON, plain or gzip: its content tells which. */
  path: string;
  mapping: Mapping;
  /** Stores touchpoints durably and skips those stored already. Not called again before it answers. */
  deliver: (touchpoints: ImportedTouchpoint[]) => Promise<{
    accepted: number;
    duplicates: number;
    rejected: readonly { id: string | null; reason: string }[];
  }>;
  /** For one site: what it has imported, another one has not. */
  checkpoints: Checkpoints;
  /** Told after every piece read from disk, and at the end. */
  onProgress?: (progress: ImportProgress) => void;
  /** Told once for every row with something wrong. */
  onProblem?: (problem: ImportProblem) => void;
  /** Stops the import; the next run goes on there. */
  signal?: AbortSignal;
}

/**
 * Imports a file, row by row, in bounded memory.
 *
 * May stop or fail anywhere, and run again any number of times: it goes on after the last chunk
 * delivered, and what is delivered twice has the same ids.
 *
 * A row that can't be read is told and left. What `deliver` throws ends the import.
 *
 * @throws {ImportError} If the file can't be read at all, or lacks a mapped column.
 */
export async function importFile({
  path,
  mapping,
  deliver,
  checkpoints,
  onProgress = () => {},
  onProblem = () => {},
  signal,
}: ImportFileOptions): Promise<ImportSummary> {
  const head = await readHead(path);
  const { format, start } = sniffFormat(head, path);
  requireFormat(mapping, { format, path });

  const summary = emptySummary();
  let read = { bytesRead: 0, bytesTotal: 0 };
  const tellProgress = () => {
    onProgress({ ...read, lines: summary.lines, touchpoints: summary.touchpoints });
  };
  const onRead = (now: typeof read) => {
    read = now;
    tellProgress();
  };
  const tellProblem = (line: number, reason: string) => {
    summary.problems += 1;
    onProblem({ line, reason, isKept: false });
  };

  const key = checkpointKey(mapping, head);
  const checkpoint = parseCheckpoint(await checkpoints.load(key));
  const joinedBy = translatorOf(mapping)?.joinedBy;
  const options = { format, joinedBy, onRead, signal };
  const resumed = checkpoint && (await readRecords(path, { ...options, start: checkpoint }));
  const source = resumed ?? (await readRecords(path, { ...options, start }));
  if (!source) throw new ImportError(`Expected ${path} to stay as it is, it got shorter`);
  const { records, place } = source;
  if (resumed) summary.resumedAtLine = resumed.line;
  summary.lines = source.line - 1;

  const toReading = toReadings(mapping);
  let chunk: { line: number; touchpoint: ImportedTouchpoint }[] = [];

  const deliverChunk = async (isFinished: boolean) => {
    signal?.throwIfAborted();
    if (chunk.length > 0) {
      const answer = await deliver(chunk.map(({ touchpoint }) => touchpoint));
      summary.touchpoints += chunk.length;
      summary.accepted += answer.accepted;
      summary.duplicates += answer.duplicates;
      const lines = new Map(chunk.map(({ line, touchpoint }) => [touchpoint.id, line]));
      for (const { id, reason } of answer.rejected) {
        tellProblem(lines.get(id ?? '') ?? chunk[0]?.line ?? 0, reason);
      }
      chunk = [];
    }
    await checkpoints.save(key, JSON.stringify(place.checkpoint(isFinished)));
  };

  for await (const record of records) {
    place.pass(record);
    const { line, nextLine, raw, problem } = record;
    summary.lines = raw.at(-1) === NEWLINE ? nextLine - 1 : nextLine;
    if (problem !== undefined) tellProblem(line, problem);

    for (const reading of toReading(record)) {
      if (reading.kind === 'problem') tellProblem(line, reading.reason);
      if (reading.kind === 'leftOut') summary.leftOut += 1;
      if (reading.kind !== 'touchpoint') continue;

      chunk.push({ line, touchpoint: reading.touchpoint });
      if (reading.notes.length > 0) {
        summary.adjusted += 1;
        onProblem({ line, reason: reading.notes.join('; '), isKept: true });
      }
    }
    // Between records only: that is where a checkpoint can be.
    if (chunk.length >= CHUNK_TOUCHPOINTS) await deliverChunk(false);
  }
  await deliverChunk(true);

  summary.isAlreadyImported =
    resumed !== undefined && checkpoint?.isFinished === true && summary.accepted === 0;
  tellProgress();
  return summary;
}
