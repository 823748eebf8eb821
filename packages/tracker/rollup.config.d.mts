import type { InputOptions, OutputOptions } from 'rollup';

type Build = InputOptions & { output: OutputOptions };

/** What shops include by a script tag: everything in one file. */
export const script: Build;

/** What it loads from beside itself. */
export const chunks: Record<'watch' | 'insight' | 'shop' | 'debug', Build>;
