import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { commandLine } from '../commands/commandLine.ts';
import { all } from './all.ts';

const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** A site and its history, imported as an owner would: by the command, into a real database. */
export async function createHistory(preset: string) {
  const folder = mkdtempSync(join(tmpdir(), 'cartograph-history-'));
  const db = join(folder, 'test.db');
  const call = async (...args: string[]) => {
    const { io, said } = commandLine({ CARTOGRAPH_DB: db });
    const code = await run(args, io);
    return { code, ...said() };
  };
  const inStore = async <T>(ask: (store: ReturnType<typeof sqliteStore>) => Promise<T>) => {
    const store = sqliteStore(db);
    try {
      return await ask(store);
    } finally {
      await store.close();
    }
  };
  await call('site', 'add', 'shop', '--currency', 'EUR');

  return {
    /** Imports a text as a file. */
    read(name: string, text: string) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return call('import', '--site', 'shop', '--preset', preset, path);
    },
    /** Oldest first. */
    touchpoints: () =>
      inStore(async (store) => {
        const { items } = await all(store.touchpoints('shop'));
        return items.sort((a, b) => a.at - b.at || a.seq - b.seq);
      }),
    /** Oldest first. */
    journeys: async () => {
      const journeys = await inStore((store) => store.journeys('shop', ALWAYS));
      return journeys.sort((a, b) => a.startedAt - b.startedAt);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** A file of `fixtures/`: made up, in the shape that its maker documents. */
export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
}
