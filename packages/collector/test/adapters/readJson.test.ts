import { gzipSync } from 'node:zlib';
import { LIMITS } from '@cartograph/journey';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/adapters/readJson.ts';

const read = (bytes: Uint8Array | string) => readJson(new Uint8Array(Buffer.from(bytes)).buffer);
const MIB = 1024 * 1024;

const packed = gzipSync(JSON.stringify({ text: 'größer 青'.repeat(5000) }));

describe(readJson.name, () => {
  it('reads JSON, packed or not', async () => {
    expect(await read('{"text":"青"}')).toEqual({ ok: true, value: { text: '青' } });
    expect(await read(packed)).toEqual({ ok: true, value: { text: 'größer 青'.repeat(5000) } });
  });

  it.each([
    ['text', 'hello', 'Expected JSON'],
    ['nothing', '', 'Expected JSON'],
    ['packed text', gzipSync('hello'), 'Expected JSON'],
    ['gzip that is cut short', packed.subarray(0, -20), 'Expected gzip data'],
    ['what only begins like gzip', Buffer.from([0x1f, 0x8b, 0, 0]), 'Expected gzip data'],
  ])('refuses %s', async (_, bytes, error) => {
    expect(await read(bytes)).toMatchObject({
      ok: false,
      status: 400,
      error: expect.stringContaining(error),
    });
  });

  it('unpacks as much as a body may be long, and not a byte more', async () => {
    const quoted = (chars: number) => JSON.stringify('x'.repeat(chars - 2));
    expect(await read(gzipSync(quoted(LIMITS.bodyBytes)))).toMatchObject({ ok: true });
    expect(await read(gzipSync(quoted(LIMITS.bodyBytes + 1)))).toMatchObject({
      ok: false,
      status: 413,
    });
  });

  it('stops a bomb long before it is unpacked', { timeout: 60_000 }, async () => {
    const bomb = gzipSync(Buffer.alloc(128 * MIB), { level: 1 });

    const before = process.memoryUsage().rss;
    expect(await read(bomb)).toMatchObject({ ok: false, status: 413 });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MIB);
  });
});
