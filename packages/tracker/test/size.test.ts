import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildScript } from './build.ts';

it('takes a shopper no more than 3,500 bytes', async () => {
  expect(brotliCompressSync(await buildScript()).length).toBeLessThanOrEqual(3500);
});
