import { expect, it } from 'vitest';
import { uuidv7 } from '../src/browser/uuidv7.ts';

const AT = Date.UTC(2026, 10, 22);

it('is a UUID of version 7 with its time in front', () => {
  const id = uuidv7(AT);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(AT);
});

it('sorts by time, and never comes twice', () => {
  const ids = Array.from({ length: 10_000 }, (_, n) => uuidv7(AT + (n >> 4)));
  const times = ids.map((id) => id.slice(0, 13));
  expect(times).toEqual([...times].sort());
  expect(new Set(ids).size).toBe(ids.length);
});
