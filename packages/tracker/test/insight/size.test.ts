import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { chunks } from '../../rollup.config.mjs';
import { build } from '../build.ts';

it('takes a shopper no more than 3,500 bytes, in one file', async () => {
  const files = await build(chunks.insight);
  expect(Object.keys(files)).toEqual(['insight.js']);
  expect(brotliCompressSync(files['insight.js']!).length).toBeLessThanOrEqual(3500);
}, 60_000);
