import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { commandLine } from './commandLine.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cartograph-share-'));
  await cartograph('site', 'add', 'shop');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function cartograph(...args: string[]) {
  const { io, said } = commandLine({ CARTOGRAPH_DB: join(folder, 'test.db') });
  return { code: await run(args, io), ...said() };
}

it('makes a link, lists it without its secret, takes it back', async () => {
  const made = await cartograph('share', '--site', 'shop', '--url', 'https://c.shop.example/');
  expect(made.out).toMatch(/^https:\/\/c\.shop\.example\/share\?code=cth_[\w-]{43}\n$/);
  expect(made.err).toContain('until 2026-12-22T12:00:00.000Z');

  const { out } = await cartograph('share', 'list', '--site', 'shop');
  expect(out).toMatch(/^[A-Za-z0-9]{16} {2}until 2026-12-22T12:00:00.000Z\n$/);
  const [id = ''] = out.split(' ');
  expect((await cartograph('share', 'revoke', '--site', 'shop', id)).out).toBe('Taken back\n');
  expect((await cartograph('share', 'list', '--site', 'shop')).out).toBe('');
  expect((await cartograph('share', 'revoke', '--site', 'shop', id)).code).toBe(2);
});

it.each([
  [['share'], 'Expected --site'],
  [['share', '--site', 'nowhere'], 'Unknown site'],
  [['share', '--site', 'shop', '--days', '1000'], 'Expected days to be from 1 to 365, got 1000'],
  [['share', 'lost', '--site', 'shop'], 'Expected list, revoke or options, got ["lost"]'],
  [['share', 'revoke', '--site', 'shop'], 'Expected one link’s id'],
])('%j is a mistake it names', async (args, message) => {
  const { code, err } = await cartograph(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
