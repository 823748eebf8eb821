import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;

/** Puts the peers, in exactly the versions of `package.json`, beside it. Quick when they are there. */
export function install(): void {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8'));
  const isThere = ([name, version]: [string, unknown]) => versionOf(name) === version;
  if (Object.entries(dependencies).every(isThere)) return;

  console.error('Installing the peers …');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  execFileSync('npm', ['install', ...flags], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** Folder of an installed package. */
export function folderOf(name: string): string {
  return join(FOLDER, 'node_modules', name);
}

/** The installed version, or `undefined`. */
export function versionOf(name: string): string | undefined {
  const file = join(folderOf(name), 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}
