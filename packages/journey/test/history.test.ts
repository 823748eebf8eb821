import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneOf } from './history/scene.ts';
import { SITUATIONS } from './history/situations.ts';
import { history } from './history.ts';

/** Of 1500 histories. The seed is fixed, so the counts only move when a generator does. */
const LEAST = 15;

describe('generated histories', () => {
  const scenes = fc.sample(history, { numRuns: 1500, seed: 2025 }).map(sceneOf);

  it.each(Object.entries(SITUATIONS))('tell of this often enough: %s', (_, isIn) => {
    expect(scenes.filter(isIn).length).toBeGreaterThanOrEqual(LEAST);
  });
});
