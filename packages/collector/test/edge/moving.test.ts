import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksum } from '../../src/moving/checksum.ts';
import { type RemoteOptions, remoteSite } from '../../src/moving/remoteSite.ts';
import { restoreLines } from '../../src/moving/restoreLines.ts';
import { writeArchive } from '../../src/moving/writeArchive.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { filledStore } from '../moving/filledStore.ts';
import { NOW, SITE } from '../touchpoints.ts';
import { bundle } from './bundle.ts';
import { ADMIN, type Edge, startEdge } from './edge.ts';

const ASKED = { asOf: `${NOW}` };

describe('a site', () => {
  let folder: string;
  let edge: Edge;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-edge-'));
    const script = await bundle('../../src/worker.ts');
    // The settings that it has elsewhere, and another one, to show that the address finds it.
    const { id, name, origins, currency, timeZone, abandonedAfterMs } = SITE;
    const site = { id, name, origins, currency, timeZone, abandonedAfterMs };
    edge = await startEdge(script, { folder, CARTOGRAPH_SITES: [{ id: 'first' }, site] });
  }, 180_000);
  afterAll(async () => {
    await edge?.close();
    rmSync(folder, { recursive: true });
  });

  it('moves to the edge and back, and says the same in every report', async () => {
    const options: RemoteOptions = { collector: new URL(edge.url), token: ADMIN, site: SITE.id };
    const remote = remoteSite(options);
    const here = await filledStore({ carts: 900 });
    for await (const part of writeArchive(here, SITE, { now: NOW })) {
      expect(await remote.restore(part)).toMatchObject({ duplicates: 0, problems: [] });
    }
    const expected = await checksum(here, SITE, { asOf: NOW });
    expect(await remote.checksum(ASKED)).toEqual(expected);
    await edge.evict(SITE.id);
    expect(await remote.checksum(ASKED)).toEqual(expected);

    const back = sqliteStore(':memory:');
    let last = '';
    for await (const part of remote.archive({})) {
      await restoreLines(back, SITE.id, part);
      last = part;
    }
    expect(await checksum(back, SITE, { asOf: NOW })).toEqual(expected);
    expect(JSON.parse(last.trimEnd().split('\n').at(-1)!)).toMatchObject(
      await here.counts(SITE.id),
    );
    await Promise.all([here.close(), back.close()]);
  });

  it.each([
    ['export', 'GET'],
    ['import', 'POST'],
    ['import/import:0', 'GET'],
    ['checksum', 'GET'],
  ])('gives nothing away at %s without an admin’s token', async (path, method) => {
    const response = await edge.ask(`/api/sites/shop/${path}`, { method });
    expect(response.status).toBe(401);
  });
});
