import { Parser } from 'csv-parse';

/** A quoted field may span lines, but a record longer than this has a quote that never closes. */
const MAX_RECORD_CHARS = 256 * 1024;

/** How CSV is read, whether strictly or leniently. */
export const csvOptions = (delimiter: string) => ({
  delimiter,
  // Named, not discovered: some files change their line breaks half way.
  record_delimiter: ['\r\n', '\n'],
  // Too many or too few columns are a problem of their line, not of the file.
  relax_column_count: true,
  skip_empty_lines: true,
});

interface Parsed {
  /** `length`: bytes from the end of the record before. */
  records: readonly { cells: string[]; length: number }[];
  /** Behind these records quotes don't pair up. Nothing more can be had of this parser. */
  isBroken: boolean;
}

/**
 * A parser to be fed piece by piece. It may keep the last bytes of a piece until the next one.
 *
 * Records are caught as they are made: a stream that fails would throw away those not read yet.
 */
export function strictCsvParser(
  delimiter: string,
): (input: Buffer, isEnd: boolean) => Promise<Parsed> {
  let records: { cells: string[]; length: number }[] = [];
  let end = 0;
  const parser = new Parser({
    ...csvOptions(delimiter),
    max_record_size: MAX_RECORD_CHARS,
    on_record: (cells, { bytes }) => {
      records.push({ cells, length: bytes - end });
      end = bytes;
      return null;
    },
  });
  // The callbacks below tell; without a listener it would be thrown as well.
  parser.on('error', () => {});
  parser.resume();

  return async (input, isEnd) => {
    records = [];
    const isBroken = await new Promise<boolean>((resolve) => {
      const done = (error?: Error | null) => resolve(Boolean(error));
      if (isEnd) parser.end(input, done);
      else parser.write(input, done);
    });
    return { records, isBroken };
  };
}
