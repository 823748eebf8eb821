import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { logSync } from '../../src/store/logSync.ts';
import { nodeDriver } from '../../src/store/nodeDriver.ts';

let folder: string;
let path: string;
let log: ReturnType<typeof logSync>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cartograph-log-'));
  path = join(folder, 'test.db');
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  log = logSync(path, nodeDriver(database));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('counts what was written, and nothing that was only read or changed nothing', () => {
  log.driver.script('create table t (n integer)');
  const before = log.written();
  log.driver.all('select * from t');
  log.driver.run('update t set n = ?', 1);
  expect(log.written()).toBe(before);
  log.driver.run('insert into t values (?)', 1);
  expect(log.written()).toBeGreaterThan(before);
  log.driver.close();
});

it('puts the log on the disk, and gives its file back', async () => {
  log.driver.script('create table t (n integer)');
  await log.toDisk();
  await log.toDisk();
  log.driver.close();
  expect(readdirSync(folder)).toEqual(['test.db']);
  expect(openFiles().filter((file) => file.startsWith(folder))).toEqual([]);
});

it('fails where there is no log to put on the disk', async () => {
  log.driver.close();
  await expect(log.toDisk()).rejects.toThrow('ENOENT');
});

/** Linux only: elsewhere none. */
function openFiles(): string[] {
  try {
    return readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/self/fd/${fd}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}
