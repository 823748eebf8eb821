import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../src/import/gunzip.ts';
import { type Format, records } from '../../src/import/records.ts';
import { all } from './all.ts';
import { pieces } from './pieces.ts';

const CSV: Format = { kind: 'csv', delimiter: ',', columns: ['a', 'b'] };
const NDJSON: Format = { kind: 'ndjson' };

const CUTS_OF_64_KIB = Array.from({ length: 50 }, (_, n) => n * 65_536);

/** Records short enough for a table: `[line, values]`, or `[line, problem]`. */
async function read(text: string, { format = CSV, cuts = [] as number[], line = 2 } = {}) {
  const { items } = await all(records(pieces(Buffer.from(text), cuts), format, line));
  expect(Buffer.concat(items.map(({ raw }) => raw)).toString()).toBe(text);
  return items
    .filter(({ fields, problem }) => fields ?? problem)
    .map(({ line, fields, problem }) => [line, problem ?? Object.values(fields ?? {})]);
}

describe('CSV records', () => {
  it.each([
    [
      '1,2\n3,4\n',
      [
        [2, ['1', '2']],
        [3, ['3', '4']],
      ],
    ],
    [
      '1,2\n3,4',
      [
        [2, ['1', '2']],
        [3, ['3', '4']],
      ],
    ],
    [
      '1,2\r\n3,4\r\n',
      [
        [2, ['1', '2']],
        [3, ['3', '4']],
      ],
    ],
    [
      '1,2\r\n3,4\n5,6\r\n',
      [
        [2, ['1', '2']],
        [3, ['3', '4']],
        [4, ['5', '6']],
      ],
    ],
    [
      '\n1,2\n\r\n\n3,4\n\n',
      [
        [3, ['1', '2']],
        [6, ['3', '4']],
      ],
    ],
    [
      '"x,""y""",2\n3,4\n',
      [
        [2, ['x,"y"', '2']],
        [3, ['3', '4']],
      ],
    ],
    [
      '"x\ny",2\n3,4\n',
      [
        [2, ['x\ny', '2']],
        [4, ['3', '4']],
      ],
    ],
    [
      '"x\r\ny\r\n\r\nz",2\r\n3,4\r\n',
      [
        [2, ['x\r\ny\r\n\r\nz', '2']],
        [6, ['3', '4']],
      ],
    ],
    [
      '1,\n,2\n,\n',
      [
        [2, ['1', '']],
        [3, ['', '2']],
        [4, ['', '']],
      ],
    ],
    [
      '1,2,\n3,4,,\n',
      [
        [2, ['1', '2']],
        [3, ['3', '4']],
      ],
    ],
    ['grün,🎸\n', [[2, ['grün', '🎸']]]],
    [
      '5" pipe,2\n3,4\n',
      [
        [2, ['5" pipe', '2']],
        [3, ['3', '4']],
      ],
    ],
    [
      '"big" one,2\n3,4\n',
      [
        [2, ['"big" one', '2']],
        [3, ['3', '4']],
      ],
    ],
    ['', []],
  ])('reads %j', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each([
    [
      '1\n3,4\n',
      [
        [2, 'expected 2 columns, got 1'],
        [3, ['3', '4']],
      ],
    ],
    [
      '1,2,3\n3,4\n',
      [
        [2, 'expected 2 columns, got 3'],
        [3, ['3', '4']],
      ],
    ],
    [
      '1,2\n3',
      [
        [2, ['1', '2']],
        [3, 'expected 2 columns, got 1: the file ends in the middle of this line'],
      ],
    ],
    [
      '1,2\n"x,3\n3,4\n5,6\n',
      [
        [2, ['1', '2']],
        [3, unpaired('"x,3')],
        [4, ['3', '4']],
        [5, ['5', '6']],
      ],
    ],
    [
      '"x,3\n3,4\n5,"y"\n7,8\n',
      [
        [2, unpaired('"x,3')],
        [3, ['3', '4']],
        [4, ['5', 'y']],
        [5, ['7', '8']],
      ],
    ],
    [
      '"x\ny",2\n\n"z,3\n5,6\n',
      [
        [2, ['x\ny', '2']],
        [5, unpaired('"z,3')],
        [6, ['5', '6']],
      ],
    ],
    [
      '1,2\n"x',
      [
        [2, ['1', '2']],
        [3, unpaired('"x')],
      ],
    ],
    [
      '"a\nb,c\n",d,e\n5,6\n',
      [
        [2, unpaired('"a')],
        [3, ['b', 'c']],
        [4, unpaired('",d,e')],
        [5, ['5', '6']],
      ],
    ],
  ])('names the lines of %j that it cannot read, and reads on', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it('gives up a quote that does not close in 256 KiB, and reads on', async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => `${n},row ${n}\n`);
    const bytes = Buffer.from(`"open,2\n${rows.join('')}`);
    let given = 0;
    async function* source() {
      for await (const piece of pieces(bytes, CUTS_OF_64_KIB)) {
        given += piece.length;
        yield piece;
      }
    }

    const reader = records(source(), CSV, 2);
    const first = await reader.next();
    expect(first.value).toMatchObject({ line: 2, problem: unpaired('"open,2') });
    expect(given).toBeLessThan(bytes.length / 2);

    const { items } = await all(reader);
    expect(items).toHaveLength(rows.length);
    expect(items.at(-1)).toMatchObject({ line: 60_002, fields: { a: '59999', b: 'row 59999' } });
  });

  it('gives the same records however the bytes come in', async () => {
    const row = fc.constantFrom(
      '1,2',
      '"x,""y""",2',
      '"x\r\ny",2',
      '"x\ny",ü',
      '',
      '1',
      '1,2,3',
      '"open,2',
      '5" pipe,2',
      '"a"b,2',
    );
    const lineBreak = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(row, lineBreak), { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        fc.boolean(),
        async (rows, cuts, isEnded) => {
          const text = rows
            .flat()
            .join('')
            .replace(isEnded ? /$^/ : /\r?\n$/, '');
          expect(await read(text, { cuts })).toEqual(await read(text));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('NDJSON records', () => {
  it.each([
    [
      '{"a":1}\n{"a":2}\n',
      [
        [1, [1]],
        [2, [2]],
      ],
    ],
    [
      '{"a":1}\r\n\n{"a":2}',
      [
        [1, [1]],
        [3, [2]],
      ],
    ],
    ['\uFEFF{"a":1}\n', [[1, [1]]]],
    [
      '{"a":1}\n{"a":\n[1]\nnull\n{"a":2}\n',
      [
        [1, [1]],
        [2, String.raw`expected a JSON object, got "{\"a\":"`],
        [3, 'expected a JSON object, got "[1]"'],
        [4, 'expected a JSON object, got "null"'],
        [5, [2]],
      ],
    ],
  ])('reads %j', async (text, expected) => {
    expect(await read(text, { format: NDJSON, line: 1 })).toEqual(expected);
  });

  it('gives the same records however the bytes come in', async () => {
    const row = fc.constantFrom('{"a":1}', '{"a":"ü🎸\\n"}', '', '{"a":', '[]');
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        async (rows, cuts) => {
          const text = rows.join('\n');
          const whole = await read(text, { format: NDJSON });
          expect(await read(text, { format: NDJSON, cuts })).toEqual(whole);
        },
      ),
    );
  });
});

describe('a source that fails', () => {
  it.each([
    ['CSV', CSV],
    ['NDJSON', NDJSON],
  ])('is no damage: %s records fail with it', async (_, format) => {
    async function* failing() {
      yield Buffer.from('1,2\n');
      throw new Error('disk on fire');
    }
    expect((await all(records(failing(), format, 1))).error).toEqual(new Error('disk on fire'));
  });
});

describe('damage', () => {
  const MEBIBYTE = 1024 * 1024;

  it.each([
    ['CSV', CSV, '1,2\n', ['1', '2']],
    ['NDJSON', NDJSON, '{"a":1}\n', [1]],
  ])('costs one problem, and %s is read on behind it', async (_, format, row, values) => {
    const hole = '\0'.repeat(3 * MEBIBYTE);
    const text = `${row}${hole}\n${row}`;
    expect(await read(text, { format, cuts: CUTS_OF_64_KIB })).toEqual([
      [2, values],
      [3, `expected a line of at most ${MEBIBYTE} bytes`],
      [4, values],
    ]);
  });

  it.each([
    ['CSV', CSV, (n: number) => `${n},${Math.sin(n)}\n`],
    ['NDJSON', NDJSON, (n: number) => `{"n":${n},"x":${Math.sin(n)}}\n`],
  ])(
    'at the end of a gzip file costs one problem, and no row of %s before it',
    async (_, format, row) => {
      const text = Array.from({ length: 5000 }, (_, n) => row(n)).join('');
      const packed = gzipSync(text);
      const cut = packed.subarray(0, packed.length / 2);
      const { items } = await all(records(gunzip(pieces(cut, [5000])), format, 1));

      const got = Buffer.concat(items.map(({ raw }) => raw)).toString();
      expect(text.startsWith(got)).toBe(true);
      const wholeLines = got.split('\n').length - 1;
      expect(wholeLines).toBeGreaterThan(2000);
      expect(items.filter(({ fields }) => fields)).toHaveLength(wholeLines);
      expect(items.flatMap(({ line, problem }) => (problem ? [[line, problem]] : []))).toEqual([
        [wholeLines + 1, expect.stringContaining('the gzip data is cut short')],
      ]);
    },
  );
});

function unpaired(line: string) {
  return `expected quotes that pair up, got ${JSON.stringify(line)}`;
}
