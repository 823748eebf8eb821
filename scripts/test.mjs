// `npm test`: everything a change has to pass, from a fresh checkout on.
// Arguments go to vitest: `npm test -- packages/journey` runs the tests of one folder.
import { prepare, ROOT, run, runBeside } from './prepare.mjs';

prepare();
process.chdir(ROOT);

const args = process.argv.slice(2);
const checks = async () =>
  (await runBeside('biome', ['check', '.'])) &&
  (await runBeside('tsc', ['--noEmit', '-p', 'tsconfig.base.json']));

// None of them needs another: together they take half the time.
const passed = await Promise.all([
  args.length > 0 || checks(),
  runBeside('node', ['scripts/build.mjs']),
  runBeside('node', ['scripts/ensureBrowser.mjs']),
]);
if (passed.includes(false)) process.exit(1);
run('vitest', ['run', '--config', 'scripts/vitest.config.ts', ...args]);
