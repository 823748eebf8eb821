import { type Checkpoint, type Checkpoints, parseCheckpoint } from './checkpoint.ts';
import { ImportError } from './importError.ts';
import type { JoinedBy } from './joinRecords.ts';
import type { OpenOptions } from './openFile.ts';
import { type ReadRecords, readRecords } from './readRecords.ts';
import type { Sniffed } from './sniffFormat.ts';

export interface ResumeOptions extends OpenOptions, Sniffed {
  /** What the checkpoint is kept under. */
  key: string;
  checkpoints: Checkpoints;
  joinedBy?: JoinedBy | undefined;
}

/**
 * Reads a file's records from where it was read to before, or from its start.
 *
 * @returns With what was kept about that place, if it goes on there.
 * @throws {ImportError} If the file gets shorter meanwhile.
 */
export async function resumeRecords(
  path: string,
  { key, checkpoints, start, ...options }: ResumeOptions,
): Promise<ReadRecords & { resumed?: Checkpoint; kept?: string }> {
  const kept = await checkpoints.load(key);
  const checkpoint = parseCheckpoint(kept);
  const resumed = checkpoint && (await readRecords(path, { ...options, start: checkpoint }));
  if (resumed) return { ...resumed, resumed: checkpoint, kept: kept! };

  const source = await readRecords(path, { ...options, start });
  if (!source) throw new ImportError(`Expected ${path} to stay as it is, it got shorter`);
  return source;
}
