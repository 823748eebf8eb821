import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fold, type StoredTouchpoint } from '@cartograph/journey';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';
import { commandLine } from './commandLine.ts';

/** Of the first version as it shipped. A database out there has this schema, whatever becomes of the file. */
const SHIPPED = 'b69f399fc8dbfbb37545d1103760547b525b14cfa650e92329c27e0370aa99d3';

const DAY = 24 * HOUR;

/** Two devices joined by a user, an order and its refund, a cart left behind, somebody who looked. */
const HISTORY: readonly StoredTouchpoint[] = [
  stored(1, 'page_view', { visitor: 'phone', at: NOW - 5 * DAY }),
  stored(2, 'add_to_cart', { visitor: 'phone', at: NOW - 5 * DAY + 1000, params: goods(30) }),
  stored(3, 'login', { visitor: 'phone', user: 'u1', at: NOW - 5 * DAY + 2000 }),
  stored(4, 'begin_checkout', {
    visitor: 'desk',
    user: 'u1',
    at: NOW - 4 * DAY,
    params: goods(30),
  }),
  stored(5, 'purchase', {
    visitor: 'desk',
    user: 'u1',
    at: NOW - 4 * DAY + 1000,
    params: { ...goods(30), transaction_id: 'T1' },
  }),
  stored(6, 'refund', {
    visitor: '',
    user: 'u1',
    at: NOW - 3 * DAY,
    params: { transaction_id: 'T1', value: 5, currency: 'EUR' },
  }),
  stored(7, 'add_to_cart', { visitor: 'left', at: NOW - 2 * DAY, params: goods(12.5) }),
  stored(8, 'begin_checkout', { visitor: 'left', at: NOW - 2 * DAY + 1000, params: goods(12.5) }),
  stored(9, 'page_view', { visitor: 'looked', at: NOW - DAY }),
].map((touchpoint) => ({ ...touchpoint, receivedAt: touchpoint.at }));

describe('a database of the first version', () => {
  let folder: string;
  let db: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-upgrade-'));
    db = join(folder, 'old.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const cartograph = async (...args: string[]) => {
    const { io, said } = commandLine({ CARTOGRAPH_DB: db });
    expect(await run(args, io), said().err).toBe(0);
    return said().out;
  };
  const report = async () =>
    JSON.parse(await cartograph('report', '--site', 'shop', '--period', '30d', '--json'));

  it('is what the first version shipped with', () => {
    expect(createHash('sha256').update(MIGRATIONS[0]!).digest('hex')).toBe(SHIPPED);
  });

  it('opens with the same reports as before, as after a rebuild, and as if all were new', async () => {
    writeFirstVersion(db);
    const opened = await report();
    expect(opened).toMatchObject({
      carts: { created: 2, ordered: 1, abandoned: 1 },
      value: { ordered: '30.00', atRisk: '12.50' },
    });

    const rebuilt = await cartograph('rebuild', '--site', 'shop');
    expect(rebuilt).toBe('9 touchpoints of 3 persons folded into 3 journeys\n');
    expect(await report()).toEqual(opened);

    const exported = await cartograph('export', '--site', 'shop');
    const lines = exported.trim().split('\n');
    expect(lines.filter((line) => 'type' in JSON.parse(line))).toHaveLength(HISTORY.length);
  });

  it('is opened a second time without being upgraded again', async () => {
    writeFirstVersion(db);
    await report();
    const before = versionsOf(db);
    await report();
    expect(versionsOf(db)).toEqual(before);
    expect(before).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it('is copied by a backup as it is, before anything upgrades it', async () => {
    writeFirstVersion(db);
    const to = join(folder, 'copy.db');
    await cartograph('backup', '--to', to, '--check');
    expect(versionsOf(db)).toEqual([1]);
    expect(versionsOf(to)).toEqual([1]);
  });
});

function versionsOf(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('select version from migrations order by version').all();
  database.close();
  return rows.map(({ version }) => version);
}

/** Writes what the first version wrote, by its own statements. */
function writeFirstVersion(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal');
  database.exec('create table if not exists migrations (version integer primary key) strict');
  database.exec(MIGRATIONS[0]!);
  database.exec('insert into migrations (version) values (1)');
  database
    .prepare('insert into settings (key, value) values (?, ?)')
    .run('site:shop', JSON.stringify(SITE));

  const add = database.prepare(
    'insert into touchpoints (site, id, owner, visitor, type, at, seq, received_at, transaction_id, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { id, visitor, user, type, at, seq, receivedAt, ...body } of HISTORY) {
    const owner = user === undefined ? `v:${visitor}` : `u:${user}`;
    const order = type === 'purchase' ? String(body.params?.transaction_id) : null;
    add.run('shop', id, owner, visitor, type, at, seq, receivedAt, order, JSON.stringify(body));
  }
  for (const visitor of ['phone', 'desk']) {
    database
      .prepare('insert into aliases (site, visitor, user, at) values (?, ?, ?, ?)')
      .run('shop', visitor, 'u1', NOW - 5 * DAY);
  }
  for (const [person, visitors] of [
    ['u:u1', ['phone', 'desk', '']],
    ['v:left', ['left']],
    ['v:looked', ['looked']],
  ] as const) {
    const own = HISTORY.filter(({ visitor }) => (visitors as readonly string[]).includes(visitor));
    for (const { journey } of fold(own, { abandonedAfterMs: SITE.abandonedAfterMs })) {
      database
        .prepare(
          'insert into journeys (site, person, id, last_at, cart_created_at, facts) values (?, ?, ?, ?, ?, ?)',
        )
        .run(
          'shop',
          person,
          journey.id,
          journey.lastAt,
          journey.cart?.createdAt ?? null,
          JSON.stringify(journey),
        );
    }
  }
  database.close();
}
