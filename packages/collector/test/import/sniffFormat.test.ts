import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/import/importError.ts';
import { sniffFormat } from '../../src/import/sniffFormat.ts';

const sniff = (head: string, path = 'events') => sniffFormat(Buffer.from(head), path);

describe(sniffFormat.name, () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb\tc\n', '\t'],
    ['a|b|c\r\n', '|'],
    ['"a;x;y;z",b\n', ','],
    ['alone\n1\n', ','],
    ['sep=;\na,x;b\n', ';'],
    ['\uFEFFsep=|\r\na,x;b|c\n', '|'],
  ])('finds the delimiter of %j', (head, delimiter) => {
    expect(sniff(head).format).toMatchObject({ kind: 'csv', delimiter });
  });

  it.each([
    ['a,b\n1,2\n', ['a', 'b'], { bytes: 4, line: 2 }],
    ['a,b\r\n1,2\r\n', ['a', 'b'], { bytes: 5, line: 2 }],
    ['\uFEFFa,b\n', ['a', 'b'], { bytes: 7, line: 2 }],
    ['\uFEFF"a",b\n', ['a', 'b'], { bytes: 9, line: 2 }],
    ['\n\na , b\n', ['a', 'b'], { bytes: 8, line: 4 }],
    ['"a\nx",b\n', ['a\nx', 'b'], { bytes: 8, line: 3 }],
    ['a,ü\n', ['a', 'ü'], { bytes: 5, line: 2 }],
    ['a,b', ['a', 'b'], { bytes: 3, line: 1 }],
    ['sep=;\r\na;b\r\n', ['a', 'b'], { bytes: 12, line: 3 }],
    ['\uFEFFsep=;\na;b\n', ['a', 'b'], { bytes: 13, line: 3 }],
  ])('finds the header of %j and where it ends', (head, columns, start) => {
    expect(sniff(head)).toMatchObject({ format: { columns }, start });
  });

  it.each([
    ['{"at":1}\n', 'events.csv'],
    ['\uFEFF {"at":1}\n', 'events'],
    ['not json\n{"at":1}\n', 'events.ndjson'],
    ['not json\n{"at":1}\n', 'EVENTS.JSONL.GZ'],
  ])('takes %j in %s for NDJSON', (head, path) => {
    expect(sniff(head, path)).toEqual({ format: { kind: 'ndjson' }, start: { bytes: 0, line: 1 } });
  });

  it.each([
    ['', /got nothing: it is empty/],
    [' \n', /it is empty/],
    ['[{"at":1}]', /got a JSON array/],
    ['PK\u0003\u0004\u0000\u0000', /got a zip archive or a workbook/],
    ['a,b\r1,2\r3,4\r', /lines that end with CR alone/],
    ['a\0,\0b\0', /save it as UTF-8 text/],
    ['a,"b"x,c\n', /a header whose quotes don't pair up/],
  ])('refuses %j', (head, message) => {
    expect(() => sniff(head, 'dump.bin')).toThrow(ImportError);
    expect(() => sniff(head, 'dump.bin')).toThrow(message);
  });
});
