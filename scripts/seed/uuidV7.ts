import type { Random } from './random.ts';

/**
 * A UUIDv7 for that moment, as a browser makes them: sorts by time, and the key for exactly-once.
 * Its random bits are drawn from `random`, so a history told twice is stored once.
 * https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7
 *
 * @param at Epoch milliseconds.
 */
export function uuidV7(at: number, random: Random): string {
  const time = hex(at, 12);
  const version = hex(0x7000 | (random.uint32() & 0x0fff), 4);
  const variant = hex(0x8000 | (random.uint32() & 0x3fff), 4);
  const rest = hex(random.uint32(), 8) + hex(random.uint32() & 0xffff, 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
