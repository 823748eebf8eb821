import { isUtf8 } from 'node:buffer';
import { type Checkpoints, checkpointKey } from './checkpoint.ts';
import {
  emptySummary,
  type ImportProblem,
  type ImportProgress,
  type ImportSummary,
} from './importSummary.ts';
import { NEWLINE } from './lineBreaks.ts';
import type { Mapping } from './mapping.ts';
import { readHead } from './readHead.ts';
import { requireFormat } from './requireFormat.ts';
import { resumeRecords } from './resumeRecords.ts';
import { sniffFormat } from './sniffFormat.ts';
import { toReadings } from './toReadings.ts';
import type { ImportedTouchpoint } from './toTouchpoint.ts';
import { translatorOf } from './translators/translatorOf.ts';

const NOT_UTF8 = 'text: expected UTF-8, got other characters';

/** Touchpoints delivered at once; more where the last record has several. */
const CHUNK_TOUCHPOINTS = 2000;

export interface ImportFileOptions {
  /** CSV or NDJSON, plain or gzip: its content tells which. */
  path: string;
  mapping: Mapping;
  /** ISO 4217, for reading amounts that name none: `12,000` is an amount in KRW, and may be two in EUR. */
  currency?: string;
  /** Stores touchpoints durably and skips those stored already. Not called again before it answers. */
  deliver: (touchpoints: ImportedTouchpoint[]) => Promise<{
    accepted: number;
    duplicates: number;
    rejected: readonly { id: string | null; reason: string }[];
    /** What was stored without a field that made no sense. */
    adjusted?: readonly { id: string; reason: string }[];
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
  currency,
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
  const tellAdjusted = (line: number, reason: string) => {
    summary.adjusted += 1;
    onProblem({ line, reason, isKept: true });
  };

  const key = checkpointKey(mapping, head);
  const joinedBy = translatorOf(mapping)?.joinedBy;
  const source = await resumeRecords(path, {
    ...{ key, checkpoints, format, start },
    ...{ joinedBy, onRead, signal },
  });
  const { records, place, resumed } = source;
  if (resumed) summary.resumedAtLine = resumed.line;
  summary.lines = source.line - 1;

  const toReading = toReadings(mapping, currency);
  let chunk: { line: number; touchpoint: ImportedTouchpoint }[] = [];

  const deliverChunk = async (isFinished: boolean) => {
    signal?.throwIfAborted();
    if (chunk.length > 0) {
      const answer = await deliver(chunk.map(({ touchpoint }) => touchpoint));
      summary.touchpoints += chunk.length;
      summary.accepted += answer.accepted;
      summary.duplicates += answer.duplicates;
      const lines = new Map(chunk.map(({ line, touchpoint }) => [touchpoint.id, line]));
      const lineOf = (id: string | null) => lines.get(id ?? '') ?? chunk[0]?.line ?? 0;
      for (const { id, reason } of answer.rejected) tellProblem(lineOf(id), reason);
      for (const [id, told] of Map.groupBy(answer.adjusted ?? [], ({ id }) => id)) {
        tellAdjusted(lineOf(id), told.map(({ reason }) => reason).join('; '));
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
      const notes = isUtf8(raw) ? reading.notes : [...reading.notes, NOT_UTF8];
      if (notes.length > 0) tellAdjusted(line, notes.join('; '));
    }
    // Between records only: that is where a checkpoint can be.
    if (chunk.length >= CHUNK_TOUCHPOINTS) await deliverChunk(false);
  }
  await deliverChunk(true);

  summary.isAlreadyImported = resumed?.isFinished === true && summary.accepted === 0;
  tellProgress();
  return summary;
}
