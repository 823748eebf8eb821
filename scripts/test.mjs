// `npm test`: everything a change has to pass, from a fresh checkout on.
// Arguments go to vitest: `npm test -- packages/journey` runs the tests of one folder.
import { prepare, ROOT, run } from './prepare.mjs';

prepare();
process.chdir(ROOT);

const args = process.argv.slice(2);
if (args.length === 0) {
  run('biome', ['check', '.']);
  run('tsc', ['--noEmit', '-p', 'tsconfig.base.json']);
}
run('node', ['scripts/build.mjs']);
run('node', ['scripts/ensureBrowser.mjs']);
run('vitest', ['run', '--config', 'scripts/vitest.config.ts', ...args]);
