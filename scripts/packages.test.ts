import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env, ROOT } from './prepare.mjs';

const PACKAGES = ['journey', 'tracker', 'report', 'collector'];
const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

// What a registry would get: packed from `dist`, which `npm test` has built before.
describe.each(PACKAGES)('package %s, as published', (name) => {
  let folder: string;
  let tarball: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-pack-'));
    execFileSync('npx', ['--yes', packageManager, 'pack', '--pack-destination', folder], {
      cwd: join(ROOT, 'packages', name),
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    tarball = join(folder, readdirSync(folder)[0]!);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has nothing for publint to say', async () => {
    const { buffer, byteOffset, byteLength } = readFileSync(tarball);
    const packed = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    const { messages, pkg } = await publint({ pack: { tarball: packed }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  // `c.js` is for a script tag: it has no types.
  it('has types that every ES module resolver finds', () => {
    const attw = () =>
      execFileSync('attw', [tarball, '--profile', 'esm-only', '--exclude-entrypoints', './c.js'], {
        env,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
    expect(attw).not.toThrow();
  });

  it('ships its build, and no source or test', () => {
    const files = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    const strange = files.filter(
      (file) => !/^package\/(dist\/|package\.json$|README|LICENSE)/.test(file),
    );
    expect(strange).toEqual([]);
    expect(files.some((file) => file.endsWith('.d.ts'))).toBe(true);
  });
});
