import type { Fields } from './fileRecord.ts';

/** The value of a column, or in nested JSON at a path of keys: `product.id`. */
export function lookup(fields: Fields, column: string): unknown {
  if (Object.hasOwn(fields, column)) return fields[column];
  if (!column.includes('.')) return undefined;

  let value: unknown = fields;
  for (const key of column.split('.')) {
    const isInside = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    if (!isInside) return undefined;
    value = (value as Fields)[key];
  }
  return value;
}
