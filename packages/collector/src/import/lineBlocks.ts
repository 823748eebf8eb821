import { CutShort } from './gunzip.ts';

/** Far above what one touchpoint may take: a "line" this long is not made of text lines. In bytes. */
const MAX_LINE_BYTES = 1024 * 1024;

const NEWLINE = 10;

/** A stretch of a file. All stretches together are the file, byte for byte. */
export interface Block {
  bytes: Buffer;
  /** These bytes are no lines, and why. An empty text goes on with the stretch before. */
  damage?: string;
}

/**
 * Cuts bytes into blocks of whole lines, however they come in. Only the last line of the file may
 * lack its line break.
 *
 * Never holds more than {@link MAX_LINE_BYTES} and one piece of the input.
 */
export async function* lineBlocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Block> {
  let rest: Buffer = Buffer.alloc(0);
  let isOverlong = false;
  let cut: CutShort | undefined;

  try {
    for await (const chunk of chunks) {
      let fresh: Buffer = chunk;
      if (isOverlong) {
        const end = fresh.indexOf(NEWLINE) + 1;
        yield { bytes: end === 0 ? fresh : fresh.subarray(0, end), damage: '' };
        if (end === 0) continue;
        isOverlong = false;
        fresh = fresh.subarray(end);
      }

      const end = fresh.lastIndexOf(NEWLINE) + 1;
      if (end > 0) {
        yield { bytes: Buffer.concat([rest, fresh.subarray(0, end)]) };
        // A copy, so that a few bytes don't keep the whole piece alive.
        rest = Buffer.from(fresh.subarray(end));
      } else {
        rest = Buffer.concat([rest, fresh]);
      }
      if (rest.length > MAX_LINE_BYTES) {
        yield { bytes: rest, damage: `expected a line of at most ${MAX_LINE_BYTES} bytes` };
        rest = Buffer.alloc(0);
        isOverlong = true;
      }
    }
  } catch (error) {
    if (!(error instanceof CutShort)) throw error;
    cut = error;
  }

  if (cut) yield { bytes: rest, damage: `expected more lines, but ${cut.message}` };
  else if (rest.length > 0) yield { bytes: rest };
}
