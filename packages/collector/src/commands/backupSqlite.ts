import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { SALT_KEY } from '../ingest/keptSalt.ts';

/** Rows by table. */
export type Counts = Readonly<Record<string, number>>;

/** More pages than a database can have: one step, so that no writer makes it start over. */
const ALL_PAGES = 2 ** 31 - 1;

const BUSY_MS = 5000;

/**
 * Copies a SQLite database to a new file while others write to it: the copy is what one moment saw,
 * page by page. It appears under its name once it is whole and on the disk; what it is a copy of is
 * neither changed nor brought to a newer schema. https://www.sqlite.org/backup.html
 *
 * Of all that is in it, the copy lacks the salt of the day: it is to be forgotten tomorrow.
 *
 * @returns How many rows the copy has.
 */
export async function backupSqlite({ from, to }: { from: string; to: string }): Promise<Counts> {
  const part = `${to}.part`;
  const source = new DatabaseSync(from, { readOnly: true, timeout: BUSY_MS });
  try {
    rmSync(part, { force: true });
    // The transaction holds the moment still: what is counted is what is copied.
    source.exec('begin');
    const counted = countTables(source);
    await backup(source, part, { rate: ALL_PAGES });
    source.exec('commit');
    makeSingleFile(part);
    const salts = forgetSaltIn(part);
    sync(part);
    renameSync(part, to);
    sync(dirname(to));
    return { ...counted, settings: (counted.settings ?? 0) - salts };
  } finally {
    source.close();
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true });
  }
}

/**
 * Reads a database through and counts it.
 *
 * @throws {Error} If a page, an index or a constraint of it is broken.
 */
export function countRows(path: string): Counts {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const found = database.prepare('pragma integrity_check').all();
    const problems = found.map((row) => String(row.integrity_check)).filter((it) => it !== 'ok');
    if (problems.length > 0) throw new Error(`${path} is broken: ${problems.join('; ')}`);
    return countTables(database);
  } finally {
    database.close();
  }
}

function countTables(database: DatabaseSync): Counts {
  const tables = database.prepare(TABLES).all() as unknown as { name: string }[];
  return Object.fromEntries(
    tables.map(({ name }) => {
      const row = database.prepare(`select count(*) as rows from "${name}"`).get();
      return [name, Number(row?.rows)];
    }),
  );
}

/** What a database has by itself (`sqlite_…`) is none of ours. */
const TABLES = String.raw`select name from sqlite_schema where type = 'table' and name not like 'sqlite\_%' escape '\' order by name`;

/** @returns How many there were. */
function forgetSaltIn(path: string): number {
  const database = new DatabaseSync(path);
  // Else what is removed still lies in the file: https://www.sqlite.org/pragma.html#pragma_secure_delete
  database.exec('pragma secure_delete = on');
  const { changes } = database.prepare('delete from settings where key = ?').run(SALT_KEY);
  database.close();
  return Number(changes);
}

/** A copy of a database in WAL mode would want a second file beside it as soon as it is opened. */
function makeSingleFile(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = delete');
  database.close();
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
