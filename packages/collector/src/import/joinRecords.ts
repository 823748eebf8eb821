import type { Fields, FileRecord } from './fileRecord.ts';

/** What rows of one record have in common. `undefined` where a row stands by itself. */
export type JoinedBy = (fields: Fields) => string | undefined;

/** Rows of one record at most, so that a file with a single name in it stays bounded. */
const MAX_ROWS = 1000;

/**
 * Makes rows that follow each other and belong together one record. It has the bytes of them all,
 * so a checkpoint never parts them.
 */
export async function* joinRecords(
  records: AsyncIterable<FileRecord>,
  joinedBy: JoinedBy,
): AsyncGenerator<FileRecord> {
  let rows: FileRecord[] = [];
  let name: string | undefined;

  for await (const record of records) {
    const next = record.fields && joinedBy(record.fields);
    const belongs = next !== undefined && next === name && rows.length < MAX_ROWS;
    if (rows.length > 0 && !belongs) {
      yield joined(rows);
      rows = [];
    }
    rows.push(record);
    name = next;
  }
  if (rows.length > 0) yield joined(rows);
}

function joined(rows: readonly FileRecord[]): FileRecord {
  const [first, ...others] = rows as [FileRecord, ...FileRecord[]];
  if (others.length === 0) return first;
  return {
    ...first,
    nextLine: rows.at(-1)!.nextLine,
    raw: Buffer.concat(rows.map(({ raw }) => raw)),
    following: others.flatMap(({ fields }) => (fields ? [fields] : [])),
  };
}
