import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/commands/command.ts';
import { exportFile } from '../../src/commands/exportFile.ts';
import type { ArchivePlace } from '../../src/moving/archive.ts';
import { writeArchive } from '../../src/moving/writeArchive.ts';
import type { Store } from '../../src/store/store.ts';
import { filledStore } from '../moving/filledStore.ts';
import { NOW, SITE } from '../touchpoints.ts';

describe(exportFile, () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-export-'));
    store = await filledStore({ carts: 900 });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const archive = (from?: ArchivePlace) => writeArchive(store, SITE, { from, now: NOW });
  /** Stops after so many parts. */
  async function* stopping(from: ArchivePlace | undefined, after: number) {
    let parts = 0;
    for await (const part of archive(from)) {
      if (parts++ === after) throw new Error('killed');
      yield part;
    }
  }

  it.each(['shop.ndjson', 'shop.ndjson.gz'])(
    'goes on with %s where it was killed, as if it had not been',
    async (name) => {
      let whole = '';
      for await (const part of archive()) whole += part;
      const path = join(folder, name);
      const options = { path, source: 'shop' };

      for (const after of [0, 1, 1]) {
        const killed = exportFile({ ...options, archive: (from) => stopping(from, after) });
        await expect(killed).rejects.toThrow('killed');
        expect(existsSync(path)).toBe(false);
        // Killed while it wrote: there is more in the file than is known to be.
        appendFileSync(`${path}.part`, 'half a touchp');
      }
      const end = await exportFile({ ...options, archive });
      expect(end).toMatchObject({ touchpoints: 2100, wasResumed: true });
      const data = readFileSync(path);
      expect(`${name.endsWith('.gz') ? gunzipSync(data) : data}`).toBe(whole);
      expect(readdirSync(folder)).toEqual([name]);
    },
  );

  it('never writes over a file, and goes on with nothing but the same export', async () => {
    const path = join(folder, 'shop.ndjson');
    const killed = exportFile({ path, source: 'a', archive: (from) => stopping(from, 1) });
    await expect(killed).rejects.toThrow('killed');
    await expect(exportFile({ path, source: 'b', archive })).rejects.toThrow(UsageError);
    await exportFile({ path, source: 'a', archive });
    await expect(exportFile({ path, source: 'a', archive })).rejects.toThrow(UsageError);
  });

  it('takes no archive without its end for a whole one', async () => {
    const path = join(folder, 'shop.ndjson');
    async function* first(from?: ArchivePlace) {
      for await (const part of archive(from)) {
        yield part;
        return;
      }
    }
    await expect(exportFile({ path, source: 'a', archive: first })).rejects.toThrow('cut off');
    expect(existsSync(path)).toBe(false);
  });
});
