import { parse } from 'csv-parse/sync';
import { csvOptions } from './csvParser.ts';
import { ImportError } from './importError.ts';
import { countLineBreaks } from './lineBreaks.ts';
import type { Format } from './records.ts';

/** What Excel reads, and other programs write for it, above the header. */
const SEPARATOR_LINE = /^\uFEFF?sep=(?<delimiter>[,;\t|])\r?\n/i;

const DELIMITERS = [',', ';', '\t', '|'];

export interface Sniffed {
  format: Format;
  /** Where the records start: at the top, or below a CSV header. */
  start: { bytes: number; line: number };
}

/**
 * Tells what a file is by how it begins.
 *
 * @param head Its first bytes, unpacked. A CSV header has to be in there as a whole.
 * @throws {ImportError} If it is neither CSV nor NDJSON.
 */
export function sniffFormat(head: Buffer, path: string): Sniffed {
  const text = head.toString().trim();
  const expected = `Expected CSV with a header, or one JSON object a line, in ${path}`;
  if (text === '') throw new ImportError(`${expected}, got nothing: it is empty`);
  if (text.startsWith('PK\u0003\u0004')) {
    throw new ImportError(
      `${expected}, got a zip archive or a workbook: unpack it, or save as CSV`,
    );
  }
  if (head.includes(0)) {
    throw new ImportError(`${expected}, got something else: save it as UTF-8 text, or gzip it`);
  }
  if (/\r(?!\n)/.test(text) && !text.includes('\n')) {
    throw new ImportError(`${expected}, got lines that end with CR alone: save it with LF or CRLF`);
  }
  if (text.startsWith('[')) {
    throw new ImportError(`${expected}, got a JSON array: \`jq -c '.[]'\` makes lines of it`);
  }
  if (text.startsWith('{') || /\.(ndjson|jsonl)(\.gz)?$/i.test(path)) {
    return { format: { kind: 'ndjson' }, start: { bytes: 0, line: 1 } };
  }

  const told = SEPARATOR_LINE.exec(head.toString());
  const above = Buffer.byteLength(told?.[0] ?? '');
  const delimiter = told?.groups?.delimiter ?? sniffDelimiter(text);
  try {
    const [header] = parse(head.subarray(above), {
      ...csvOptions(delimiter),
      bom: true,
      to: 1,
      info: true,
    });
    const { record, info } = header as unknown as { record: string[]; info: { bytes: number } };
    return {
      format: { kind: 'csv', delimiter, columns: record.map((name) => name.trim()) },
      start: {
        bytes: above + info.bytes,
        line: 1 + countLineBreaks(head.subarray(0, above + info.bytes)),
      },
    };
  } catch {
    throw new ImportError(`${expected}, got a header whose quotes don't pair up`);
  }
}

/** The one that the first line has most of, outside quotes. */
function sniffDelimiter(text: string): string {
  const [firstLine = ''] = text.replace(/"[^"]*"/g, '').split('\n', 1);
  const counts = DELIMITERS.map((delimiter) => firstLine.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
