/**
 * Touchpoints a second through HTTP into SQLite, durable and folded, beside two bare loops that only
 * insert the same rows: one commit a batch, and one commit for a thousand rows. All in one run, for
 * machines differ and are noisy: read the ratios.
 *
 *     npm run bench -- --touchpoints 50000 --batch 10 --senders 16
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

const { values } = parseArgs({
  options: {
    touchpoints: { type: 'string', default: '50000' },
    batch: { type: 'string', default: '10' },
    senders: { type: 'string', default: '16' },
  },
});
const total = Number(values.touchpoints);
const batchSize = Number(values.batch);
const senders = Number(values.senders);

const folder = mkdtempSync(join(tmpdir(), 'cartograph-bench-'));
try {
  const batches = Array.from({ length: Math.ceil(total / batchSize) }, (_, n) => batchOf(n));
  const bareBatches = bareLoop(join(folder, 'bare-batch.db'), batches, batchSize);
  const bareThousand = bareLoop(join(folder, 'bare-1000.db'), batches, 1000);
  const collector = await throughHttp(join(folder, 'collector.db'), batches);

  const row = (name: string, perSecond: number) =>
    console.log(
      `${name.padEnd(44)} ${Math.round(perSecond).toLocaleString('en').padStart(9)}/s  ` +
        `${((collector.perSecond / perSecond) * 100).toFixed(0).padStart(4)} % of it is the collector`,
    );
  console.log(`${total} touchpoints in batches of ${batchSize}, ${senders} senders\n`);
  console.log(
    `${'collector: HTTP, parsed, durable, folded'.padEnd(44)} ${Math.round(collector.perSecond).toLocaleString('en').padStart(9)}/s`,
  );
  row(`bare SQLite loop, a commit each ${batchSize} rows`, bareBatches);
  row('bare SQLite loop, a commit each 1000 rows', bareThousand);
  console.log(
    `\np50 ${collector.p50.toFixed(1)} ms, p99 ${collector.p99.toFixed(1)} ms, peak memory ${collector.peakMb} MB`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** What a shopper's page sends: views, a product, a cart. Each batch is another visitor's. */
function batchOf(n: number): { visitor: string; touchpoints: Touchpoint[] } {
  const types = ['page_view', 'view_item', 'add_to_cart', 'page_view', 'begin_checkout'];
  return {
    visitor: `visitor-${n}`,
    touchpoints: Array.from({ length: batchSize }, (_, i) => ({
      id: `0192f8a0-${hex(n >> 16, 4)}-7000-8000-${hex((n % 65536) * 1000 + i, 12)}`,
      type: types[i % types.length]!,
      at: Date.now() - 60_000 + i,
      seq: i,
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

async function throughHttp(db: string, batches: ReturnType<typeof batchOf>[]) {
  const store = sqliteStore(db);
  await saveSite(store, { id: 'shop', origins: ['https://shop.example'] });
  await store.close();

  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'packages/collector/src/bin.ts', 'serve', '--port', '0', '--db', db],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
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
  return { perSecond: total / seconds, p50: percentile(0.5), p99: percentile(0.99), peakMb };
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
