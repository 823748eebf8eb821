/**
 * How long each report takes over 30 days, as JSON and as a page, by a collector in this process as it is
 * published, and how that grows with what is stored: more journeys a day, or more years of as many.
 *
 *     npm run bench -- reports --cases 10000/1,100000/1,1000000/1,1000000/10 --times 20
 *
 * A case is so many journeys in so many years. All reports are asked in turn, `--times` times.
 *
 * | Option | |
 * | --- | --- |
 * | `--folder` | keeps the filled databases there, and takes them from there the next time |
 * | `--source` | measures the sources as they are, compiled as they are read: some slower, and nothing is built first |
 * | `--only` | some reports, by name |
 * | `--live 50` | so many touchpoints come in each second, of new shoppers with carts; of 20 shoppers one is told of days later |
 * | `--flat` | two cases at a time, each question to one and then to the other, and what the second takes of the first |
 *
 * `block` is the longest that nothing else got a turn, in the first answer and in all others: what comes in
 * waits for that. `cpu` is the median time of the processor, which says more on a machine that is shared.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reports } from '../../packages/collector/src/reports/index.ts';
import { released } from './released.ts';
import { FORMATS, type Opened, opened, type Page, type Took } from './reports/opened.ts';
import { type Case, filled, samplesIn } from './reports/samples.ts';
import { shoppers } from './reports/shoppers.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    times: { type: 'string', default: '20' },
    only: { type: 'string' },
    folder: { type: 'string' },
    live: { type: 'string', default: '0' },
    source: { type: 'boolean', default: false },
    flat: { type: 'boolean', default: false },
  },
});
const usual = values.flat ? '100000/1,1000000/10' : '10000/1,100000/1,1000000/1';
const cases = (values.cases ?? usual).split(',').map((text): Case => {
  const [journeys = 0, years = 1] = text.split('/').map(Number);
  return { journeys, years };
});
const times = Number(values.times);
const live = Number(values.live);
const only = values.only?.split(',');

/** All but the stream. */
const PAGES: readonly Page[] = reports()
  .filter(({ name }) => name !== 'live' && (!only || only.includes(name)))
  .flatMap(({ name: report }) => FORMATS.map((format) => ({ report, format })));

const home = mkdtempSync(join(tmpdir(), 'cartograph-bench-'));
const folder = values.folder ?? home;
try {
  const modules = modulesOf();
  const samples = await samplesIn(folder);
  const files: string[] = [];
  for (const each of cases) files.push(await filled(folder, samples, each));
  if (values.flat) await compare(modules, files);
  else
    for (const [place, file] of files.entries()) await measure(modules, { file, ...cases[place]! });
} finally {
  rmSync(home, { recursive: true });
}

/** Prints a line for each page. */
async function measure(
  modules: Modules,
  { file, journeys, years }: Case & { file: string },
): Promise<void> {
  const collector = await opened(modules, live > 0 ? copied(file) : file);
  const stop = live > 0 ? shoppers(collector, live) : undefined;
  const firsts = await inTurn(collector);
  const rounds: Took[][] = [];
  for (let n = 0; n < times; n++) rounds.push(await inTurn(collector));

  heading(['journeys', 'years', 'report', 'as'], ['first', 'block', 'p50', 'p95', 'cpu', 'block']);
  for (const [place, { report, format }] of PAGES.entries()) {
    const took = rounds.map((round) => round[place]!);
    const { wall, block } = firsts[place]!;
    const walls = took.map((each) => each.wall);
    const cpu = at(
      took.map((each) => each.cpu),
      0.5,
    );
    const others = Math.max(...took.map((each) => each.block));
    line(
      [journeys, years, report, format],
      [wall, block, at(walls, 0.5), at(walls, 0.95), cpu, others],
    );
  }
  const answered = await stop?.();
  if (answered) {
    const [p50, p99] = [at(answered, 0.5), at(answered, 0.99)].map((ms) => ms.toFixed(0));
    console.log(`\nTouchpoints: ${answered.length} batches answered, p50 ${p50} ms, p99 ${p99} ms`);
  }
  console.log(`\n${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB\n`);
  await collector.close();
}

/** Prints how much longer the second of two databases takes than the first. */
async function compare(modules: Modules, files: readonly string[]): Promise<void> {
  const collectors = await Promise.all(files.slice(0, 2).map((file) => opened(modules, file)));
  for (const collector of collectors) await inTurn(collector);
  const rounds: Took[][][] = [];
  for (let n = 0; n < times; n++) {
    const round: Took[][] = [];
    // Who is asked second may find memory to be cleared: so each is first in turn.
    const order = n % 2 === 0 ? [0, 1] : [1, 0];
    for (const page of PAGES) {
      const took: Took[] = [];
      for (const place of order) took[place] = await collectors[place]!.ask(page);
      round.push(took);
    }
    rounds.push(round);
  }
  const names = cases.slice(0, 2).map(({ journeys, years }) => `${journeys}/${years}`);
  heading(
    ['report', 'as'],
    [...names, ...names.map((name) => `${name} cpu`), 'ratio', 'cpu ratio'],
  );
  for (const [place, { report, format }] of PAGES.entries()) {
    const median = (which: number, key: keyof Took) =>
      at(
        rounds.map((round) => round[place]![which]![key]),
        0.5,
      );
    const [wall, cpu] = (['wall', 'cpu'] as const).map((key) => [median(0, key), median(1, key)]);
    const ratios = [wall, cpu].map((pair) => pair![1]! / pair![0]!);
    line([report, format], [...wall!, ...cpu!, ...ratios], 2);
  }
  for (const collector of collectors) await collector.close();
}

type Modules = ReturnType<typeof modulesOf>;

/** What is published; or what it is made from, which starts at once. */
function modulesOf() {
  if (values.source) {
    const folder = join(import.meta.dirname, '../../packages/collector/src');
    return { index: join(folder, 'index.ts'), node: join(folder, 'node.ts') };
  }
  const bin = released(home);
  return { index: join(bin, '../index.js'), node: join(bin, '../node.js') };
}

async function inTurn(collector: Opened): Promise<Took[]> {
  const took: Took[] = [];
  for (const page of PAGES) took.push(await collector.ask(page));
  return took;
}

/** What is written is to leave the kept database as it is. */
function copied(file: string): string {
  const copy = join(home, 'live.db');
  rmSync(copy, { force: true });
  copyFileSync(file, copy);
  return copy;
}

/** The value that such a share is not above. */
function at(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function heading(names: readonly string[], figures: readonly string[]): void {
  console.log(`| ${[...names, ...figures].join(' | ')} |`);
  console.log(`| ${[...names.map(() => '---'), ...figures.map(() => '---:')].join(' | ')} |`);
}

function line(names: readonly (string | number)[], figures: readonly number[], digits = 0): void {
  console.log(`| ${[...names, ...figures.map((figure) => figure.toFixed(digits))].join(' | ')} |`);
}
