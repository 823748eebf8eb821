import { type OutputChunk, rollup } from 'rollup';
import { script } from '../rollup.config.mjs';

/** What shops include: built and minified from the sources as they are now. */
export async function buildScript(): Promise<string> {
  const { output, ...input } = script;
  const bundle = await rollup(input);
  try {
    const { output: files } = await bundle.generate(output);
    return files.find((file): file is OutputChunk => file.type === 'chunk')!.code;
  } finally {
    await bundle.close();
  }
}
