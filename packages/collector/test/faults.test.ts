import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../src/app.ts';
import { saveSite } from '../src/sites/site.ts';
import { nodeDriver } from '../src/store/nodeDriver.ts';
import { patient } from '../src/store/patient.ts';
import { sqliteStore } from '../src/store/sqlite.ts';
import { sqlStore } from '../src/store/sqlStore.ts';
import type { Store } from '../src/store/store.ts';
import { goods, NOW, SITE, sent } from './touchpoints.ts';

/** SQLite's own default. */
const PAGE_BYTES = 4096;

const LONG_TITLE = 'A field notebook. '.repeat(25);

describe('a collector whose disk fails it', { timeout: 60_000 }, () => {
  let folder: string;
  let path: string;
  let database: DatabaseSync;
  let store: Store;
  let log: string[];
  let next: number;
  let acknowledged: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-faults-'));
    path = join(folder, 'test.db');
    log = [];
    next = 1;
    acknowledged = [];
    open();
    await saveSite(store, SITE);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const open = () => {
    database = new DatabaseSync(path, { timeout: 1 });
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
    store = patient(sqlStore(nodeDriver(database)), 100);
  };

  /** Sends two touchpoints of one visitor, as a page does. */
  const send = async () => {
    const app = createCollector({
      store,
      tracker: {},
      now: () => NOW,
      log: (line) => log.push(line),
    });
    const touchpoints = [
      sent(next++, 'page_view', { title: LONG_TITLE }),
      sent(next++, 'add_to_cart', { params: goods(5) }),
    ];
    const response = await app.request('/v1/touchpoints', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', Origin: SITE.origins[0]! },
      body: JSON.stringify({ site: SITE.id, sentAt: NOW, visitor: 'v1', touchpoints }),
    });
    if (response.status === 200) acknowledged.push(...touchpoints.map(({ id }) => id));
    return response;
  };

  const expectTurnedAway = async (reason: RegExp) => {
    const response = await send();
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(log.at(-1)).toMatch(reason);
    expect(log.at(-1)).not.toContain('\n');
  };

  /** What it answered is stored, nothing else is, and the journeys are those of what is stored. */
  const expectAllKept = async () => {
    const ids: string[] = [];
    for await (const { id } of store.touchpoints(SITE.id)) ids.push(id);
    expect(ids.sort()).toEqual([...acknowledged].sort());
    const journeys = async () =>
      JSON.stringify(await store.latest(SITE.id, { from: 0, limit: 99 }));
    const before = await journeys();
    await store.rebuild(SITE);
    expect(await journeys()).toBe(before);
  };

  it('that is full turns away what it can’t keep, and takes it again when there is room', async () => {
    await send();
    const [{ page_count: pages }] = database.prepare('pragma page_count').all() as [
      { page_count: number },
    ];
    database.exec(`pragma max_page_count = ${pages + 4}`);
    let response = await send();
    while (response.status === 200) response = await send();
    expect(acknowledged.length).toBeGreaterThan(2);
    await expectTurnedAway(/store out of reach: SQLite: database or disk is full \(make room/);

    database.exec('pragma max_page_count = 1000000');
    expect((await send()).status).toBe(200);
    await expectAllKept();
  });

  it('that is read-only turns everything away until it can be written again', async () => {
    await send();
    database.exec('pragma query_only = 1');
    await expectTurnedAway(/readonly database \(.*read-only/);
    expect((await store.touchpointsOf(SITE.id, 'v:v1')).length).toBe(2);

    database.exec('pragma query_only = 0');
    expect((await send()).status).toBe(200);
    await expectAllKept();
  });

  describe('that another process has locked', () => {
    let other: DatabaseSync;
    beforeEach(() => {
      other = new DatabaseSync(path);
      other.exec('begin exclusive');
    });
    afterEach(() => other.close());

    it('gives up after a while, reads all the while, and goes on when it is free', async () => {
      await expectTurnedAway(/database is locked \(another process is writing/);
      expect(await store.counts(SITE.id)).toMatchObject({ touchpoints: 0 });

      other.exec('rollback');
      expect((await send()).status).toBe(200);
      await expectAllKept();
    });

    it('waits for a lock that is soon gone, and answers other requests meanwhile', async () => {
      await store.close();
      store = sqliteStore(path);
      const sending = send();
      // The lock is only given back after another request was answered.
      expect(await store.counts(SITE.id)).toMatchObject({ touchpoints: 0 });
      other.exec('rollback');

      expect((await sending).status).toBe(200);
      await expectAllKept();
    });
  });

  it('that damaged a page says so, and has everything again when the page is whole', async () => {
    for (let i = 0; i < 10; i++) await send();
    await store.close();

    const whole = readFileSync(path);
    const damaged = Buffer.from(whole).fill(0xff, whole.length - PAGE_BYTES);
    writeFileSync(path, damaged);
    open();
    await expectTurnedAway(/database disk image is malformed \(.*restore a backup/);
    await store.close();

    writeFileSync(path, whole);
    open();
    expect((await send()).status).toBe(200);
    await expectAllKept();
  });
});
