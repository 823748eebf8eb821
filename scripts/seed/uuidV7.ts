import type { Random } from './random.ts';

/**
 * A UUIDv7 for that moment. Its random bits are drawn from `random`, so a history told twice is stored once.
 * https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7
 *
 * @param at Epoch milliseconds.
 */
export function uuidV7(at: number, random: Random): string {
  return uuid(at, { low: random.uint32(), rest: pageLoad(random) });
}

/**
 * Ids as a tracker makes them: they count the touchpoints of a page load, and end in what names it.
 *
 * @returns The id of the next touchpoint of a page, at that moment.
 */
export function trackerIds<Page>(random: Random): (page: Page, at: number) => string {
  const loads = new Map<Page, { rest: string; count: number }>();
  return (page, at) => {
    const load = loads.get(page) ?? { rest: pageLoad(random), count: 0 };
    loads.set(page, load);
    load.count++;
    return uuid(at, { low: load.count, rest: load.rest });
  };
}

function pageLoad(random: Random): string {
  const variant = hex(0x8000 | (random.uint32() & 0x3fff), 4);
  return `${variant}-${hex(random.uint32(), 8)}${hex(random.uint32() & 0xffff, 4)}`;
}

function uuid(at: number, { low, rest }: { low: number; rest: string }): string {
  const time = hex(at, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex(0x7000 | (low & 0x0fff), 4)}-${rest}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
