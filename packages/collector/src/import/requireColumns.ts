import { ImportError } from './importError.ts';
import type { Mapping } from './mapping.ts';

/**
 * @param others Columns that are needed besides those mapped.
 * @throws {ImportError} If one is not in the header: it says which are. Or if it is there twice: nobody
 * knows which is meant.
 */
export function requireColumns(
  { fields }: Mapping,
  columns: readonly string[],
  others: readonly string[] = [],
): void {
  const needed = new Set(others);
  for (const origin of Object.values(fields)) {
    if (origin && 'column' in origin) needed.add(origin.column);
  }
  const twice = [...needed].filter((name) => columns.indexOf(name) < columns.lastIndexOf(name));
  if (twice.length > 0) {
    throw new ImportError(`Expected each column once, got ${twice.join(', ')} more than once`);
  }
  const missing = [...needed].filter((name) => !columns.includes(name));
  if (missing.length === 0) return;
  throw new ImportError(
    `Expected the columns ${missing.join(', ')}, found only ${columns.join(', ')}`,
  );
}
