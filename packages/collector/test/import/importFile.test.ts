import { renameSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ImportError,
  type ImportProgress,
  importFile,
  parseMapping,
} from '../../src/import/index.ts';
import { fixture } from './history.ts';
import { createImporter, csv } from './importer.ts';

const HEADER = 'at,type,visitor\n';
const NOTHING_WRONG = { problems: 0, adjusted: 0, leftOut: 0 };

describe(importFile.name, () => {
  let importer: ReturnType<typeof createImporter>;
  beforeEach(() => {
    importer = createImporter();
  });
  afterEach(() => importer.remove());

  const storedSeqs = () =>
    [...importer.stored.values()].map(({ seq }) => seq).sort((a, b) => a - b);

  it.each([
    ['events.csv', (text: string) => text],
    ['events.csv.gz', (text: string) => gzipSync(text)],
    [
      'no-name',
      (text: string) => Buffer.concat([gzipSync(text.slice(0, 99)), gzipSync(text.slice(99))]),
    ],
    ['events.tsv', (text: string) => text.replaceAll(',', '\t')],
    [
      'windows.csv',
      (text: string) => `\uFEFF${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
    ],
  ])('imports %s, with the same ids whatever the file looks like', async (name, pack) => {
    const text = HEADER + csv(5);
    await importer.run(importer.write('plain.csv', text));
    const { summary, problems } = await importer.run(importer.write(name, pack(text)), {
      checkpoints: { load: async () => undefined, save: async () => {} },
    });
    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ lines: 6, touchpoints: 5, accepted: 0, duplicates: 5 });
    expect([...importer.stored.values()].map(({ at, visitor, seq }) => [at, visitor, seq])).toEqual(
      [0, 1, 2, 3, 4].map((n) => [1_700_000_000_000 + n * 1000, `visitor ${n}`, n + 2]),
    );
  });

  it('imports NDJSON', async () => {
    const rows = [1, 2, 3].map((n) =>
      JSON.stringify({ at: 1_700_000_000 + n, type: 'x', visitor: n }),
    );
    const { summary } = await importer.run(importer.write('events.ndjson', rows.join('\n')));
    expect(summary).toEqual({
      lines: 3,
      touchpoints: 3,
      accepted: 3,
      duplicates: 0,
      isAlreadyImported: false,
      ...NOTHING_WRONG,
    });
  });

  it('keeps two rows with the same content', async () => {
    const row = '1700000000,page_view,v1\n';
    await importer.run(importer.write('twice.csv', HEADER + row + row));
    expect(storedSeqs()).toEqual([2, 3]);
  });

  it('delivers chunks of 2000, one after another', async () => {
    let isDelivering = false;
    const path = importer.write('events.csv.gz', gzipSync(HEADER + csv(5001)));
    await importer.run(path, {
      deliver: async (touchpoints) => {
        expect(isDelivering).toBe(false);
        isDelivering = true;
        await new Promise(setImmediate);
        isDelivering = false;
        return importer.store(touchpoints);
      },
    });
    expect(importer.deliveries).toEqual([2000, 2000, 1001]);
  });

  describe('going on', () => {
    it.each([
      ['plain', 0],
      ['plain', 1],
      ['plain', 3],
      ['gzip', 0],
      ['gzip', 2],
    ])('loses and doubles nothing after a %s file failed at delivery %d', async (kind, failing) => {
      const text = HEADER + csv(8000, { lineBreak: '\r\n' });
      const path = importer.write('events', kind === 'gzip' ? gzipSync(text) : text);
      const failed = importer.run(path, {
        deliver: async (touchpoints) => {
          if (importer.deliveries.length === failing) throw new Error('disk full');
          return importer.store(touchpoints);
        },
      });
      await expect(failed).rejects.toThrow('disk full');
      expect(importer.stored.size).toBe(failing * 2000);

      const { summary } = await importer.run(path);
      expect(summary).toMatchObject({
        lines: 8001,
        touchpoints: 8000 - failing * 2000,
        accepted: 8000 - failing * 2000,
        duplicates: 0,
      });
      expect(summary.resumedAtLine).toBe(failing === 0 ? undefined : failing * 2000 + 2);
      expect(storedSeqs()).toEqual(Array.from({ length: 8000 }, (_, n) => n + 2));
    });

    it('doubles nothing when a chunk was stored but its answer got lost', async () => {
      const path = importer.write('events.csv', HEADER + csv(3000));
      const failed = importer.run(path, {
        deliver: async (touchpoints) => {
          const answer = await importer.store(touchpoints);
          if (importer.deliveries.length === 2) throw new Error('connection lost');
          return answer;
        },
      });
      await expect(failed).rejects.toThrow('connection lost');

      const { summary } = await importer.run(path);
      expect(summary).toMatchObject({ resumedAtLine: 2002, touchpoints: 1000, duplicates: 1000 });
      expect(summary).toMatchObject({ accepted: 0, isAlreadyImported: false });
      expect(importer.stored.size).toBe(3000);
    });

    it.each([
      ['as it reads a file', (text: string) => text],
      ['with all of a file read', (text: string) => gzipSync(text)],
    ])('stops when told to %s, and goes on there', async (_, pack) => {
      const path = importer.write('events', pack(HEADER + csv(6000)));
      const stop = new AbortController();
      const stopped = importer.run(path, {
        signal: stop.signal,
        deliver: async (touchpoints) => {
          stop.abort();
          return importer.store(touchpoints);
        },
      });
      await expect(stopped).rejects.toThrow('abort');
      expect(importer.deliveries).toEqual([2000]);

      const { summary } = await importer.run(path);
      expect(summary).toMatchObject({ resumedAtLine: 2002, accepted: 4000, duplicates: 0 });
    });

    it('never parts the rows of an order', async () => {
      const header = fixture('shopify-orders.csv').split('\n', 1)[0] ?? '';
      const columns = header.split(',');
      const row = (cells: Record<string, string>) =>
        columns.map((column) => cells[column] ?? '').join(',');
      const orders = Array.from({ length: 3000 }, (_, n) => {
        const cells = { Name: `#${n}`, 'Created at': '2026-11-10 10:00:00 +0100' };
        const lines = ['a', 'b', 'c'].map((sku) => ({ ...cells, 'Lineitem sku': sku }));
        return lines.map((line, index) => row(index === 0 ? { ...line, Total: '30.00' } : line));
      });
      const path = importer.write('orders.csv', `${[header, ...orders.flat()].join('\n')}\n`);
      const mapping = parseMapping({ preset: 'shopify-orders' });
      const failed = importer.run(path, {
        mapping,
        deliver: async (touchpoints) => {
          if (importer.deliveries.length === 1) throw new Error('disk full');
          return importer.store(touchpoints);
        },
      });
      await expect(failed).rejects.toThrow('disk full');

      const { summary, problems } = await importer.run(path, { mapping });
      expect(problems).toEqual([]);
      expect(summary).toMatchObject({ resumedAtLine: 6002, accepted: 1000, duplicates: 0 });
      const lines = [...importer.stored.values()].map(({ params }) => Object(params?.items).length);
      expect(new Set(lines)).toEqual(new Set([3]));
    });

    it('stops when told to where nothing is delivered, too', async () => {
      const path = importer.write('events.csv', HEADER + csv(20_000));
      const stop = new AbortController();
      let lastRead = 0;
      const stopped = importer.run(path, {
        mapping: parseMapping({
          pairs: ['at=at', 'type=type', 'visitor=visitor'],
          types: ['page_view=-'],
        }),
        signal: stop.signal,
        onProgress: ({ bytesRead, bytesTotal }) => {
          stop.abort();
          lastRead = bytesRead / bytesTotal;
        },
      });
      await expect(stopped).rejects.toThrow('abort');
      expect(lastRead).toBeLessThan(0.5);
    });

    it('finds nothing to do in a file that is imported, under any name', async () => {
      const path = importer.write('events.csv', HEADER + csv(2500));
      await importer.run(path);
      renameSync(path, `${path}.done`);

      const { summary } = await importer.run(`${path}.done`);
      expect(summary).toEqual({
        lines: 2501,
        touchpoints: 0,
        accepted: 0,
        duplicates: 0,
        resumedAtLine: 2502,
        isAlreadyImported: true,
        ...NOTHING_WRONG,
      });
      expect(importer.deliveries).toHaveLength(2);
    });

    it('finds only duplicates when the checkpoint is lost', async () => {
      const path = importer.write('events.csv', HEADER + csv(2500));
      await importer.run(path);
      importer.checkpoints.clear();

      const { summary } = await importer.run(path);
      expect(summary).toMatchObject({ touchpoints: 2500, accepted: 0, duplicates: 2500 });
      expect(summary).toMatchObject({ isAlreadyImported: false });
      expect(summary).not.toHaveProperty('resumedAtLine');
    });

    it.each([['not JSON'], ['{}'], ['null'], ['{"bytes":1,"line":2,"hash":"x"}']])(
      'starts over when the checkpoint is %s',
      async (broken) => {
        const path = importer.write('events.csv', HEADER + csv(10));
        await importer.run(path);
        for (const key of importer.checkpoints.keys()) importer.checkpoints.set(key, broken);

        const { summary } = await importer.run(path);
        expect(summary).toMatchObject({ touchpoints: 10, duplicates: 10 });
      },
    );

    it('reads only what an export has grown by', async () => {
      await importer.run(importer.write('events.csv', HEADER + csv(500)));
      const { summary } = await importer.run(importer.write('events.csv', HEADER + csv(600)));
      expect(summary).toMatchObject({ resumedAtLine: 502, touchpoints: 100, accepted: 100 });
      expect(summary).toMatchObject({ isAlreadyImported: false });
      expect(importer.stored.size).toBe(600);
    });

    it('reads a last line again that was still being written', async () => {
      const text = HEADER + csv(500);
      await importer.run(importer.write('events.csv', text.slice(0, -15)));
      expect(importer.stored.size).toBe(499);

      const { summary, problems } = await importer.run(importer.write('events.csv', text));
      expect(problems).toEqual([]);
      expect(summary).toMatchObject({ resumedAtLine: 501, touchpoints: 1, accepted: 1 });
      expect(storedSeqs()).toEqual(Array.from({ length: 500 }, (_, n) => n + 2));
    });

    it('reads a file again that differs before the checkpoint, or is shorter', async () => {
      const text = HEADER + csv(500);
      await importer.run(importer.write('events.csv', text));

      const edited = text.replace('visitor 98\n', 'visitor 89\n');
      const first = await importer.run(importer.write('events.csv', edited));
      expect(first.summary).toMatchObject({ touchpoints: 500, accepted: 1, duplicates: 499 });

      const shorter = HEADER + csv(400);
      const second = await importer.run(importer.write('events.csv', shorter));
      expect(second.summary).toMatchObject({ touchpoints: 400, accepted: 0, duplicates: 400 });
    });

    it('reads a gzip file again that is cut before the checkpoint', async () => {
      const packed = gzipSync(HEADER + csv(20_000));
      await importer.run(importer.write('events.csv.gz', packed));

      const cut = importer.write('events.csv.gz', packed.subarray(0, packed.length / 2));
      const { summary, problems } = await importer.run(cut);
      expect(problems).toHaveLength(1);
      expect(summary).toMatchObject({ accepted: 0, duplicates: summary.lines - 2 });
    });

    it('goes on behind a stretch that is no text', async () => {
      const hole = `${'\0'.repeat(3 * 1024 * 1024)}\n`;
      const text = HEADER + csv(3000) + hole + csv(3000, { from: 3000 });
      const path = importer.write('events.csv', text);
      const first = await importer.run(path);
      expect(first.problems.map(({ line }) => line)).toEqual([3002]);
      expect(first.summary).toMatchObject({ lines: 6002, accepted: 6000 });

      const { summary } = await importer.run(path);
      expect(summary).toMatchObject({ isAlreadyImported: true, resumedAtLine: 6003 });
    });

    it('keeps a checkpoint for each file', async () => {
      const one = importer.write('one.csv', HEADER + csv(100));
      const other = importer.write('other.csv', HEADER + csv(100, { from: 100 }));
      for (const path of [one, other]) await importer.run(path);

      for (const path of [one, other]) {
        const { summary } = await importer.run(path);
        expect(summary).toMatchObject({ isAlreadyImported: true, touchpoints: 0 });
      }
    });

    it('keeps a checkpoint for each mapping', async () => {
      const path = importer.write('events.csv', `${HEADER}1700000000,a,v1\n1700000000,b,v1\n`);
      const pairs = ['at=at', 'type=type', 'visitor=visitor'];
      const onlyA = parseMapping({ pairs, types: ['b=-'] });
      const first = await importer.run(path, { mapping: onlyA });
      expect(first.summary).toMatchObject({ touchpoints: 1, leftOut: 1 });

      const second = await importer.run(path, { mapping: parseMapping({ pairs }) });
      expect(second.summary).toMatchObject({ touchpoints: 2, accepted: 1, duplicates: 1 });
    });
  });

  describe('problems', () => {
    it('are told with their lines, and cost no other row', async () => {
      const mapping = parseMapping({
        pairs: ['at=at', 'type=type', 'visitor=visitor', 'value=value'],
        types: ['ping=-'],
      });
      const rows = [
        'at,type,visitor,value',
        '1700000000,page_view,"two\nlines",1',
        'soon,page_view,v1,1',
        '1700000000,ping,v1,1',
        '1700000000,page_view,v1,cheap',
        '1700000000,page_view',
        '1700000000,page_view,v1,1',
        '1700000000,pa',
      ];
      const path = importer.write('events.csv', rows.join('\n'));
      const { summary, problems } = await importer.run(path, { mapping });
      expect(problems).toEqual([
        { line: 4, reason: expect.stringContaining('at: expected a time'), isKept: false },
        { line: 6, reason: expect.stringContaining('value: expected a number'), isKept: true },
        { line: 7, reason: 'expected 4 columns, got 2', isKept: false },
        { line: 9, reason: expect.stringContaining('the file ends in the middle'), isKept: false },
      ]);
      expect(summary).toEqual({
        lines: 9,
        touchpoints: 3,
        accepted: 3,
        duplicates: 0,
        problems: 3,
        adjusted: 1,
        leftOut: 1,
        isAlreadyImported: false,
      });
      expect(storedSeqs()).toEqual([2, 6, 8]);
    });

    it('name the line of what was stored without a field, once a touchpoint', async () => {
      const path = importer.write('events.csv', HEADER + csv(3));
      const { summary, problems } = await importer.run(path, {
        deliver: async ([, second]) => ({
          accepted: 3,
          duplicates: 0,
          rejected: [],
          adjusted: [
            { id: second?.id ?? '', reason: 'params.value: expected more' },
            { id: second?.id ?? '', reason: 'params.currency: expected a code' },
          ],
        }),
      });
      expect(problems).toEqual([
        {
          line: 3,
          reason: 'params.value: expected more; params.currency: expected a code',
          isKept: true,
        },
      ]);
      expect(summary).toMatchObject({ accepted: 3, problems: 0, adjusted: 1 });
    });

    it('spare amounts that only the site’s currency tells apart', async () => {
      const mapping = parseMapping({
        pairs: ['at=at', 'type=type', 'visitor=visitor', 'value=value'],
      });
      const path = importer.write(
        'events.csv',
        'at,type,visitor,value\n1700000000,purchase,v1,"12,000"\n',
      );
      const { problems } = await importer.run(path, { mapping, currency: 'KRW' });
      expect(problems).toEqual([]);
      expect([...importer.stored.values()][0]?.params).toEqual({ value: 12_000 });
    });

    it('name the line of characters that are not UTF-8', async () => {
      const line = Buffer.from('1700000003,page_view,Größe\n', 'latin1');
      const path = importer.write(
        'events.csv',
        Buffer.concat([Buffer.from(HEADER + csv(1)), line]),
      );
      const { summary, problems } = await importer.run(path);
      expect(problems).toEqual([
        { line: 3, reason: 'text: expected UTF-8, got other characters', isKept: true },
      ]);
      expect(summary).toMatchObject({ accepted: 2, problems: 0, adjusted: 1 });
    });

    it('name the line of what was refused', async () => {
      const path = importer.write('events.csv', HEADER + csv(3));
      const { summary, problems } = await importer.run(path, {
        deliver: async (touchpoints) => ({
          accepted: 1,
          duplicates: 0,
          rejected: [
            { id: touchpoints[1]?.id ?? '', reason: 'too_old: kept for 90 days' },
            { id: null, reason: 'no id' },
          ],
        }),
      });
      expect(problems).toEqual([
        { line: 3, reason: 'too_old: kept for 90 days', isKept: false },
        { line: 2, reason: 'no id', isKept: false },
      ]);
      expect(summary).toMatchObject({ touchpoints: 3, accepted: 1, problems: 2 });
    });

    it('are one for a short gzip file that is cut', async () => {
      const packed = gzipSync(HEADER + csv(100));
      const path = importer.write('events.csv.gz', packed.subarray(0, packed.length - 8));
      const { problems } = await importer.run(path);
      expect(problems.map(({ reason }) => reason)).toEqual([expect.stringContaining('gzip')]);
    });

    it('are one for a gzip file that is cut, again and again', async () => {
      const packed = gzipSync(HEADER + csv(20_000));
      const path = importer.write('events.csv.gz', packed.subarray(0, packed.length / 2));
      const first = await importer.run(path);
      expect(first.problems).toEqual([
        {
          line: first.summary.accepted + 2,
          reason: expect.stringContaining('the gzip data is cut short'),
          isKept: false,
        },
      ]);
      expect(first.summary.accepted).toBeGreaterThan(5000);

      const again = await importer.run(path);
      expect(again.problems).toEqual(first.problems);
      expect(again.summary.touchpoints).toBe(0);

      const whole = await importer.run(importer.write('events.csv.gz', packed));
      expect(whole.problems).toEqual([]);
      expect(whole.summary).toMatchObject({
        resumedAtLine: first.summary.accepted + 2,
        accepted: 20_000 - first.summary.accepted,
        duplicates: 0,
      });
    });
  });

  it('tells its progress up to the whole file', async () => {
    const packed = gzipSync(HEADER + csv(30_000), { level: 0 });
    const told: ImportProgress[] = [];
    await importer.run(importer.write('events.csv.gz', packed), {
      onProgress: (progress) => told.push(progress),
    });
    expect(told.length).toBeGreaterThan(10);
    expect(told.map(({ bytesRead }) => bytesRead)).toEqual(
      told.map(({ bytesRead }) => bytesRead).sort((a, b) => a - b),
    );
    expect(told.some(({ touchpoints }) => touchpoints > 0 && touchpoints < 30_000)).toBe(true);
    expect(told.at(-1)).toEqual({
      bytesRead: packed.length,
      bytesTotal: packed.length,
      lines: 30_001,
      touchpoints: 30_000,
    });
  });

  it.each([
    [
      'lacks mapped columns',
      'at,kind,who\n1,2,3\n',
      /columns type, visitor, found only at, kind, who/,
    ],
    ['is empty', '', /it is empty/],
    ['is an empty gzip', gzipSync(''), /it is empty/],
    ['is no text', Buffer.from([1, 75, 3, 4, 0, 0]), /got something else/],
    [
      'has a mapped column twice',
      'at,type,visitor,visitor\n1,2,3,4\n',
      /each column once, got visitor more than once/,
    ],
  ])('refuses a file that %s, and stores nothing', async (_, content, message) => {
    const refused = importer.run(importer.write('events.csv', content));
    await expect(refused).rejects.toThrow(ImportError);
    await expect(refused).rejects.toThrow(message);
    expect([importer.deliveries, importer.checkpoints.size]).toEqual([[], 0]);
  });

  it('refuses what is no file', async () => {
    await expect(importer.run('/nowhere/events.csv')).rejects.toThrow(
      /\/nowhere\/events\.csv \(ENOENT\)/,
    );
    await expect(importer.run('/')).rejects.toThrow('Expected a file, got /, which is none');
  });

  it('takes a file with a header and no rows for imported', async () => {
    const { summary } = await importer.run(importer.write('events.csv', HEADER));
    expect(summary).toMatchObject({ lines: 1, touchpoints: 0, problems: 0 });
  });
});
