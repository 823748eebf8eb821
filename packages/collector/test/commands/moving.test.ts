import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { run } from '../../src/cli.ts';
import { restoreLines } from '../../src/moving/restoreLines.ts';
import { writeArchive } from '../../src/moving/writeArchive.ts';
import { grant } from '../../src/security/access.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { everythingOf } from '../moving/everythingOf.ts';
import { filledStore } from '../moving/filledStore.ts';
import { goods, NOW, SITE, stored } from '../touchpoints.ts';
import { commandLine } from './commandLine.ts';

describe('moving a site on the command line', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const cartograph = async (env: Record<string, string>, ...args: string[]) => {
    const { io, said } = commandLine(env);
    return { code: await run(args, io), ...said() };
  };
  const opened = async <T>(name: string, look: (store: Store) => Promise<T>): Promise<T> => {
    const store = sqliteStore(at(name));
    try {
      return await look(store);
    } finally {
      await store.close();
    }
  };
  /** What is true, but for who moved it. */
  const truth = async (store: Store) => {
    const { audit, ...rest } = await everythingOf(store);
    return { ...rest, audit: audit.filter(({ action }) => !action.startsWith('site.')) };
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-moving-'));
    const filled = await filledStore({ carts: 600 });
    await opened('a.db', async (store) => {
      for await (const part of writeArchive(filled, SITE, { now: NOW })) {
        await restoreLines(store, SITE.id, part);
      }
    });
    await filled.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes everything from one database to another, which then says the same', async () => {
    const out = at('shop.ndjson.gz');
    const exported = await cartograph(
      {},
      ...['export', '--site', 'shop', '--db', at('a.db'), '--out', out],
    );
    expect(exported).toMatchObject({ code: 0, out: '' });
    expect(exported.err).toContain('1400 touchpoints');

    const imported = await cartograph({}, 'import', '--db', at('b.db'), out);
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.out).toContain('1400 touchpoints added, 0 there already');
    expect(await opened('b.db', truth)).toEqual(await opened('a.db', truth));

    const sums = await Promise.all(
      ['a.db', 'b.db'].map((db) => cartograph({}, 'checksum', '--site', 'shop', '--db', at(db))),
    );
    expect(sums[0]?.out).toMatch(/^[0-9a-f]{64} {2}overview\n/);
    expect(sums[0]?.out).toMatch(/[0-9a-f]{64} {2}all of shop as of 2026-11-22T00:00:00.000Z\n$/);
    expect(sums[1]?.out).toBe(sums[0]?.out);

    const again = await cartograph({}, 'import', '--db', at('b.db'), out);
    expect(again.out).toContain('Already imported');
  });

  it('says by a checksum that two are not the same, and in which report', async () => {
    const { out: before } = await cartograph({}, 'checksum', '--site', 'shop', '--db', at('a.db'));
    await opened('a.db', (store) =>
      store.append([
        {
          site: SITE,
          touchpoints: [
            stored(70_000, 'add_to_cart', { at: NOW - 30 * 3_600_000, params: goods(1) }),
          ],
        },
      ]),
    );
    const { out: after } = await cartograph({}, 'checksum', '--site', 'shop', '--db', at('a.db'));
    const [one, two] = [before, after].map((text) => new Set(text.split('\n')));
    const differing = [...two!].filter((line) => !one!.has(line)).map((line) => line.slice(66));
    expect(differing).toEqual(
      expect.arrayContaining(['abandonment', 'each journey', expect.stringContaining('all of')]),
    );
    expect(differing).not.toContain('delivery');
  });

  it('notes on both sides that it was moved', async () => {
    const { out } = await cartograph({}, 'export', '--site', 'shop', '--db', at('a.db'));
    writeFileSync(at('shop.ndjson'), out);
    await cartograph({}, 'import', '--db', at('b.db'), at('shop.ndjson'));
    const actions = (store: Store) =>
      store.auditLog({ site: 'shop', limit: 9 }).then((log) => log.map(({ action }) => action));
    expect(await opened('a.db', actions)).toContain('site.export');
    expect(await opened('b.db', actions)).toEqual(['site.import', 'site.export', 'person.find']);
  });

  it('fails on a file that was cut off, once what there is of it is imported', async () => {
    const { out } = await cartograph({}, 'export', '--site', 'shop', '--db', at('a.db'));
    writeFileSync(at('shop.ndjson'), out.slice(0, out.lastIndexOf('{"cartograph":"end"')));
    const imported = await cartograph({}, 'import', '--db', at('b.db'), at('shop.ndjson'));
    expect(imported).toMatchObject({ code: 1 });
    expect(imported.err).toContain('is cut off');
    expect(imported.out).toContain('1400 touchpoints added');
  });

  it('fails on a file that was changed, and tells the lines', async () => {
    const { out } = await cartograph({}, 'export', '--site', 'shop', '--db', at('a.db'));
    writeFileSync(at('shop.ndjson'), out.replace('"value":25', '"value":26'));
    const imported = await cartograph({}, 'import', '--db', at('b.db'), at('shop.ndjson'));
    expect(imported).toMatchObject({ code: 1 });
    expect(imported.err).toMatch(/line \d+: expected lines 1 to \d+ as they were exported/);
  });

  it('tells what is set otherwise where it is read in, and leaves it', async () => {
    await cartograph({}, 'site', 'add', 'shop', '--currency', 'KRW', '--db', at('b.db'));
    const { out } = await cartograph({}, 'export', '--site', 'shop', '--db', at('a.db'));
    writeFileSync(at('shop.ndjson'), out);
    const { err } = await cartograph({}, 'import', '--db', at('b.db'), at('shop.ndjson'));
    expect(err).toContain('currency is "KRW" here and "EUR" in the export: left as it is');
  });

  describe('over HTTP', () => {
    let servers: { close: () => void }[];
    beforeEach(() => {
      servers = [];
    });
    afterEach(() => servers.forEach((server) => void server.close()));

    /** A collector with a token, and how often it breaks off what it answers. */
    const collect = async (store: Store, { breaks = 0 } = {}) => {
      const app = createCollector({ store, tracker: {}, now: () => NOW });
      const token = await grant(store, 'token', { scope: 'admin' });
      const fetch = async (request: Request) => {
        const response = await app.fetch(request);
        if (!request.url.includes('/export') || breaks-- <= 0) return response;
        const reader = response.body!.getReader();
        let parts = 0;
        return new Response(
          new ReadableStream({
            pull: async (controller) => {
              const { value } = await reader.read();
              if (parts++ > 0) controller.error(new Error('broken'));
              else controller.enqueue(value);
            },
          }),
        );
      };
      const url = await new Promise<string>((resolve) => {
        const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
          resolve(`http://127.0.0.1:${info.port}`),
        );
        servers.push(server);
      });
      return { url, env: { CARTOGRAPH_TOKEN: token } };
    };

    it('takes everything out of one collector and into another, past broken connections', async () => {
      const a = sqliteStore(at('a.db'));
      const b = sqliteStore(':memory:');
      const from = await collect(a, { breaks: 2 });
      const to = await collect(b);
      const out = at('shop.ndjson.gz');
      const site = ['--site', 'shop', '--collector'];
      const exported = await cartograph(from.env, 'export', ...site, from.url, '--out', out);
      expect(exported).toMatchObject({ code: 0 });
      const imported = await cartograph(to.env, 'import', ...site, to.url, out);
      expect(imported).toMatchObject({ code: 0 });
      expect(imported.out).toContain('1400 touchpoints added');
      expect(await truth(b)).toEqual(await truth(a));
      expect((await cartograph(to.env, 'import', ...site, to.url, out)).out).toContain(
        'Already imported',
      );

      const over = await cartograph(to.env, 'checksum', ...site, to.url);
      const beside = await cartograph({}, 'checksum', '--site', 'shop', '--db', at('a.db'));
      expect(over.out).toBe(beside.out);
      await Promise.all([a.close(), b.close()]);
    });

    it('needs an admin’s token, from the environment', async () => {
      const store = await filledStore();
      const { url } = await collect(store);
      const args = ['export', '--site', 'shop', '--collector', url];
      expect(await cartograph({}, ...args)).toMatchObject({ code: 2 });
      const token = await grant(store, 'token', { scope: 'write' });
      const refused = await cartograph({ CARTOGRAPH_TOKEN: token }, ...args);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.err).toContain('403');
      await store.close();
    });
  });

  it('is read by the pages of an older export as before', async () => {
    const lines = (await cartograph({}, 'export', '--site', 'shop', '--db', at('a.db'))).out
      .split('\n')
      .filter((line) => line.includes('"suspicion":""'))
      .map((line) => line.replace(/,"browser".*/, '}'));
    writeFileSync(at('old.ndjson'), lines.join('\n'));
    expect(readFileSync(at('old.ndjson'), 'utf8')).not.toContain('cartograph');
    await cartograph({}, 'site', 'add', 'shop', '--db', at('b.db'));
    const imported = await cartograph(
      {},
      ...['import', '--site', 'shop', '--preset', 'cartograph', '--db', at('b.db')],
      at('old.ndjson'),
    );
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.out).toContain(`${lines.length} touchpoints added`);
  });
});
