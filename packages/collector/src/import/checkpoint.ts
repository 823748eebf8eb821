import { createHash } from 'node:crypto';
import type { Mapping } from './mapping.ts';

/** Enough to tell most files apart. Where it isn't, the checkpoint's hash does. */
const KEY_BYTES = 4096;

/** How far a file has been imported: all before it is delivered. */
export interface Checkpoint {
  /** Bytes of the unpacked file, up to the end of a record. */
  bytes: number;
  /** Physical line that comes next, from 1. */
  line: number;
  /** SHA-256 of those bytes, in hex. */
  hash: string;
  /** There was nothing more in the file. */
  isFinished: boolean;
}

/** Where checkpoints are kept: one text a key, for one site. */
export interface Checkpoints {
  load(key: string): Promise<string | undefined>;
  save(key: string, value: string): Promise<void>;
}

/**
 * What the checkpoint of a file is kept under. Neither its name nor its size is in it: a renamed
 * file, and an export that has grown, go on where they were.
 *
 * @param head First bytes of the file, unpacked.
 */
export function checkpointKey(mapping: Mapping, head: Buffer): string {
  const hash = createHash('sha256').update(JSON.stringify(mapping));
  return `import:${hash.update(head.subarray(0, KEY_BYTES)).digest('hex')}`;
}

/** @returns `undefined` for what is no checkpoint: the file is then read from its start. */
export function parseCheckpoint(text: string | undefined): Checkpoint | undefined {
  try {
    const { bytes, line, hash, isFinished } = JSON.parse(text ?? '') as Partial<Checkpoint>;
    if (!bytes || !line || !hash) return undefined;
    return { bytes, line, hash, isFinished: Boolean(isFinished) };
  } catch {
    return undefined;
  }
}
