import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT } from './prepare.mjs';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  it('says what the tracker weighs', () => {
    const bytes = brotliCompressSync(readFileSync(join(ROOT, 'packages/tracker/dist/c.js'))).length;
    expect(readme).toContain(`**${(bytes / 1000).toFixed(1)} kB** brotli`);
  });

  it('names no file that is not there', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)|(?:src|srcset)="(\.[^"]+)"/g)];
    const missing = links
      .map(([, link, picture]) => link ?? picture ?? '')
      .filter((path) => !existsSync(join(ROOT, path)));
    expect(links.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  it('explains every dependency', () => {
    const names = ['journey', 'tracker', 'report', 'collector'].flatMap((name) => {
      const text = readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8');
      return Object.keys(JSON.parse(text).dependencies ?? {});
    });
    const unexplained = names.filter(
      (name) => !name.startsWith('@cartograph/') && !readme.includes(`[${name}]`),
    );
    expect(unexplained).toEqual([]);
  });
});
