import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Touchpoint } from '@cartograph/journey';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSite } from '../src/sites/site.ts';
import { sqliteStore } from '../src/store/sqlite.ts';
import { goods, SITE, sent } from './touchpoints.ts';

const BIN = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
/** `CARTOGRAPH_CRASH_ROUNDS=200 vitest run …/crash.test.ts` kills it 200 times and prints what came of it. */
const ROUNDS = Number(process.env.CARTOGRAPH_CRASH_ROUNDS ?? 3);
const SENDERS = 8;
const VISITORS = 20;
const MOST_ANSWERS_BEFORE_KILL = 80;
const MOST_MS_BEFORE_KILL = 20;
/** What is derived is compared with a rebuild so often, and at the end. */
const ROUNDS_PER_REBUILD = 20;

/** A page on the developer's own machine: whatever it does, it is no crawler. */
const ORIGIN = 'http://localhost:3000';

interface Batch {
  visitor: string;
  touchpoints: Touchpoint[];
}

describe('a collector killed under load', { timeout: 60_000 + ROUNDS * 20_000 }, () => {
  let folder: string;
  let db: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-crash-'));
    db = join(folder, 'test.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has every touchpoint that it answered, none twice, and the journeys a rebuild gives', async () => {
    const before = sqliteStore(db);
    await saveSite(before, { ...SITE, origins: [ORIGIN] });
    await before.close();

    const answered = new Set<string>();
    const tally = {
      kills: 0,
      acknowledged: 0,
      resent: 0,
      lost: 0,
      doubled: 0,
      rebuilds: 0,
      unequal: 0,
    };
    const unanswered: Batch[] = [];
    let next = 1;
    const another = (): Batch => ({
      visitor: `v${next % VISITORS}`,
      touchpoints: [
        sent(next++, 'page_view'),
        sent(next++, next % 7 ? 'add_to_cart' : 'purchase', { params: goods(5) }),
      ],
    });

    while (tally.kills < ROUNDS) {
      const { url, child } = await serve(db);
      const target = answered.size + 2 * Math.ceil(Math.random() * MOST_ANSWERS_BEFORE_KILL);
      const moreMs = Math.random() * MOST_MS_BEFORE_KILL;
      const again = unanswered.splice(0);
      tally.resent += again.length;
      let alive = true;
      // Not when an answer comes, which is right after a commit, but at any moment.
      let kill: NodeJS.Timeout | undefined;
      const stop = () => {
        child.kill('SIGKILL');
        alive = false;
      };

      const sender = async () => {
        while (alive) {
          const batch = again.pop() ?? another();
          const response = await post(url, batch).catch(() => undefined);
          // No answer: stored or not, both are right, and a tracker sends it again.
          if (response?.status !== 200) unanswered.push(batch);
          else for (const { id } of batch.touchpoints) answered.add(id);
          if (answered.size >= target) kill ??= setTimeout(stop, moreMs);
        }
      };
      await Promise.all(Array.from({ length: SENDERS }, sender));
      clearTimeout(kill);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      unanswered.push(...again);
      tally.kills++;

      const isLast = tally.kills === ROUNDS;
      const found = await look(db, answered, isLast || tally.kills % ROUNDS_PER_REBUILD === 0);
      tally.acknowledged = answered.size;
      tally.lost += found.lost;
      tally.doubled += found.doubled;
      if (found.isEqual !== undefined) tally.rebuilds++;
      if (found.isEqual === false) tally.unequal++;
    }

    if (process.env.CARTOGRAPH_CRASH_ROUNDS) console.table([tally]);
    expect(tally).toMatchObject({ kills: ROUNDS, lost: 0, doubled: 0, unequal: 0 });
    expect(tally.acknowledged).toBeGreaterThan(ROUNDS);
    expect(tally.rebuilds).toBeGreaterThan(0);
  });
});

/** What the killed collector left behind. */
async function look(db: string, answered: ReadonlySet<string>, rebuilds: boolean) {
  const store = sqliteStore(db);
  const ids: string[] = [];
  for await (const { id } of store.touchpoints(SITE.id)) ids.push(id);
  const known = new Set(ids);
  const journeys = () => store.latest(SITE.id, { from: 0, limit: 1e6 });
  const stored = await journeys();
  const inJourneys = stored.reduce((sum, { touchpoints }) => sum + touchpoints, 0);
  if (rebuilds) await store.rebuild(SITE);
  const rebuilt = rebuilds ? await journeys() : undefined;
  await store.close();
  return {
    lost: [...answered].filter((id) => !known.has(id)).length,
    doubled: ids.length - known.size + Math.abs(inJourneys - known.size),
    isEqual: rebuilt && JSON.stringify(rebuilt) === JSON.stringify(stored),
  };
}

async function serve(db: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', BIN, 'serve', '--port', '0', '--db', db],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const lines: string[] = [];
  for await (const line of createInterface(child.stderr!)) {
    lines.push(line);
    const url = /listens on (\S+)/.exec(line)?.[1];
    if (!url) continue;
    child.stderr!.resume();
    return { url, child };
  }
  throw new Error(`Expected the collector to listen, got:\n${lines.join('\n')}`);
}

function post(url: string, { visitor, touchpoints }: Batch): Promise<Response> {
  return fetch(`${url}/v1/touchpoints`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: ORIGIN },
    body: JSON.stringify({ site: SITE.id, sentAt: Date.now(), visitor, touchpoints }),
  });
}
