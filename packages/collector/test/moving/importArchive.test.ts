import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArchiveSummary, type ImportProblem, importArchive } from '../../src/import/index.ts';
import { restoreLines } from '../../src/moving/restoreLines.ts';
import { writeArchive } from '../../src/moving/writeArchive.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW, SITE } from '../touchpoints.ts';
import { everythingOf } from './everythingOf.ts';
import { filledStore } from './filledStore.ts';

describe(importArchive.name, () => {
  let folder: string;
  let from: Store;
  let to: Store;
  let text: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-moving-'));
    // Enough for three parts.
    from = await filledStore({ carts: 900 });
    to = sqliteStore(':memory:');
    text = '';
    for await (const part of writeArchive(from, SITE, { now: NOW })) text += part;
  });
  afterEach(async () => {
    await Promise.all([from.close(), to.close()]);
    rmSync(folder, { recursive: true });
  });

  const file = (content: string | Buffer, name = 'shop.ndjson') => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const read = async (
    path: string,
    restore = (lines: string) => restoreLines(to, SITE.id, lines),
  ): Promise<{ summary: ArchiveSummary; problems: ImportProblem[] }> => {
    const problems: ImportProblem[] = [];
    const summary = await importArchive({
      path,
      restore,
      checkpoints: {
        load: (key) => to.get<string>(key),
        save: (key, value) => to.put(key, value),
      },
      onProblem: (problem) => problems.push(problem),
    });
    return { summary, problems };
  };

  it.each([
    ['plain', (content: string) => content],
    ['packed', (content: string) => gzipSync(content)],
    [
      'packed in pieces',
      (content: string) => Buffer.concat(content.split(/(?<=\n)/).map((line) => gzipSync(line))),
    ],
  ])('reads what was exported, %s', async (_, pack) => {
    const { summary, problems } = await read(file(pack(text)));
    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ accepted: 2100, duplicates: 0, broken: 0 });
    expect(summary.end).toMatchObject({ touchpoints: 2100 });
    expect(await everythingOf(to)).toEqual(await everythingOf(from));
  });

  it('says that there is nothing new in what it has read', async () => {
    const path = file(text);
    await read(path);
    const { summary } = await read(path);
    expect(summary).toMatchObject({ isAlreadyImported: true, accepted: 0, duplicates: 0 });
    expect(summary.end).toBeDefined();
  });

  it('goes on behind the last part that was restored, wherever it failed', async () => {
    const path = file(text);
    for (let failAt = 1; ; failAt++) {
      const fresh = sqliteStore(':memory:');
      await to.close();
      to = fresh;
      let calls = 0;
      const failing = async (lines: string) => {
        if (++calls === failAt) throw new Error('killed');
        return restoreLines(to, SITE.id, lines);
      };
      const failed = await read(path, failing).then(
        () => false,
        () => true,
      );
      if (!failed) break;

      let again = 0;
      const { summary } = await read(path, (lines) => {
        again += 1;
        return restoreLines(to, SITE.id, lines);
      });
      expect(summary.duplicates).toBe(0);
      expect(calls - 1 + again).toBeLessThanOrEqual(6);
      expect(summary.end).toBeDefined();
      expect((await to.counts(SITE.id)).touchpoints).toBe(2100);
    }
    expect(await everythingOf(to)).toEqual(await everythingOf(from));
  });

  it('imports what there is of one that was cut off, and goes on when the rest is there', async () => {
    const cut = text.slice(0, text.length * 0.7);
    const path = file(cut);
    const { summary, problems } = await read(path);
    expect(summary.end).toBeUndefined();
    expect(problems).toMatchObject([{ reason: expect.stringContaining('expected a JSON object') }]);
    expect(summary.accepted).toBeGreaterThan(1000);

    const rest = await read(file(text));
    expect(rest.summary.resumedAtLine).toBeGreaterThan(1000);
    expect(rest.problems).toEqual([]);
    expect(await everythingOf(to)).toEqual(await everythingOf(from));
  });

  it('says so when a packed one was cut off', async () => {
    const packed = gzipSync(text);
    const { summary, problems } = await read(file(packed.subarray(0, packed.length / 2)));
    expect(summary.end).toBeUndefined();
    expect(problems.at(-1)?.reason).toContain('cut short');
  });

  const lines = () => text.split('\n');
  it.each([
    ['changed', () => text.replace('"value":25', '"value":26')],
    ['left out', () => lines().toSpliced(500, 1).join('\n')],
    ['put in', () => lines().toSpliced(500, 0, lines()[400]!).join('\n')],
    ['moved', () => lines().toSpliced(500, 1).toSpliced(600, 0, lines()[500]!).join('\n')],
  ])('notices that something was %s, and tells where', async (_, change) => {
    const { summary, problems } = await read(file(change()));
    expect(summary.broken).toBe(1);
    expect(problems).toMatchObject([
      { reason: expect.stringMatching(/^expected lines 1 to 100\d as they were exported/) },
    ]);
  });

  it('notices that a part was left out', async () => {
    const seals = lines().flatMap((line, index) => (line.includes('"seal"') ? [index] : []));
    const without = lines().toSpliced(seals[0]! + 1, seals[1]! - seals[0]!);
    const { summary } = await read(file(without.join('\n')));
    expect(summary.broken).toBe(1);
  });

  it('reads several, one after the other in one file', async () => {
    const path = file(text + text);
    const { summary, problems } = await read(path);
    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ accepted: 2100, duplicates: 2100, broken: 0 });
    expect(readFileSync(path).length).toBe(2 * Buffer.byteLength(text));
  });

  it('tells the line of what can’t be read, and goes on', async () => {
    const { summary, problems } = await read(
      file(lines().toSpliced(9, 1, '{"id":"none"}').join('\n')),
    );
    expect(summary.accepted).toBe(2099);
    expect(problems[0]).toMatchObject({ line: 10, isKept: false });
    expect(problems[0]?.reason).toContain('id: expected a UUID');
  });
});
