/**
 * Touchpoints a second through HTTP into SQLite, durable and folded, beside a bare loop that only
 * inserts the same rows with a commit a batch, and a bare Hono that only reads and answers. All in
 * one run, for machines differ and are noisy: read the ratios.
 *
 *     npm run bench -- ingest --touchpoints 40000 --batches 1,10,100 --stored 1000,100000 --senders 16
 *
 * `--stored` are the persons known before; each batch is of somebody new. Then shoppers who send one batch
 * after the other, and one visitor who sends everything.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import type { Touchpoint } from '@cartograph/journey';
import { saveSite } from '../../packages/collector/src/index.ts';
import { sqliteStore } from '../../packages/collector/src/node.ts';
import { released } from './released.ts';

const { values } = parseArgs({
  options: {
    touchpoints: { type: 'string', default: '40000' },
    batches: { type: 'string', default: '1,10,100' },
    stored: { type: 'string', default: '1000' },
    senders: { type: 'string', default: '16' },
  },
});
const total = Number(values.touchpoints);
const senders = Number(values.senders);
const numbers = (text: string) => text.split(',').map(Number);

/** Batches that a site may send at once, before its limit is felt. */
const SITE_BURST = 10_000;

/** As DEPLOY.md has it: what lives shortly is collected in small steps, for little memory. */
const YOUNG_SPACE = '--max-semi-space-size=8';

const home = mkdtempSync(join(tmpdir(), 'cartograph-bench-'));
const COLLECTOR = [YOUNG_SPACE, released(home), 'serve', '--port', '0', '--db'];
const ECHO = ['--import', 'tsx', 'scripts/bench/ingestEcho.ts'];

console.log(
  '| persons stored | batch | collector/s | p50 ms | p99 ms | peak MB | of bare SQLite | of bare Hono |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const stored of numbers(values.stored)) {
  for (const batchSize of numbers(values.batches)) await compare({ stored, batchSize });
}
await compare({ stored: 0, batchSize: 3, visitors: 250 });
await compare({ stored: 0, batchSize: 10, visitors: 1 });
rmSync(home, { recursive: true });

interface Case {
  /** Persons known before. */
  stored: number;
  batchSize: number;
  /** Who send in turn. @default each batch is of somebody new */
  visitors?: number | undefined;
}

