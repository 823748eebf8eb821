import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';

const folder = import.meta.dirname;
const tsconfig = `${folder}/tsconfig.json`;

/** What shops include by a script tag: everything in one file. */
export const script = {
  input: `${folder}/src/script.ts`,
  plugins: [
    typescript({ tsconfig, compilerOptions: { declaration: false, outDir: undefined } }),
    resolve(),
    terser({ ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, mangle: true }),
  ],
  output: { file: `${folder}/dist/c.js`, format: 'iife' },
};

/** What apps import, with its types. */
export const library = {
  input: `${folder}/src/index.ts`,
  external: ['idb-keyval'],
  plugins: [typescript({ tsconfig })],
  output: { file: `${folder}/dist/index.js`, format: 'es' },
};

export default [script, library];
