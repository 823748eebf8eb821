import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { bundle } from '../edge/bundle.ts';
import { hasEngine, NO_ENGINE, startEngine } from '../store/clickhouse/engine.ts';
import { inAnyOrder } from './inAnyOrder.ts';
import { journeysIn, questions } from './questions.ts';
import { type Recorded, recording } from './recording.ts';
import { REPLAYED_SITE, type Replayed, replayedIn, TOKEN } from './replayed.ts';

/** `CARTOGRAPH_REPLAY_PERSONS=20000 vitest run …/replay.test.ts` replays more. */
const PERSONS = Number(process.env.CARTOGRAPH_REPLAY_PERSONS ?? 600);
const DAYS = 56;
const DAY = 24 * 60 * 60 * 1000;
const LAST = Date.UTC(2026, 10, 15, 12);
/** A week later, when all that was on its way has come. */
const NOW = LAST + 7 * DAY;

/** What went in, and all that comes out: by question. */
interface Told {
  accepted: number;
  answers: ReadonlyMap<string, string>;
}

let folder: string;
let recorded: Recorded[];
let expected: Told;
const closing: (() => unknown)[] = [];

/** Every store there is, each with the collector before it. */
const STORES: Readonly<Record<string, () => Promise<Replayed>>> = {
  'SQLite, whose rows come in any order': async () => {
    const store = sqliteStore(join(folder, 'any.db'));
    closing.push(() => store.close());
    return replayedIn(inAnyOrder(store));
  },
  'a Durable Object on workerd': async () => {
    const workerd = new Miniflare({
      modules: true,
      script: await bundle('../replay/replayWorker.ts'),
      compatibilityDate: '2026-07-01',
      cf: false,
      durableObjectsPersist: folder,
      durableObjects: { SITES: { className: 'ReplayedSite', useSQLite: true } },
    });
    closing.push(() => workerd.dispose());
    const url = await workerd.ready;
    return { replay: (some) => replayOver(url, some) };
  },
  ...(hasEngine && {
    ClickHouse: async () => {
      const engine = startEngine();
      closing.push(engine.stop);
      return replayedIn(await engine.open());
    },
  }),
};

describe('one history, replayed', { timeout: 600_000 }, () => {
  beforeAll(async () => {
    // What is compared is what is stored, not how safely: in memory, where there is a folder in it.
    const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
    folder = mkdtempSync(join(parent, 'cartograph-replay-'));
    const { id: site, origins } = REPLAYED_SITE;
    const origin = origins[0]!;
    recorded = recording({ persons: PERSONS, days: DAYS, now: LAST, site, origin, token: TOKEN });
    const store = sqliteStore(join(folder, 'replay.db'));
    closing.push(() => store.close());
    expected = await tell(await replayedIn(store));
    const { touchpoints, journeys, persons } = await store.counts(site);
    console.info(
      `${recorded.length} requests: ${touchpoints} touchpoints, ${journeys} journeys of ${persons} persons; ${expected.answers.size} answers`,
    );
  }, 600_000);
  afterAll(async () => {
    for (const close of closing) await close();
    rmSync(folder, { recursive: true });
  });

  it('has all that makes stores differ: orders of the server’s, late ones, copies, quarantine', () => {
    const found = (asked: string) => {
      const [, answer] = [...expected.answers].find(([path]) => path.includes(`/shop/${asked}`))!;
      return JSON.parse(answer);
    };
    const { carts } = found('abandonment?period=all');
    for (const state of ['created', 'ordered', 'recovered', 'abandoned', 'lost', 'emptied']) {
      expect(carts[state]).toBeGreaterThan(0);
    }
    expect(found('quarantine?').counts.length).toBeGreaterThan(0);
    expect(found('quarantine?').verdicts).toHaveLength(2);
    const { late, doubled } = found('delivery?').total;
    expect(Math.min(late, doubled)).toBeGreaterThan(50);
    expect(found('live?').left.carts).toBeGreaterThan(0);
  });

  if (!hasEngine) it.skip(NO_ENGINE);
  it.each(Object.entries(STORES))('says the same in %s, to the byte', async (_, open) => {
    const told = await tell(await open());
    expect(told.accepted).toBe(expected.accepted);
    const differing = [...expected.answers].filter(
      ([path, text]) => told.answers.get(path) !== text,
    );
    expect(differing.map(([path, text]) => firstDifference(path, text, told))).toEqual([]);
    expect(told.answers.size).toBe(expected.answers.size);
  });
});

async function tell({ replay }: Replayed): Promise<Told> {
  const taken = await replay(recorded);
  const refused = taken.filter(({ status }) => status !== 200);
  expect(refused.slice(0, 3)).toEqual([]);
  const accepted = taken.reduce((sum, { body }) => sum + (JSON.parse(body).accepted ?? 0), 0);

  const asked = questions(NOW);
  const list = asked.find(({ path }) => path.includes('/journeys?'))!;
  const [listed] = await replay([list]);
  const all = [...asked, ...journeysIn(listed!.body, NOW)];
  const answers = new Map<string, string>();
  for (const [index, { status, body }] of (await replay(all)).entries()) {
    const { path } = all[index]!;
    expect(`${path} ${status}`).toBe(`${path} 200`);
    answers.set(path, body.replaceAll(SPACES, ' '));
  }
  return { accepted, answers };
}

/** Which space stands in a date or in front of a unit is for the runtime's ICU to say. */
const SPACES = /[\u00a0\u2009\u202f]/g;

/** Around the first byte that differs: the whole of a report is no help. */
function firstDifference(path: string, text: string, { answers }: Told) {
  const other = answers.get(path) ?? '';
  let at = 0;
  while (text[at] === other[at]) at++;
  const around = (of: string) => JSON.stringify(of.slice(Math.max(0, at - 80), at + 80));
  return { path, expected: around(text), got: around(other) };
}

/** Not too much in one request. */
async function replayOver(url: URL, some: readonly Recorded[]) {
  const answers: { status: number; body: string }[] = [];
  for (let start = 0; start < some.length; start += 200) {
    const body = JSON.stringify(some.slice(start, start + 200));
    // On a busy machine a kept connection may be closed by workerd just as it is used again.
    const headers = { Connection: 'close' };
    const response = await fetch(url, { method: 'POST', headers, body });
    answers.push(...((await response.json()) as typeof answers));
  }
  return answers;
}
