import type { Fields, FileRecord } from './fileRecord.ts';
import type { Block } from './lineBlocks.ts';
import { countLineBreaks, NEWLINE } from './lineBreaks.ts';
import { quote } from './quote.ts';

/**
 * Reads one JSON object a line.
 *
 * @param line Physical line that the first block starts on, from 1.
 */
export async function* ndjsonRecords(
  blocks: AsyncIterable<Block>,
  line: number,
): AsyncGenerator<FileRecord> {
  for await (const { bytes, damage } of blocks) {
    if (damage !== undefined) {
      const nextLine = line + countLineBreaks(bytes);
      yield { raw: bytes, line, nextLine, ...(damage && { problem: damage }) };
      line = nextLine;
      continue;
    }
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
      const raw = bytes.subarray(start, end);
      const nextLine = line + countLineBreaks(raw);
      yield { raw, line, nextLine, ...parseLine(raw) };
      line = nextLine;
      start = end;
    }
  }
}

function parseLine(raw: Buffer): { fields?: Fields; problem?: string } {
  // `trim` takes a byte order mark off, too.
  const text = raw.toString().trim();
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { fields: value };
  } catch {
    // Told below.
  }
  return { problem: `expected a JSON object, got ${quote(text)}` };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
