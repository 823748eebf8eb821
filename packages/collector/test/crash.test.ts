import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSite } from '../src/sites/site.ts';
import { sqliteStore } from '../src/store/sqlite.ts';
import { goods, SITE, sent } from './touchpoints.ts';

const BIN = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
const KILLS = 3;
const SENDERS = 8;
const ANSWERS_BEFORE_KILL = 60;

/** A page on the developer's own machine: whatever it does, it is no crawler. */
const ORIGIN = 'http://localhost:3000';

describe('a collector killed under load', () => {
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
    let next = 1;
    for (let kill = 0; kill < KILLS; kill++) {
      const { url, child } = await serve(db);
      let alive = true;
      const target = answered.size + ANSWERS_BEFORE_KILL;

      const sender = async () => {
        while (alive) {
          const touchpoints = [
            sent(next++, 'page_view'),
            sent(next++, 'add_to_cart', { params: goods(5) }),
          ];
          const response = await post(url, touchpoints, `v${next % 50}`).catch(() => undefined);
          // No answer: stored or not, both are right.
          if (response?.status !== 200) continue;
          for (const { id } of touchpoints) answered.add(id);
          if (answered.size >= target && alive) {
            alive = false;
            child.kill('SIGKILL');
          }
        }
      };
      await Promise.all(Array.from({ length: SENDERS }, sender));
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }

    const after = sqliteStore(db);
    const ids: string[] = [];
    for await (const { id } of after.touchpoints(SITE.id)) ids.push(id);
    const facts = async () => JSON.stringify(await after.latest(SITE.id, { from: 0, limit: 1e6 }));
    const stored = await facts();
    await after.rebuild(SITE);
    const rebuilt = await facts();
    await after.close();

    expect(answered.size).toBeGreaterThanOrEqual(KILLS * ANSWERS_BEFORE_KILL);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...answered].filter((id) => !ids.includes(id))).toEqual([]);
    expect(stored).toBe(rebuilt);
  });
});

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

function post(url: string, touchpoints: unknown, visitor: string): Promise<Response> {
  return fetch(`${url}/v1/touchpoints`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: ORIGIN },
    body: JSON.stringify({ site: SITE.id, sentAt: Date.now(), visitor, touchpoints }),
  });
}
