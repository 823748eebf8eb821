import { pbkdf2 } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { backupSqlite, countRows } from '../../src/commands/backupSqlite.ts';
import { SALT_KEY } from '../../src/ingest/keptSalt.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { goods, SITE, stored } from '../touchpoints.ts';
import { commandLine } from './commandLine.ts';

const derive = promisify(pbkdf2);

describe('cartograph backup', () => {
  let folder: string;
  let db: string;
  let to: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-backup-'));
    db = join(folder, 'live.db');
    to = join(folder, 'copy.db');
    store = sqliteStore(db);
    await saveSite(store, SITE);
    await append(1, 100);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const append = (from: number, count: number) =>
    store.append([
      {
        site: SITE,
        touchpoints: Array.from({ length: count }, (_, n) =>
          stored(from + n, 'add_to_cart', { visitor: `v${from + n}`, params: goods(10) }),
        ),
      },
    ]);
  const cartograph = async (...args: string[]) => {
    const { io, said } = commandLine({ CARTOGRAPH_DB: db });
    return { code: await run(args, io), ...said() };
  };

  it('leaves out the salt of the day, byte for byte', async () => {
    const salt = 'c2FsdC1vZi10aGUtZGF5LW9mLXRoaXMtdGVzdC0xMjM0NTY=';
    await store.put(SALT_KEY, { day: 20_000, salt });
    const { code, out } = await cartograph('backup', '--to', to, '--check');
    expect([code, out]).toEqual([0, expect.stringContaining('has all of it')]);
    expect(readFileSync(to).includes(salt)).toBe(false);
    expect(await store.get(SALT_KEY)).toMatchObject({ salt });
  });

  it('copies what is there, and checks the copy', async () => {
    const { code, out } = await cartograph('backup', '--to', to, '--check');
    expect(out).toBe(
      `Backed up to ${to}: 100 touchpoints, 100 journeys\nChecked: the copy is sound, and has all of it\n`,
    );
    expect(code).toBe(0);

    const copy = sqliteStore(to);
    expect(await copy.counts('shop')).toEqual(await store.counts('shop'));
    expect(await copy.latest('shop', { from: 0, limit: 1000 })).toEqual(
      await store.latest('shop', { from: 0, limit: 1000 }),
    );
    await copy.close();
  });

  it('leaves one file, and nothing half-made', async () => {
    await cartograph('backup', '--to', to, '--check');
    expect(readdirSync(folder).filter((name) => !name.startsWith('live.db'))).toEqual(['copy.db']);
  });

  it('is one moment of a database that is written to', async () => {
    // Keeps the threads busy that copy, so that something is written between the count and the copy.
    const busy = Array.from({ length: 8 }, () => derive('', '', 100_000, 32, 'sha256'));
    let at = 1000;
    let isCopying = true;
    const copying = backupSqlite({ from: db, to }).finally(() => {
      isCopying = false;
    });
    while (isCopying) {
      await append(at, 10);
      at += 10;
      // The copy is made on another thread: let its end be heard of.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const counted = await copying;
    await Promise.all(busy);
    expect(counted.touchpoints! % 10).toBe(0);
    expect(countRows(to)).toEqual(counted);
    await append(at, 10);
    expect(countRows(to)).toEqual(counted);
  });

  it('overwrites nothing', async () => {
    await cartograph('backup', '--to', to);
    const { code, err } = await cartograph('backup', '--to', to);
    expect(code).toBe(2);
    expect(err).toContain(`Expected --to to be a new file, ${to} is there`);
  });

  it('makes no database where there is none', async () => {
    const { code, err } = await cartograph('backup', '--db', join(folder, 'none.db'), '--to', to);
    expect(code).toBe(2);
    expect(err).toContain('found none');
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });

  it('says so when a copy is broken', async () => {
    await cartograph('backup', '--to', to);
    const file = openSync(to, 'r+');
    writeSync(file, Buffer.alloc(4096, 7), 0, 4096, 4096 * 3);
    closeSync(file);
    expect(() => countRows(to)).toThrow(/is broken|malformed/);
  });
});
