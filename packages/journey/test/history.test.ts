import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { history } from './history.ts';
import { sceneOf } from './scene.ts';
import { SITUATIONS } from './situations.ts';

describe('generated histories', () => {
  const scenes = fc.sample(history, { numRuns: 1500, seed: 2025 }).map(sceneOf);

  it.each(Object.entries(SITUATIONS))('come up with %s', (_, isIn) => {
    expect(scenes.filter(isIn).length).toBeGreaterThanOrEqual(20);
  });
});
