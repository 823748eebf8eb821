import { parse as parseAtOnce } from 'csv-parse/sync';
import { csvOptions, strictCsvParser } from './csvParser.ts';
import type { Fields, FileRecord } from './fileRecord.ts';
import type { Block } from './lineBlocks.ts';
import { countLineBreaks, firstTextIn, NEWLINE } from './lineBreaks.ts';
import { quote } from './quote.ts';

const NO_BYTES: Buffer = Buffer.alloc(0);

export interface CsvFormat {
  delimiter: string;
  /** Names of the columns, as the header has them. */
  columns: readonly string[];
}

/**
 * Reads the lines below a CSV header.
 *
 * A quote that doesn't pair up costs its own line only: reading goes on with the next one.
 *
 * @param line Physical line that the first block starts on, from 1.
 */
export async function* csvRecords(
  blocks: AsyncIterable<Block>,
  { delimiter, columns }: CsvFormat,
  line: number,
): AsyncGenerator<FileRecord> {
  let parse = strictCsvParser(delimiter);
  /** What the parser was given and no record was made of yet. */
  let pending = NO_BYTES;

  function take(length: number) {
    const raw = pending.subarray(0, length);
    pending = pending.subarray(length);
    const start = line + countLineBreaks(raw.subarray(0, firstTextIn(raw)));
    line += countLineBreaks(raw);
    return { raw, line: start, nextLine: line };
  }

  /** @param input The end of `pending` that is new to the parser. */
  async function* read(input: Buffer, isEnd: boolean): AsyncGenerator<FileRecord> {
    for (let fresh = input; ; fresh = pending) {
      const { records, isBroken } = await parse(fresh, isEnd);
      let isMisread = isBroken;
      for (const { cells, length } of records) {
        if (cells.length !== columns.length && spansLines(pending.subarray(0, length))) {
          isMisread = true;
          break;
        }
        const taken = take(length);
        yield { ...taken, ...named(cells, columns, taken.raw) };
      }
      if (!isMisread) break;

      const firstLine = take(lineLength(pending));
      yield { ...firstLine, ...readLeniently(firstLine.raw, { delimiter, columns }) };
      parse = strictCsvParser(delimiter);
      if (pending.length === 0) break;
    }
    // Empty lines that no record follows.
    if (isEnd && pending.length > 0) yield take(pending.length);
  }

  for await (const { bytes, damage } of blocks) {
    if (damage === undefined) {
      pending = Buffer.concat([pending, bytes]);
      yield* read(bytes, false);
      continue;
    }
    yield* read(NO_BYTES, true);
    parse = strictCsvParser(delimiter);
    pending = bytes;
    yield { ...take(bytes.length), ...(damage && { problem: damage }) };
  }
  yield* read(NO_BYTES, true);
}

/** Reads a line that strict reading fails on: a lone inch mark (`5" pipe`) is just a character. */
function readLeniently(raw: Buffer, { delimiter, columns }: CsvFormat) {
  try {
    const [cells] = parseAtOnce(raw, { ...csvOptions(delimiter), relax_quotes: true });
    if (cells?.length === columns.length) return named(cells, columns, raw);
  } catch {
    // Told below: the parser's own words are about its options.
  }
  return { problem: `expected quotes that pair up, got ${quote(raw.toString().trim())}` };
}

function named(
  cells: readonly string[],
  columns: readonly string[],
  raw: Buffer,
): { fields: Fields } | { problem: string } {
  const isTooLong = cells.slice(columns.length).some((cell) => cell !== '');
  if (cells.length < columns.length || isTooLong) {
    const isCut = cells.length < columns.length && raw.at(-1) !== NEWLINE;
    const why = isCut ? ': the file ends in the middle of this line' : '';
    return { problem: `expected ${columns.length} columns, got ${cells.length}${why}` };
  }
  const fields: Record<string, string> = {};
  columns.forEach((column, index) => {
    fields[column] = cells[index] ?? '';
  });
  return { fields };
}

function lineLength(bytes: Buffer): number {
  return bytes.indexOf(NEWLINE, firstTextIn(bytes)) + 1 || bytes.length;
}

function spansLines(raw: Buffer): boolean {
  return lineLength(raw) < raw.length;
}
