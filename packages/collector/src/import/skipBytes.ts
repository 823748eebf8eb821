import { createHash, type Hash } from 'node:crypto';
import { CutShort } from './gunzip.ts';

export interface Skipped {
  /** SHA-256 of what was skipped, ready to take more. */
  hash: Hash;
  /** What follows. */
  rest: AsyncGenerator<Buffer>;
}

/**
 * Reads past the first bytes of a source.
 *
 * @param expectedHash SHA-256 that they must have, in hex. Any will do when left out.
 * @returns `undefined` if they are others, or fewer. The source is closed then.
 */
export async function skipBytes(
  source: AsyncIterable<Buffer>,
  { bytes, hash: expectedHash }: { bytes: number; hash?: string },
): Promise<Skipped | undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const hash = createHash('sha256');
  let surplus: Buffer = Buffer.alloc(0);

  for (let skipped = 0; skipped < bytes; ) {
    const next = await iterator.next().catch((error: unknown) => {
      if (error instanceof CutShort) return { done: true } as const;
      throw error;
    });
    if (next.done) return undefined;
    const skip = Math.min(next.value.length, bytes - skipped);
    hash.update(next.value.subarray(0, skip));
    surplus = next.value.subarray(skip);
    skipped += skip;
  }
  if (expectedHash !== undefined && hash.copy().digest('hex') !== expectedHash) {
    await iterator.return?.();
    return undefined;
  }

  async function* rest(): AsyncGenerator<Buffer> {
    try {
      if (surplus.length > 0) yield surplus;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { hash, rest: rest() };
}
