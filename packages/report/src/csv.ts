type Cell = string | number | boolean | null | undefined;

/**
 * Records as CSV (RFC 4180): a line of names, then one line a record, each ended by CR LF. Records
 * inside records become columns of their own (`rate.low`); lists are written as JSON.
 *
 * Spreadsheets run what looks like a formula, and tracked strings are hostile, so text that begins
 * like one gets a `'` in front. Numbers stay numbers, negative ones too.
 *
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(records: readonly object[]): string {
  const flat = records.map((record) => new Map(cellsOf(record)));
  const columns = [...new Set(flat.flatMap((record) => [...record.keys()]))];
  if (columns.length === 0) return '';

  // Unequal lines make some readers stop: every line has all columns.
  const lines = flat.map((record) => columns.map((column) => record.get(column)));
  return [columns, ...lines].map((line) => `${line.map(written).join(',')}\r\n`).join('');
}

function cellsOf(record: object, path = ''): [column: string, cell: Cell][] {
  return Object.entries(record).flatMap(([name, value]): [string, Cell][] => {
    const column = path + name;
    if (Array.isArray(value)) return [[column, JSON.stringify(value)]];
    if (typeof value === 'object' && value !== null) return cellsOf(value, `${column}.`);
    return [[column, value as Cell]];
  });
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !isNumber(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
}
