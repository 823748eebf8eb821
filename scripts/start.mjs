// `npm start`: from a fresh checkout to a shop and its report. See run/demo.ts for what it starts.
import { spawn } from 'node:child_process';
import { env, prepare, ROOT, run } from './prepare.mjs';

prepare();

const args = process.argv.slice(2);
const dev = args.includes('--dev');

run('rollup', ['--config', 'packages/tracker/rollup.config.mjs', '--silent']);
if (dev)
  background('rollup', ['--config', 'packages/tracker/rollup.config.mjs', '--watch', '--silent']);

const watch = dev
  ? ['watch', '--clear-screen=false', '--include', 'packages/tracker/dist/c.js']
  : [];
const demo = background('tsx', [
  ...watch,
  'scripts/run/demo.ts',
  ...args.filter((arg) => arg !== '--dev'),
]);
demo.on('exit', (code) => process.exit(code ?? 0));

function background(program, programArgs) {
  const child = spawn(program, programArgs, {
    cwd: ROOT,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  // Ctrl-C reaches the children by themselves; a `kill` of this process does not.
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  process.once('SIGINT', () => {});
  return child;
}
