import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { library } from '../../scripts/library.mjs';
import { compact } from './compact.mjs';

const folder = import.meta.dirname;

/** Names that nobody outside the script knows: no option, nothing sent or stored. */
const INTERNAL =
  /^(recall|change|allows|own|hold|release|empty|leftBehind|due|leave|again|onDrop)$/;

/** What shops include by a script tag: everything in one file. */
export const script = {
  input: `${folder}/src/script.ts`,
  output: { file: `${folder}/dist/c.js`, format: 'iife', strict: false },
  plugins: [
    resolve(),
    typescript({
      tsconfig: `${folder}/tsconfig.json`,
      declaration: false,
      noEmitOnError: true,
    }),
    compact(),
    terser({
      ecma: 2020,
      toplevel: true,
      compress: { passes: 4, unsafe_arrows: true, inline: 1 },
      mangle: { properties: { regex: INTERNAL } },
    }),
  ],
};

/** And what apps import. */
export default [script, library(folder, ['index'])];
