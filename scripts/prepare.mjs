import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The environment in which the pinned tools, the pinned Node among them, go before any other. */
export const env = {
  ...process.env,
  PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};

/**
 * Makes a fresh checkout ready: fetches the pinned pnpm, which fetches everything else, the pinned
 * Node among it. Does nothing when that was done since the lock file last changed.
 *
 * Runs on Node 20, before anything is installed, so it may import nothing but Node.
 */
export function prepare() {
  if (isInstalled()) return;
  console.error('Installing what Cartograph needs (once)…');
  pnpm('install', '--frozen-lockfile');
}

/** Runs the pinned pnpm in the checkout; ends the process if it fails. */
export function pnpm(...args) {
  run('npx', ['--yes', packageManager, ...args]);
}

/** Runs a program in the checkout with the pinned tools; ends the process if it fails. */
export function run(program, args) {
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${program}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Runs a program like `run`, beside others: what it says is told in one piece, once it has ended.
 *
 * @returns {Promise<boolean>} Whether it went well.
 */
export function runBeside(program, args) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(false);
    });
    child.once('close', (status) => {
      process.stderr.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });
}

function isInstalled() {
  const installed = join(ROOT, 'node_modules', '.modules.yaml');
  const lock = join(ROOT, 'pnpm-lock.yaml');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}
