import { type OutputChunk, rollup } from 'rollup';
import { chunks, script } from '../rollup.config.mjs';

/** What shops include: built and minified from the sources as they are now. */
export async function buildScript(): Promise<string> {
  return (await build(script))['c.js']!;
}

export type Files = (name: string) => Promise<string | undefined>;

/** The script and what it loads from beside itself, by name. Built when asked for. */
export const builtFiles: Files = async (name) => {
  const [chunk] = name.split(/[-.]/);
  const options = chunk === 'c' ? script : chunks[chunk as keyof typeof chunks];
  return options && (await build(options))[name];
};

/** By what they are built from. The test files that one worker runs share them. */
const builds = new Map<object, Promise<Record<string, string>>>();

/** The files of one build, by name. Built once. */
export function build(options: typeof script): Promise<Record<string, string>> {
  const building = builds.get(options) ?? generate(options);
  builds.set(options, building);
  return building;
}

async function generate({ output, ...input }: typeof script): Promise<Record<string, string>> {
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
