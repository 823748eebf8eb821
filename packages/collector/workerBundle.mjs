import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import ts from 'typescript';

const folder = import.meta.dirname;

/** The tracker's files that a script tag loads. Beside them lie the modules that apps import. */
const TRACKER_FILE = /^(c|watch|insight|shop(-\w+)?|debug)\.js$/;

/** TypeScript without its types: they are checked elsewhere, and a file at a time is much faster. */
const stripped = {
  name: 'stripped',
  transform(code, id) {
    if (!/\.tsx?$/.test(id)) return null;
    const { outputText } = ts.transpileModule(code, {
      fileName: id,
      compilerOptions: {
        target: ts.ScriptTarget.ES2024,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        jsx: ts.JsxEmit.ReactJSX,
        jsxImportSource: 'hono/jsx',
      },
    });
    return { code: outputText, map: null };
  },
};

/** A Worker has no files to read: the built tracker becomes part of it. */
const withTracker = {
  name: 'with-tracker',
  load(id) {
    if (!id.endsWith('/edge/trackerFiles.ts')) return null;
    const built = fileURLToPath(new URL('../tracker/dist/', import.meta.url));
    const names = readdirSync(built).filter((name) => TRACKER_FILE.test(name));
    if (!names.includes('c.js')) this.error('Expected the tracker to be built before the Worker');
    const files = names.map((name) => [name, readFileSync(join(built, name), 'utf8')]);
    return `export const trackerFiles = ${JSON.stringify(Object.fromEntries(files))};`;
  },
};

/** What a Worker can't have must not get in unnoticed. */
const nothingOutside = {
  name: 'nothing-outside',
  resolveId: {
    order: 'post',
    handler(source, importer) {
      this.error(`${importer} needs ${source}, which a Worker doesn't have`);
    },
  },
};

/**
 * Everything in one file, which `wrangler deploy` takes as it is: this package, the others and the
 * tracker. Not minified: it is small enough, and the platform's log names lines of it.
 *
 * @param {string} input
 */
export function workerBundle(input) {
  return {
    input,
    onwarn: (warning, warn) => {
      // Circles among a library's own modules are its own affair.
      if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.message.includes('node_modules'))
        return;
      warn(warning);
    },
    output: { file: `${folder}/dist/worker.js`, format: 'es', inlineDynamicImports: true },
    plugins: [
      withTracker,
      nodeResolve({ extensions: ['.ts', '.tsx', '.mjs', '.js'], exportConditions: ['workerd'] }),
      nothingOutside,
      stripped,
    ],
  };
}
