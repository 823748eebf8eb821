import { open } from 'node:fs/promises';
import { gunzip } from './gunzip.ts';
import { ImportError } from './importError.ts';

const CHUNK_BYTES = 64 * 1024;

export interface OpenOptions {
  /** Told after every piece how far the file is read, in bytes on disk. */
  onRead?: (read: { bytesRead: number; bytesTotal: number }) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Opens a file, plain or gzip. Its first bytes tell which, whatever its name says.
 *
 * @returns What is in it, unpacked. To be read once, which closes the file.
 * @throws {ImportError} If it can't be opened or is no file.
 */
export async function openFile(
  path: string,
  { onRead, signal }: OpenOptions = {},
): Promise<AsyncGenerator<Buffer>> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(`Expected a file that can be read, got ${path} (${error.code})`);
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new ImportError(`Expected a file, got ${path}, which is none`);

    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const isGzip = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;

    async function* chunks(): AsyncGenerator<Buffer> {
      const stream = handle.createReadStream({ start: 0, highWaterMark: CHUNK_BYTES, signal });
      let bytesRead = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytesRead += chunk.length;
        onRead?.({ bytesRead, bytesTotal: stat.size });
        yield chunk;
      }
    }
    return isGzip ? gunzip(chunks()) : chunks();
  } catch (error) {
    await handle.close();
    throw error;
  }
}
