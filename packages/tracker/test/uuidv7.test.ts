import { expect, it } from 'vitest';
import { uuidv7 } from '../src/browser/uuidv7.ts';

const AT = Date.UTC(2026, 10, 22);

it('is a UUID of version 7 with its time in front', () => {
  const id = uuidv7(AT, 1);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(AT);
});

it('sorts by time and count, and never comes twice', () => {
  const ids = Array.from({ length: 10_000 }, (_, n) => uuidv7(AT + (n >> 6), n));
  expect(new Set(ids).size).toBe(ids.length);
  const inRound = ids.slice(0, 4096);
  expect(inRound).toEqual([...inRound].sort());
});

it('counts the touchpoints of a page load, and names the page load', () => {
  const counted = [1, 2, 4095, 4096].map((count) => uuidv7(AT, count));
  expect(counted.map((id) => Number.parseInt(id.slice(15, 18), 16))).toEqual([1, 2, 4095, 0]);
  expect(new Set(counted.map((id) => id.slice(19))).size).toBe(1);
});
