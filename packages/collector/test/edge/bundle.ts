import { fileURLToPath } from 'node:url';
import { type OutputChunk, rollup } from 'rollup';
import { workerBundle } from '../../workerBundle.mjs';

/** A Worker as it is deployed, built from the sources as they are now. */
export async function bundle(path: string): Promise<string> {
  const { output, ...input } = workerBundle(fileURLToPath(new URL(path, import.meta.url)));
  const built = await rollup(input);
  try {
    const { output: files } = await built.generate(output);
    return files.find((file): file is OutputChunk => file.type === 'chunk')!.code;
  } finally {
    await built.close();
  }
}
