import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../../src/import/fileRecord.ts';
import { joinRecords } from '../../src/import/joinRecords.ts';
import { all } from './all.ts';

/** A row a line: `a` is one of the record `a`, `!` a damaged one, and an empty text an empty line. */
async function join(...lines: string[]) {
  async function* records(): AsyncGenerator<FileRecord> {
    for (const [index, name] of lines.entries()) {
      const place = { line: index + 2, nextLine: index + 3, raw: Buffer.from(`${name}\n`) };
      if (name === '') yield place;
      else if (name === '!') yield { ...place, problem: 'damaged' };
      else yield { ...place, fields: { name, place: index } };
    }
  }
  const joinedBy = ({ name }: Readonly<Record<string, unknown>>) =>
    name === '?' ? undefined : String(name);
  return (await all(joinRecords(records(), joinedBy))).items;
}

const shape = (records: readonly FileRecord[]) =>
  records.map(({ line, nextLine, following = [] }) => [line, nextLine, following.length]);

describe(joinRecords.name, () => {
  it('makes rows of one name a record, which spans their lines', async () => {
    expect(shape(await join('a', 'a', 'b', 'c', 'c', 'c'))).toEqual([
      [2, 4, 1],
      [4, 5, 0],
      [5, 8, 2],
    ]);
  });

  it('joins neither rows without a name nor those that something parts', async () => {
    expect(shape(await join('?', '?', 'a', '!', 'a', '', 'b', 'a'))).toHaveLength(8);
  });

  it('keeps every byte, in order', async () => {
    const lines = ['a', 'a', '', '!', 'b', 'b'];
    const raw = Buffer.concat((await join(...lines)).map((record) => record.raw)).toString();
    expect(raw).toBe('a\na\n\n!\nb\nb\n');
  });

  it('ends a record that never ends', async () => {
    const records = await join(...Array.from({ length: 2500 }, () => 'a'));
    expect(shape(records)).toEqual([
      [2, 1002, 999],
      [1002, 2002, 999],
      [2002, 2502, 499],
    ]);
  });
});
