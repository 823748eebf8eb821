import { scrubbed } from './scrubbed.ts';
import type { Params } from './told.ts';

/**
 * What a client sends along, as far as a touchpoint can hold it: text, numbers, booleans, and lists
 * of these. Objects are left out: they are a client's own business, and where people's data hides.
 *
 * @param consumed Names that have become something else already.
 */
export function plainParams(source: Params, consumed: ReadonlySet<string> = new Set()): Params {
  const entries = Object.entries(source).flatMap(([name, value]): [string, unknown][] => {
    if (consumed.has(name)) return [];
    if (Array.isArray(value)) {
      const scalars = value.filter(isScalar).map(plain);
      return scalars.length > 0 ? [[name, scalars]] : [];
    }
    return isScalar(value) ? [[name, plain(value)]] : [];
  });
  return Object.fromEntries(entries);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function plain(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' ? scrubbed(value) : value;
}
