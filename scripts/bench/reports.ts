/**
 * How long each report takes over 30 days, through the API of a collector in this process, and how that
 * grows with what is stored: more journeys a day, or more years of as many.
 *
 *     npm run bench -- reports --cases 10000/1,100000/1,1000000/1,1000000/10 --times 20
 *
 * A case is so many journeys in so many years. They are copies of a few thousand that were folded from
 * simulated shoppers, spread evenly over the time, written as the fold writes them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const NOW = Date.now();
const SITE = { id: 'shop', currency: 'EUR', timeZone: 'Europe/Berlin' };

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000/1,100000/1,1000000/1' },
    times: { type: 'string', default: '20' },
    only: { type: 'string' },
  },
});
const times = Number(values.times);

const folder = mkdtempSync(join(tmpdir(), 'cartograph-bench-'));
try {
  const samples = await foldSamples();
  console.log('| journeys | years | in 30 days | report | first ms | p50 ms | p95 ms | MB |');
  console.log('| ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |');
  for (const text of values.cases.split(',')) {
    const [journeys = 0, years = 1] = text.split('/').map(Number);
    await measure(samples, { journeys, years });
  }
} finally {
  rmSync(folder, { recursive: true });
}

type Sample = Journey & { person: string };

/** What the fold makes of a few thousand simulated shoppers. */
async function foldSamples(): Promise<Sample[]> {
  const file = join(folder, 'samples.db');
  const store = sqliteStore(file);
  const site = await saveSite(store, SITE);
  await append(store, site, { now: NOW, days: SPAN_DAYS });
  await store.close();

  const database = new DatabaseSync(file, { readOnly: true });
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
  const store = sqliteStore(file);
  await saveSite(store, SITE);
  write(file, samples, { journeys, years });

  const app = createCollector({ store, tracker: {}, now: () => NOW });
  const token = await grant(store, 'token', { scope: 'read' });
  const headers = { Authorization: `Bearer ${token}` };
  const recent = (await store.stages(SITE.id, { from: NOW - 30 * DAY_MS, to: NOW })).length;
  for (const { name } of reports()) {
    // Its address at the API is a stream.
    if (name === 'live') continue;
    if (values.only && !values.only.split(',').includes(name)) continue;
    const spent: number[] = [];
    for (let n = 0; n <= times; n++) {
      const start = performance.now();
      const response = await app.request(`/api/sites/${SITE.id}/${name}?period=30d`, { headers });
      await response.text();
      if (!response.ok) throw new Error(`${name} answered ${response.status}`);
      spent.push(performance.now() - start);
    }
    const [first = 0, ...others] = spent;
    const sorted = others.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, (share * sorted.length) | 0)]!;
    const megabytes = process.memoryUsage().rss / 2 ** 20;
    const figures = [first, at(0.5), at(0.95), megabytes].map((figure) => figure.toFixed(0));
    console.log(`| ${[journeys, years, recent, name, ...figures].join(' | ')} |`);
  }
  await store.close();
  rmSync(file);
}

/** Writes copies of the samples, each as a whole moved into the past. */
function write(
  file: string,
  samples: readonly Sample[],
  { journeys, years }: { journeys: number; years: number },
): void {
  const database = new DatabaseSync(file);
  database.exec('pragma synchronous = off');
  const save = database.prepare(SQL.saveJourney);
  const spans = Math.max(1, Math.round((years * 365) / SPAN_DAYS));
  database.exec('begin');
  for (let n = 0; n < journeys; n++) {
    const copy = Math.floor(n / samples.length);
    const ago = (copy % spans) * SPAN_DAYS * DAY_MS;
    const { person, stages, trail, ...facts } = moved(samples[n % samples.length]!, { copy, ago });
    save.run(
      ...[SITE.id, person, facts.id, facts.startedAt, facts.lastAt],
      ...[facts.cart?.createdAt ?? null, facts.cart?.order?.at ?? null],
      ...[facts, stages, trail].map((each) => JSON.stringify(each)),
    );
  }
  database.exec('commit');
  database.close();
}

/** A journey like it, of somebody else, so much earlier. */
function moved(sample: Sample, { copy, ago }: { copy: number; ago: number }): Sample {
  const text = JSON.stringify(sample, (key, value) =>
    typeof value === 'number' && (key === 'at' || key === 'until' || key.endsWith('At'))
      ? value - ago
      : value,
  );
  const journey: Sample = JSON.parse(text);
  return { ...journey, id: `${journey.id}-${copy}`, person: `${journey.person}-${copy}` };
}
