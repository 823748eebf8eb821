import { toCsv } from '@cartograph/report';

type Cell = string | number | boolean | null | undefined;

/** A list of like objects as CSV: a column a field, `rate.low` for a field of a field, lists as JSON. */
export function csvOf(rows: readonly object[]): string {
  const flat = rows.map((row) => Object.fromEntries(cellsOf(row)));
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  return toCsv([columns, ...flat.map((row) => columns.map((column) => row[column]))]);
}

function cellsOf(row: object, prefix = ''): [string, Cell][] {
  return Object.entries(row).flatMap(([name, value]): [string, Cell][] => {
    if (Array.isArray(value)) return [[prefix + name, JSON.stringify(value)]];
    if (typeof value === 'object' && value !== null) return cellsOf(value, `${prefix}${name}.`);
    return [[prefix + name, value as Cell]];
  });
}
