import type { InputOptions, OutputOptions } from 'rollup';

/** What shops include by a script tag: everything in one file. */
export const script: InputOptions & { output: OutputOptions };
