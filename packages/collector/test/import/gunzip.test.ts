import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CutShort, gunzip } from '../../src/import/gunzip.ts';
import { all } from './all.ts';
import { pieces } from './pieces.ts';

const TEXT = Array.from({ length: 300 }, (_, n) => `row ${n} ${Math.sin(n)}\n`).join('');
const HALVES = [TEXT.slice(0, 5000), TEXT.slice(5000)];
const PACKED = gzipSync(TEXT);
const MEMBERS = Buffer.concat(HALVES.map((half) => gzipSync(half)));

async function unpack(packed: Buffer, cuts: readonly number[] = []) {
  const { items, error } = await all(gunzip(pieces(packed, cuts)));
  return { text: Buffer.concat(items).toString(), error };
}

describe(gunzip.name, () => {
  it('unpacks one member or several, however the bytes come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(PACKED, MEMBERS),
        fc.array(fc.nat()),
        async (packed, cuts) => {
          expect(await unpack(packed, cuts)).toEqual({ text: TEXT, error: undefined });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives all up to a cut, then says so', async () => {
    const text = Array.from({ length: 40_000 }, (_, n) => `row ${n} ${Math.sin(n)}\n`).join('');
    const packed = gzipSync(text);
    const half = packed.subarray(0, packed.length / 2);
    const cuts = Array.from({ length: 200 }, (_, n) => n * 4096);

    const { text: got, error } = await unpack(half, cuts);
    expect(text.startsWith(got)).toBe(true);
    expect(got.length).toBeGreaterThan(text.length * 0.45);
    expect(error).toBeInstanceOf(CutShort);
  });

  it('says so wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: PACKED.length - 1 }), async (length) => {
        const { text, error } = await unpack(PACKED.subarray(0, length), [length >> 1]);
        expect(TEXT.startsWith(text)).toBe(true);
        expect(error).toBeInstanceOf(CutShort);
      }),
    );
  });

  it('gives what comes before garbage, then says so', async () => {
    const spoilt = Buffer.concat([PACKED, Buffer.from('garbage')]);
    const { text, error } = await unpack(spoilt, [PACKED.length]);
    expect(text === TEXT).toBe(true);
    expect(error).toBeInstanceOf(CutShort);
  });

  it('takes zeros at the end for padding', async () => {
    const padded = Buffer.concat([PACKED, Buffer.alloc(1000)]);
    expect(await unpack(padded, [PACKED.length + 1])).toEqual({ text: TEXT });
  });

  it('passes on what the source throws', async () => {
    async function* failing() {
      yield PACKED.subarray(0, 100);
      throw new Error('disk on fire');
    }
    expect((await all(gunzip(failing()))).error).toEqual(new Error('disk on fire'));
  });
});
