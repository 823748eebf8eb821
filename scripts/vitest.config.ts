import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['{packages,examples,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Two browsers at once on a small machine starve each other.
    maxWorkers: 2,
    // Of the tests in one file that mostly wait.
    maxConcurrency: 6,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
