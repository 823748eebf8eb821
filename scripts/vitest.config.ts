import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = new URL('..', import.meta.url).pathname;
const include = ['{packages,examples,scripts}/**/*.test.{ts,tsx}'];
const exclude = ['**/node_modules/**', '**/dist/**'];

/**
 * What changes modules, globals or the environment that other files of a worker would meet, what
 * measures the worker itself, or loads an engine into it: each such file has a process of its own.
 */
const OWN_PROCESS =
  /\bvi\.(mock|stubGlobal|stubEnv|spyOn|useFakeTimers)\(|@vitest-environment|memoryUsage|\/engine\.ts'/;
const alone = globSync(include, { cwd: root, exclude }).filter((path) =>
  OWN_PROCESS.test(readFileSync(`${root}${path}`, 'utf8')),
);

const IN_BROWSERS = [
  'packages/tracker/test/{browser,insight,shop,faults}/**/*.test.ts',
  '{examples,scripts/pages}/**/*.test.ts',
];

/** Those that take long, the longest first, so that no worker is left with one at the end. */
const LONG = [
  'tracker/test/faults/',
  'collector/test/replay/',
  'collector/test/store/clickhouse/',
  'tracker/test/insight/clicks.',
  'tracker/test/browser/delivery.',
  'collector/test/edge/',
  'scripts/pages/',
  'tracker/test/insight/',
  'tracker/test/browser/',
  'examples/',
  'collector/test/reading/',
  'collector/test/moving/',
  'tracker/test/shop/',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      const place = LONG.findIndex((part) => moduleId.includes(part));
      // A worker is kept for the next file only while that is one of those that share it.
      const group = ['alone', 'browsers', 'shared'].indexOf(project.name);
      return place === 0 ? 0 : 1 + group * (LONG.length + 1) + (place < 0 ? LONG.length : place);
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    root,
    exclude,
    sequence: { sequencer: LongestFirst },
    // One more than the small machine has cores, for many a test mostly waits. More browsers than
    // that at once starve each other.
    maxWorkers: 3,
    // Of the tests in one file that mostly wait.
    maxConcurrency: 4,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'browsers',
          include: IN_BROWSERS,
          exclude: [...exclude, ...alone],
          isolate: false,
          // A browser that its neighbours starve may miss its moment. What is broken fails twice.
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'shared',
          include,
          exclude: [...exclude, ...alone, ...IN_BROWSERS],
          isolate: false,
        },
      },
    ],
  },
});
