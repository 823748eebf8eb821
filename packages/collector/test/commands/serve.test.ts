import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { commandLine } from './commandLine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cartograph-serve-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('logs lines of JSON only, and every request on the level debug', async () => {
  const stop = new AbortController();
  const { io, said } = commandLine({ CARTOGRAPH_DB: join(folder, 'test.db') });
  const args = ['serve', '--port', '0', '--log-format', 'json', '--log-level', 'debug'];
  const running = run(args, { ...io, signal: stop.signal });
  await expect.poll(() => said().err, { timeout: 60_000 }).toContain('Sign in');

  const [, url] = /listens on (http:[^"]+)/.exec(said().err) ?? [];
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await expect.poll(() => said().err, { timeout: 60_000 }).toContain('"/healthz"');
  stop.abort();
  expect(await running).toBe(0);

  const lines = said().err.trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries.map(({ level }) => level)).toEqual(['info', 'info', 'info', 'debug']);
  expect(entries.at(-1)).toMatchObject({ message: 'request', route: '/healthz', status: 200 });
});

it.each([
  ['--log-level', 'loud', 'Expected --log-level to be debug, info, warn, error, got "loud"'],
  ['--log-format', 'xml', 'Expected --log-format to be text, json, got "xml"'],
])('%s %s is a mistake it names', async (option, value, message) => {
  const { io, said } = commandLine({ CARTOGRAPH_DB: join(folder, 'test.db') });
  expect(await run(['serve', option, value], io)).toBe(2);
  expect(said().err).toContain(message);
});
