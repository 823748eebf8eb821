import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ImportedTouchpoint,
  type ImportFileOptions,
  type ImportProblem,
  importFile,
  type Mapping,
  parseMapping,
} from '../../src/import/index.ts';

export const MAPPING = parseMapping({ pairs: ['at=at', 'type=type', 'visitor=visitor'] });

/** A folder for files, and a store that skips what it has, as the real ones do. */
export function createImporter(mapping: Mapping = MAPPING) {
  const folder = mkdtempSync(join(tmpdir(), 'cartograph-import-'));
  const stored = new Map<string, ImportedTouchpoint>();
  const checkpoints = new Map<string, string>();
  const deliveries: number[] = [];

  const store: ImportFileOptions['deliver'] = async (touchpoints) => {
    const before = stored.size;
    for (const touchpoint of touchpoints) stored.set(touchpoint.id, touchpoint);
    deliveries.push(touchpoints.length);
    const accepted = stored.size - before;
    return { accepted, duplicates: touchpoints.length - accepted, rejected: [] };
  };

  return {
    stored,
    checkpoints,
    /** How many touchpoints came with each delivery. */
    deliveries,
    store,
    write(name: string, content: string | Buffer) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    async run(path: string, options: Partial<ImportFileOptions> = {}) {
      const problems: ImportProblem[] = [];
      const summary = await importFile({
        path,
        mapping,
        deliver: store,
        checkpoints: {
          load: async (key) => checkpoints.get(key),
          save: async (key, value) => void checkpoints.set(key, value),
        },
        onProblem: (problem) => problems.push(problem),
        ...options,
      });
      return { summary, problems };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Rows below the header `at,type,visitor`, one a second. */
export function csv(rows: number, { lineBreak = '\n', from = 0 } = {}): string {
  return Array.from({ length: rows }, (_, index) => {
    const n = from + index;
    return `${1_700_000_000 + n},page_view,visitor ${n % 100}${lineBreak}`;
  }).join('');
}
