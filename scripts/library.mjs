import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';

/**
 * How a package of this workspace becomes its `dist`: ES modules and their types, one file a source
 * file, with nothing bundled that its `package.json` names as a dependency.
 *
 * @param {string} folder Of the package.
 * @param {string[]} entries In `src`, without `.ts`: what its `exports` name.
 */
export function library(folder, entries) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const names = Object.keys(dependencies);

  return {
    input: Object.fromEntries(entries.map((entry) => [entry, join(folder, 'src', `${entry}.ts`)])),
    external: (id) =>
      id.startsWith('node:') || names.some((name) => id === name || id.startsWith(`${name}/`)),
    output: {
      dir: join(folder, 'dist'),
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: join(folder, 'src'),
      sourcemap: true,
    },
    plugins: [
      nodeResolve({ extensions: ['.ts', '.tsx'] }),
      typescript({
        tsconfig: join(folder, 'tsconfig.json'),
        noEmitOnError: true,
      }),
    ],
  };
}
