import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { commandLine } from './commandLine.ts';

let shop: Server;
let url: string;
beforeEach(async () => {
  shop = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<p>'));
  await new Promise<void>((listening) => shop.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
});
afterEach(() => void shop.close());

it('writes a line a check, and fails where there is a problem', async () => {
  const { io, said } = commandLine();
  expect(await run(['doctor', '--url', url], io)).toBe(1);
  expect(said().out).toMatch(/^ok {6} page: .*\nproblem {2}tag: no <script>.* → Put .*\n$/);
  expect(said().err).toBe('cartograph doctor: 1 problem\n');
});

it('says the same as JSON', async () => {
  const { io, said } = commandLine();
  expect(await run(['doctor', '--url', url, '--json'], io)).toBe(1);
  expect(JSON.parse(said().out)).toMatchObject({
    ok: false,
    findings: [
      { check: 'page', ok: true },
      { check: 'tag', ok: false, advice: expect.any(String) },
    ],
  });
});

it('wants an address that a browser can open', async () => {
  const { io, said } = commandLine();
  expect(await run(['doctor', '--url', 'shop.example'], io)).toBe(2);
  expect(said().err).toContain('Expected --url to be an http(s) address, got "shop.example"');
});
