/**
 * How long each report takes over 30 days, through the API of a collector in this process, and how that
 * grows with what is stored: more journeys a day, or more years of as many.
 *
 *     npm run bench -- reports --cases 10000/1,100000/1,1000000/1,1000000/10 --times 20
 *
 * `--folder` keeps the filled databases there, and takes them from there the next time.
 *
 * `block` is the longest that nothing else got a turn, in the first answer and in all others: what comes in
 * waits for that.
 *
 * A case is so many journeys in so many years. They are copies of a few thousand that were folded from
 * simulated shoppers, spread evenly over the time, written as the fold writes them.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import type { Journey } from '@cartograph/journey';
import { createCollector, saveSite } from '../../packages/collector/src/index.ts';
import { sqliteStore } from '../../packages/collector/src/node.ts';
import { reports } from '../../packages/collector/src/reports/index.ts';
import { grant } from '../../packages/collector/src/security/access.ts';
import { SQL } from '../../packages/collector/src/store/statements.ts';
import { append } from '../seed/append.ts';

const DAY_MS = 86_400_000;
const SPAN_DAYS = 56;
const NOW = Date.parse('2026-06-30T12:00:00Z');
const SITE = { id: 'shop', currency: 'EUR', timeZone: 'Europe/Berlin' };

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000/1,100000/1,1000000/1' },
    times: { type: 'string', default: '20' },
    only: { type: 'string' },
    folder: { type: 'string' },
  },
});
const times = Number(values.times);

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'cartograph-bench-'));
try {
  const samples = existsSync(join(folder, 'samples.db')) ? readSamples() : await foldSamples();
  console.log(
    '| journeys | years | in 30 days | report | first ms | block ms | p50 ms | p95 ms | block ms | MB |',
  );
  console.log('| ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const text of values.cases.split(',')) {
    const [journeys = 0, years = 1] = text.split('/').map(Number);
    await measure(samples, { journeys, years });
  }
} finally {
  if (!values.folder) rmSync(folder, { recursive: true });
}

type Sample = Journey & { person: string };

/** What the fold makes of a few thousand simulated shoppers. */
async function foldSamples(): Promise<Sample[]> {
  const file = join(folder, 'samples.db');
  const store = sqliteStore(file);
  const site = await saveSite(store, SITE);
  await append(store, site, { now: NOW, days: SPAN_DAYS });
  await store.close();
  return readSamples();
}

function readSamples(): Sample[] {
  const database = new DatabaseSync(join(folder, 'samples.db'), { readOnly: true });
  const rows = database.prepare('select person, facts, stages, trail from journeys').all();
  database.close();
  return rows.map(({ person, facts, stages, trail }) => ({
    ...JSON.parse(`${facts}`),
    person,
    stages: JSON.parse(`${stages}`),
    trail: JSON.parse(`${trail}`),
  }));
}

/** Prints a line for each report. */
async function measure(
  samples: readonly Sample[],
  { journeys, years }: { journeys: number; years: number },
): Promise<void> {
  const file = join(folder, `${journeys}-${years}.db`);
  const isFilled = existsSync(file);
  const store = sqliteStore(file);
  await saveSite(store, SITE);
  if (!isFilled) write(file, samples, { journeys, years });

  const app = createCollector({ store, tracker: {}, now: () => NOW });
  const token = await grant(store, 'token', { scope: 'read' });
  const headers = { Authorization: `Bearer ${token}` };
  const recent = (await store.stages(SITE.id, { from: NOW - 30 * DAY_MS, to: NOW })).length;
  for (const { name } of reports()) {
    // Its address at the API is a stream.
    if (name === 'live') continue;
    if (values.only && !values.only.split(',').includes(name)) continue;
    const spent: number[] = [];
    const blocked: number[] = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    for (let n = 0; n <= times; n++) {
      delay.reset();
      delay.enable();
      const start = performance.now();
      const response = await app.request(`/api/sites/${SITE.id}/${name}?period=30d`, { headers });
      await response.text();
      if (!response.ok) throw new Error(`${name} answered ${response.status}`);
      spent.push(performance.now() - start);
      // Its timer is late by as long as it was held up, once it gets its turn.
      await new Promise((resolve) => setTimeout(resolve, 5));
      delay.disable();
      blocked.push(delay.max / 1e6);
    }
    const [first = 0, ...others] = spent;
    const [firstBlock = 0, ...otherBlocks] = blocked;
    const sorted = others.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, (share * sorted.length) | 0)]!;
    const megabytes = process.memoryUsage().rss / 2 ** 20;
    const block = Math.max(...otherBlocks);
    const figures = [first, firstBlock, at(0.5), at(0.95), block, megabytes].map((figure) =>
      figure.toFixed(0),
    );
    console.log(`| ${[journeys, years, recent, name, ...figures].join(' | ')} |`);
  }
  await store.close();
  if (!values.folder) rmSync(file);
}

/** Writes copies of the samples, each as a whole moved into the past. */
function write(
  file: string,
  samples: readonly Sample[],
  { journeys, years }: { journeys: number; years: number },
): void {
  const database = new DatabaseSync(file);
  database.exec('pragma synchronous = off; pragma cache_size = -500000');
  const save = database.prepare(SQL.saveJourney);
  const spans = Math.max(1, Math.round((years * 365) / SPAN_DAYS));
  const rows = Array.from({ length: spans }, (_, span) =>
    samples.map((sample) => rowOf(sample, span * SPAN_DAYS * DAY_MS)),
  );
  database.exec('begin');
  for (let n = 0; n < journeys; n++) {
    const copy = Math.floor(n / samples.length);
    const { id, person, times, facts, stages, trail } = rows[copy % spans]![n % samples.length]!;
    const own = [`"${id}-${copy}"`, facts.slice(id.length + 8)];
    save.run(
      ...[SITE.id, `${person}-${copy}`, `${id}-${copy}`, ...times],
      ...[`{"id":${own.join('')}`, stages, trail],
    );
  }
  database.exec('commit');
  database.close();
}

/** What is stored of a journey like it, so much earlier. */
function rowOf(sample: Sample, ago: number) {
  const text = JSON.stringify(sample, (key, value) =>
    typeof value === 'number' && (key === 'at' || key === 'until' || key.endsWith('At'))
      ? value - ago
      : value,
  );
  const { person, stages, trail, id, ...rest }: Sample = JSON.parse(text);
  const { startedAt, lastAt, cart } = rest;
  return {
    ...{ id, person },
    times: [startedAt, lastAt, cart?.createdAt ?? null, cart?.order?.at ?? null],
    facts: JSON.stringify({ id, ...rest }),
    stages: JSON.stringify(stages),
    trail: JSON.stringify(trail),
  };
}
