import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import ts from 'typescript';
import { library } from '../../scripts/library.mjs';
import { compact } from './compact.mjs';

const folder = import.meta.dirname;

/** Names that nobody outside the script knows: no option, nothing sent or stored. */
const INTERNAL =
  /^(recall|change|maySend|mayKeep|own|hold|settle|forget|leftBehind|due|leave|again|onDrop|pageViews)$/;

/** TypeScript without its types: they are checked elsewhere, and a file at a time is much faster. */
const stripped = {
  name: 'stripped',
  transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2021,
        verbatimModuleSyntax: true,
        module: ts.ModuleKind.ESNext,
      },
    });
    return { code: outputText, map: null };
  },
};

/** What shops include by a script tag: everything in one file. */
export const script = {
  input: `${folder}/src/script.ts`,
  output: { file: `${folder}/dist/c.js`, format: 'iife', strict: false },
  plugins: [
    resolve(),
    stripped,
    compact(),
    terser({
      ecma: 2020,
      toplevel: true,
      compress: {
        passes: 4,
        inline: 1,
        unsafe: true,
        unsafe_arrows: true,
        booleans_as_integers: true,
      },
      mangle: { properties: { regex: INTERNAL } },
    }),
  ],
};

/**
 * What the script loads once the page has come to rest, as modules beside it: `watch.js`, which loads
 * `insight.js`, `shop.js` with a file a platform that loads only on shops of it, and for developers
 * `debug.js`.
 */
export const chunks = {
  watch: chunk('watch', `${folder}/src/watch/index.ts`),
  insight: chunk('insight', `${folder}/src/insight/index.ts`),
  shop: chunk('shop', `${folder}/src/shop/index.ts`),
  debug: chunk('debug', `${folder}/src/debug/index.ts`),
};

function chunk(name, input) {
  return {
    input: { [name]: input },
    // What `watch.js` loads is built by itself, so that no file is shared, and fetched first.
    external: (id) => name === 'watch' && /\/(insight|shop|debug)\/index\.ts$/.test(id),
    output: {
      dir: `${folder}/dist`,
      format: 'es',
      chunkFileNames: 'shop-[name].js',
      paths: (id) => `./${id.split('/').at(-2)}.js`,
    },
    plugins: [
      resolve(),
      stripped,
      compact(),
      terser({
        ecma: 2020,
        module: true,
        compress: { passes: 4, unsafe_arrows: true },
      }),
    ],
  };
}

/** And what apps import. */
export default [
  script,
  ...Object.values(chunks),
  library(folder, ['index', 'watch/index', 'insight/index', 'shop/index', 'shopifyPixel/index']),
];
