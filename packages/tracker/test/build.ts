import { type OutputChunk, rollup } from 'rollup';
import { chunks, script } from '../rollup.config.mjs';

/** What shops include: built and minified from the sources as they are now. */
export async function buildScript(): Promise<string> {
  return (await build(script))['c.js']!;
}

export type Files = (name: string) => Promise<string | undefined>;

/** The script and what it loads from beside itself, by name. Built when asked for, once. */
export function buildFiles(): Files {
  const built = new Map<object, ReturnType<typeof build>>();
  return async (name) => {
    const [chunk] = name.split(/[-.]/);
    const options = chunk === 'c' ? script : chunks[chunk as keyof typeof chunks];
    if (!options) return undefined;
    if (!built.has(options)) built.set(options, build(options));
    return (await built.get(options))![name];
  };
}

/** The files of one build, by name. */
export async function build({ output, ...input }: typeof script): Promise<Record<string, string>> {
  const bundle = await rollup(input);
  try {
    const { output: files } = await bundle.generate({ ...output });
    return Object.fromEntries(
      files
        .filter((file): file is OutputChunk => file.type === 'chunk')
        .map(({ fileName, code }) => [fileName, code]),
    );
  } finally {
    await bundle.close();
  }
}
