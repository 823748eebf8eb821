import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { type OutputChunk, rollup } from 'rollup';

const ENTRY = `${import.meta.dirname}/entry.js`;

/**
 * One minified script, as a shop's own build would make it of these few lines. Made once, when it is
 * first asked for.
 *
 * @param source An ES module that imports from the peers' packages, by path.
 */
export function bundle(source: string): () => Promise<string> {
  let made: Promise<string> | undefined;
  return () => {
    made ??= make(source);
    return made;
  };
}

async function make(source: string): Promise<string> {
  const bundled = await rollup({
    input: ENTRY,
    // What is imported on demand only, a session recorder say, would be a file of its own.
    external: (id) => id.includes('replay'),
    onwarn() {},
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? source : null),
      },
      resolve({ browser: true }),
      terser(),
    ],
  });
  try {
    const { output } = await bundled.generate({ format: 'iife', inlineDynamicImports: false });
    return output.find((file): file is OutputChunk => file.type === 'chunk')!.code;
  } finally {
    await bundled.close();
  }
}
