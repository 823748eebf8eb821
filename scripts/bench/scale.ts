/**
 * What a store costs as a site grows: time to take touchpoints in, bytes on the disk, memory, the time
 * of each report over 30 days, and that of an export, on SQLite and on ClickHouse's own engine in this
 * process (chdb). Where other work is done as well, the time of the processor says more than the clock.
 *
 *     npm run bench -- scale --journeys 10000,100000 --stores sqlite,clickhouse --times 5
 *
 * The history is what simulated shoppers do in 56 days, in commits of about two thousand touchpoints, as
 * they come together under load. Each case runs in a process of its own, so that memory is its own.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCollector, type Store, saveSite } from '../../packages/collector/src/index.ts';
import { sqliteStore } from '../../packages/collector/src/node.ts';
import { reports } from '../../packages/collector/src/reports/index.ts';
import { grant } from '../../packages/collector/src/security/access.ts';
import { openClickhouse } from '../../packages/collector/src/store/clickhouse/clickhouseStore.ts';
import { oneNode } from '../../packages/collector/src/store/clickhouse/layout.ts';
import { startEngine } from '../../packages/collector/test/store/clickhouse/engine.ts';
import { append } from '../seed/append.ts';

const DAYS = 56;
const NOW = Date.UTC(2026, 10, 22, 12);
const SITE = { id: 'shop', currency: 'EUR', timeZone: 'Europe/Berlin' };

/** Shoppers simulated at a time: all of a big history would not be in memory. About as many journeys. */
const PERSONS = 2000;

const { values } = parseArgs({
  options: {
    journeys: { type: 'string', default: '10000,100000' },
    stores: { type: 'string', default: 'sqlite,clickhouse' },
    times: { type: 'string', default: '5' },
    /** Set by this program for its own children. */
    alone: { type: 'boolean', default: false },
  },
});

interface Opened {
  store: Store;
  /** Bytes on the disk, with all that was written in them. */
  size(): Promise<number>;
  close(): Promise<void>;
}

const STORES: Readonly<Record<string, (folder: string) => Promise<Opened>>> = {
  sqlite: async (folder) => {
    const store = sqliteStore(join(folder, 'scale.db'));
    const size = async () =>
      readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    return { store, size, close: () => store.close() };
  },
  clickhouse: async () => {
    const engine = startEngine();
    const driver = await engine.driverOf(await engine.emptyDatabase());
    const store = await openClickhouse(driver, oneNode);
    const size = async () => {
      const [row] = await driver.rows<{ bytes: number }>(
        'select sum(bytes_on_disk) as bytes from system.parts where active and database = currentDatabase()',
      );
      return Number(row?.bytes);
    };
    return { store, size, close: () => engine.stop() };
  },
};

if (values.alone) await measure(values.stores, Number(values.journeys));
else {
  console.log(
    '| store | journeys | touchpoints | taken in a second | bytes each | MB, simulation included |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const journeys of values.journeys.split(',')) {
    for (const stores of values.stores.split(',')) {
      const own = ['--alone', '--journeys', journeys, '--stores', stores, '--times', values.times];
      const script = process.argv[1]!;
      execFileSync(process.execPath, [...process.execArgv, script, 'scale', ...own], {
        stdio: 'inherit',
      });
    }
  }
}

async function measure(name: string, journeys: number): Promise<void> {
  const open = STORES[name];
  if (!open) throw new Error(`Expected one of ${Object.keys(STORES).join(', ')}, got ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'cartograph-scale-'));
  const opened = await open(folder);
  try {
    const { store } = opened;
    const site = await saveSite(store, SITE);
    let milliseconds = 0;
    let processorMs = 0;
    const timed: Store = {
      ...store,
      append: async (writes) => {
        const [start, startMs] = [performance.now(), processorMsNow()];
        const appended = await store.append(writes);
        milliseconds += performance.now() - start;
        processorMs += processorMsNow() - startMs;
        return appended;
      },
    };
    for (let seed = 1; (seed - 1) * PERSONS < journeys; seed++) {
      const persons = Math.min(PERSONS, journeys - (seed - 1) * PERSONS);
      await append(timed, site, { now: NOW, days: DAYS, persons, seed, batchesACommit: 170 });
    }
    const counts = await store.counts(SITE.id);
    const perSecond = counts.touchpoints / (milliseconds / 1000);
    const each = (await opened.size()) / counts.touchpoints;
    const answers = [
      `${(counts.touchpoints / (processorMs / 1000)).toFixed(0)} touchpoints in a second of the processor`,
      ...(await answersOf(store)),
      await exported(store),
    ];
    const figures = [counts.journeys, counts.touchpoints, perSecond, each, heldMegabytes()];
    console.log(`| ${[name, ...figures.map((figure) => figure.toFixed(0))].join(' | ')} |`);
    console.error(answers.map((line) => `    ${name} ${journeys}: ${line}`).join('\n'));
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
}

/** Each report: the first answer, and the middle one of those that follow, in milliseconds. */
async function answersOf(store: Store): Promise<string[]> {
  const app = createCollector({ store, tracker: {}, now: () => NOW });
  const token = await grant(store, 'token', { scope: 'read' });
  const headers = { Authorization: `Bearer ${token}` };
  const lines: string[] = [];
  for (const { name } of reports()) {
    // Its address at the API is a stream.
    if (name === 'live') continue;
    const spent: number[] = [];
    const processor: number[] = [];
    for (let n = 0; n <= Number(values.times); n++) {
      const [start, startMs] = [performance.now(), processorMsNow()];
      const response = await app.request(`/api/sites/${SITE.id}/${name}?period=30d`, { headers });
      await response.text();
      if (!response.ok) throw new Error(`${name} answered ${response.status}`);
      spent.push(performance.now() - start);
      processor.push(processorMsNow() - startMs);
    }
    const [clock, work] = [spent, processor].map(firstAndThen);
    lines.push(`${name} ${clock} (of the processor ${work})`);
  }
  return lines;
}

function firstAndThen([first = 0, ...others]: readonly number[]): string {
  const middle = others.sort((a, b) => a - b)[others.length >> 1] ?? 0;
  return `${first.toFixed(0)} ms, then ${middle.toFixed(0)} ms`;
}

/** All that ever arrived, a page after the other, as an export reads it. */
async function exported(store: Store): Promise<string> {
  const [start, startMs] = [performance.now(), processorMsNow()];
  let touchpoints = 0;
  for (let after: string | undefined, isMore = true; isMore; ) {
    const page = await store.arrivals(SITE.id, { after, limit: 5000 });
    touchpoints += page.arrivals.length;
    isMore = page.arrivals.length > 0;
    after = page.place;
  }
  const spent = [performance.now() - start, processorMsNow() - startMs].map((ms) => ms / 1000);
  const [seconds = 0, ofProcessor = 0] = spent;
  return `${touchpoints} arrivals in ${seconds.toFixed(1)} s, ${ofProcessor.toFixed(1)} s of the processor`;
}

/** Of all threads of this process, the engine's too. */
function processorMsNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function heldMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
