import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { env, ROOT } from '../prepare.mjs';

const PACKAGES = ['journey', 'tracker', 'report', 'collector'];
const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/**
 * Lays the packages out as they are published: what is measured then is what is installed, with no
 * compiler beside it.
 *
 * @param folder An empty one.
 * @returns Path of the command `cartograph`.
 */
export function released(folder: string): string {
  run(process.execPath, ['scripts/build.mjs'], ROOT);
  const modules = join(folder, 'node_modules');
  for (const name of PACKAGES) {
    const source = join(ROOT, 'packages', name);
    const target = join(modules, '@cartograph', name);
    mkdirSync(target, { recursive: true });
    run('npx', ['--yes', packageManager, 'pack', '--pack-destination', target], source);
    const tarball = readdirSync(target).find((file) => file.endsWith('.tgz'))!;
    run('tar', ['xzf', tarball, '--strip-components', '1'], target);

    const { dependencies = {} } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
    for (const dependency of Object.keys(dependencies)) {
      if (!dependency.startsWith('@cartograph/')) link(source, modules, dependency);
    }
  }
  return join(modules, '@cartograph/collector/dist/bin.js');
}

function run(command: string, args: string[], cwd: string): void {
  execFileSync(command, args, { cwd, env, stdio: 'ignore' });
}

function link(source: string, modules: string, dependency: string): void {
  const [scope] = dependency.split('/');
  if (dependency.startsWith('@')) mkdirSync(join(modules, scope!), { recursive: true });
  const installed = realpathSync(join(source, 'node_modules', dependency));
  try {
    symlinkSync(installed, join(modules, dependency));
  } catch (error) {
    // Another package has it, too.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
