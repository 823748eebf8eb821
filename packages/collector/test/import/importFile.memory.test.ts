import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGzip } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../../src/import/index.ts';
import { createImporter, csv } from './importer.ts';

const ROWS = 200_000;
const MEBIBYTE = 1024 * 1024;

/** Frees what nobody holds, so that what is left is what is held. */
function heapHeld(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe(importFile.name, () => {
  let importer: ReturnType<typeof createImporter>;
  beforeEach(() => {
    importer = createImporter();
  });
  afterEach(() => importer.remove());

  it('holds a bounded part of a long file', { timeout: 120_000 }, async () => {
    const path = importer.write('events.csv.gz', '');
    await pipeline(Readable.from(rows()), createGzip({ level: 1 }), createWriteStream(path));

    const before = heapHeld();
    let most = 0;
    let accepted = 0;
    const startedAt = performance.now();
    const { summary } = await importer.run(path, {
      deliver: async (touchpoints) => {
        accepted += touchpoints.length;
        if (accepted % 20_000 === 0) most = Math.max(most, heapHeld() - before);
        return { accepted: touchpoints.length, duplicates: 0, rejected: [] };
      },
    });
    const seconds = (performance.now() - startedAt) / 1000;

    console.info(
      `${ROWS} rows: ${Math.round(ROWS / seconds)} a second, ${(most / MEBIBYTE).toFixed(1)} MiB held`,
    );
    expect(summary).toMatchObject({ lines: ROWS + 1, accepted: ROWS, problems: 0 });
    expect(most).toBeLessThan(20 * MEBIBYTE);
  });
});

function* rows() {
  yield 'at,type,visitor\n';
  for (let from = 0; from < ROWS; from += 1000) yield csv(1000, { from });
}
