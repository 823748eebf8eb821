import { expect, it } from 'vitest';
import { fullness } from '../../src/edge/fullness.ts';

it.each([
  [0, undefined, 'fine'],
  [7.99e9, undefined, 'fine'],
  [8e9, undefined, 'filling'],
  [10e9, undefined, 'full'],
  [4e9, '5', 'filling'],
  [4e9, 20, 'fine'],
  [8e9, 'much', 'filling'],
  [8e9, '-1', 'filling'],
] as const)('calls an object of %d bytes, of %s GB, %s', (bytes, limitGb, state) => {
  expect(fullness(bytes, limitGb).state).toBe(state);
});
