// `npm run build`: every package's `dist`. The collector's has the tracker's in it.
import { prepare, ROOT, runBeside } from './prepare.mjs';

prepare();
process.chdir(ROOT);

const build = (name) =>
  runBeside('rollup', ['--config', `packages/${name}/rollup.config.mjs`, '--silent']);

const passed = await Promise.all([
  (async () => (await build('tracker')) && (await build('collector')))(),
  (async () => (await build('journey')) && (await build('report')))(),
]);
if (passed.includes(false)) process.exit(1);
