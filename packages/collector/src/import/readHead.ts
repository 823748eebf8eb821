import { CutShort } from './gunzip.ts';
import { openFile } from './openFile.ts';

/** Room for the longest header. */
const HEAD_BYTES = 64 * 1024;

/** The first bytes of a file, unpacked: all there are, if there are few. */
export async function readHead(path: string): Promise<Buffer> {
  const bytes = await openFile(path);
  let head: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of bytes) {
      head = Buffer.concat([head, chunk]);
      if (head.length >= HEAD_BYTES) break;
    }
  } catch (error) {
    // Told with its line, by who reads the whole.
    if (!(error instanceof CutShort)) throw error;
  }
  return head.subarray(0, HEAD_BYTES);
}
