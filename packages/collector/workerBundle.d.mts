import type { InputOptions, OutputOptions } from 'rollup';

/** Everything in one file, which `wrangler deploy` takes as it is. */
export function workerBundle(input: string): InputOptions & { output: OutputOptions };
