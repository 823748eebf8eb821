// `npm run build`: every package's `dist`, in the order in which they need each other.
import { prepare, ROOT, run } from './prepare.mjs';

prepare();
process.chdir(ROOT);
for (const name of ['journey', 'tracker', 'report', 'collector']) {
  run('rollup', ['--config', `packages/${name}/rollup.config.mjs`, '--silent']);
}