/** Prints one line of the table. */
async function compare({ stored, batchSize, visitors }: Case): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cartograph-bench-'));
  try {
    const count = Math.min(Math.ceil(total / batchSize), SITE_BURST);
    const batches = Array.from({ length: count }, (_, n) => batchOf(n, { batchSize, visitors }));
    const db = join(folder, 'collector.db');
    await prepare(db, stored);
    const bare = bareLoop(join(folder, 'bare.db'), batches, batchSize);
    const echo = await throughHttp(ECHO, batches);
    const collector = await throughHttp([...COLLECTOR, db], batches);

    const whole = (number: number) => Math.round(number).toLocaleString('en');
    const share = (of: number) => `${((collector.perSecond / of) * 100).toFixed(0)} %`;
    const cells = [
      visitors === undefined ? whole(stored) : visitors === 1 ? 'a bot' : `${visitors} in turn`,
      batchSize,
      whole(collector.perSecond),
      collector.p50.toFixed(1),
      collector.p99.toFixed(1),
      collector.peakMb,
      `${share(bare)} of ${whole(bare)}/s`,
      `${share(echo.perSecond)} of ${whole(echo.perSecond)}/s`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A database with a site, and persons who each saw a page and filled a cart. */
async function prepare(db: string, persons: number): Promise<void> {
  const store = sqliteStore(db);
  const site = await saveSite(store, { id: 'shop', origins: ['https://shop.example'] });
  for (let from = 0; from < persons; from += 1000) {
    const touchpoints = Array.from({ length: Math.min(1000, persons - from) }, (_, i) =>
      batchOf(from + i, { batchSize: 3 }),
    ).flatMap((batch) =>
      batch.touchpoints.map((touchpoint) => ({
        ...touchpoint,
        id: touchpoint.id.replace('-8000-', '-9000-'),
        visitor: `known-${batch.visitor}`,
        receivedAt: Date.now(),
      })),
    );
    await store.append([{ site, touchpoints }]);
  }
  await store.close();
}

/** What a shopper's page sends: views, a product, a cart. */
function batchOf(
  n: number,
  { batchSize, visitors = Number.POSITIVE_INFINITY }: Pick<Case, 'batchSize' | 'visitors'>,
): { visitor: string; touchpoints: Touchpoint[] } {
  const types = ['page_view', 'view_item', 'add_to_cart', 'page_view', 'begin_checkout'];
  return {
    visitor: `visitor-${n % visitors}`,
    touchpoints: Array.from({ length: batchSize }, (_, i) => ({
      id: idOf(n, i),
      type: types[i % types.length]!,
      at: Date.now() - 60_000 + n * batchSize + i,
      seq: n * batchSize + i,
      url: 'https://shop.example/p/field-notebook',
      referrer: 'https://www.google.com/',
      title: 'Field notebook',
      params: {
        currency: 'EUR',
        value: 19.9,
        items: [{ item_id: 'NB-1', item_name: 'Field notebook', price: 19.9, quantity: 1 }],
      },
    })),
  };
}

/** As a tracker makes them: the time, the number within the page load, the page load. */
function idOf(n: number, i: number): string {
  const at = hex(Date.now(), 12);
  const pageLoad = hex((n * 2_654_435_761) % 2 ** 32, 12);
  return `${at.slice(0, 8)}-${at.slice(8)}-7${hex((i % 4095) + 1, 3)}-8000-${pageLoad}`;
}

function hex(n: number, digits: number): string {
  return n.toString(16).padStart(digits, '0');
}

function bareLoop(
  path: string,
  batches: ReturnType<typeof batchOf>[],
  rowsPerCommit: number,
): number {
  const database = new DatabaseSync(path);
  database.exec(`pragma journal_mode = wal; pragma synchronous = full;
    create table touchpoints (id text primary key, visitor text, type text, at integer, seq integer, body text) strict`);
  const insert = database.prepare('insert or ignore into touchpoints values (?, ?, ?, ?, ?, ?)');

  const startedAt = performance.now();
  let rows = 0;
  for (const { visitor, touchpoints } of batches) {
    for (const { id, type, at, seq, ...body } of touchpoints) {
      if (rows % rowsPerCommit === 0) database.exec('begin');
      insert.run(id, visitor, type, at, seq, JSON.stringify(body));
      if (++rows % rowsPerCommit === 0) database.exec('commit');
    }
  }
  if (database.isTransaction) database.exec('commit');
  const seconds = (performance.now() - startedAt) / 1000;
  database.close();
  return rows / seconds;
}

async function throughHttp(command: string[], batches: ReturnType<typeof batchOf>[]) {
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let url: string | undefined;
  for await (const line of createInterface(child.stderr)) {
    url = /listens on (\S+)/.exec(line)?.[1];
    if (url) break;
  }
  child.stderr.resume();

  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  const bodies = batches.map((batch) =>
    JSON.stringify({ site: 'shop', sentAt: Date.now(), ...batch }),
  );
  const times: number[] = [];
  let next = 0;
  const sender = async () => {
    while (next < bodies.length) {
      const sentAt = performance.now();
      const status = await post(`${url}/v1/touchpoints`, bodies[next++]!, agent);
      if (status !== 200) throw new Error(`Expected 200, got ${status}`);
      times.push(performance.now() - sentAt);
    }
  };

  const startedAt = performance.now();
  await Promise.all(Array.from({ length: senders }, sender));
  const seconds = (performance.now() - startedAt) / 1000;
  const peakMb = Math.round(Number(/VmHWM:\s+(\d+)/.exec(statusOf(child.pid!))?.[1] ?? 0) / 1024);
  agent.destroy();
  child.kill('SIGTERM');

  times.sort((a, b) => a - b);
  const percentile = (share: number) => times[Math.floor(times.length * share)]!;
  const sent = batches.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0);
  return { perSecond: sent / seconds, p50: percentile(0.5), p99: percentile(0.99), peakMb };
}

function post(url: string, body: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'text/plain', Origin: 'https://shop.example' };
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode!));
    })
      .on('error', reject)
      .end(body);
  });
}

/** Linux only: elsewhere the peak reads 0. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
