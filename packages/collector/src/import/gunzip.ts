import { createGunzip } from 'node:zlib';

/** The bytes stop before their end: a download broke off, or a disk lost some. */
export class CutShort extends Error {
  override name = 'CutShort';
}

/**
 * Unpacks gzip, also several members one after another, as `cat a.gz b.gz` makes them.
 *
 * Written to by hand, since reading a stream that fails throws away what it had unpacked already.
 *
 * @throws {CutShort} After all that could be unpacked: everything up to a cut; up to damage, everything
 * but the last piece.
 */
export async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const stream = createGunzip({ chunkSize: 64 * 1024 });
  let unpacked: Buffer[] = [];
  // A write that fails, or that follows the end, never calls back.
  let wake = () => {};
  stream.on('data', (chunk: Buffer) => unpacked.push(chunk));
  stream.on('end', () => wake());
  stream.on('error', () => wake());

  async function* step(act: (done: () => void) => void): AsyncGenerator<Buffer> {
    await new Promise<void>((resolve) => {
      wake = resolve;
      act(resolve);
    });
    const ready = unpacked;
    unpacked = [];
    yield* ready;
    if (stream.errored) {
      throw new CutShort(`the gzip data is cut short or damaged (${stream.errored.message})`);
    }
  }

  try {
    for await (const chunk of chunks) {
      yield* step((done) => stream.write(chunk, () => done()));
      // Zeros behind the last member are padding.
      if (stream.readableEnded) return;
    }
    yield* step(() => stream.end());
  } finally {
    stream.destroy();
  }
}
