import { ImportError } from './importError.ts';
import type { Mapping } from './mapping.ts';

/**
 * @param others Columns that are needed besides those mapped.
 * @throws {ImportError} If one is not in the header: it says which are.
 */
export function requireColumns(
  { fields }: Mapping,
  columns: readonly string[],
  others: readonly string[] = [],
): void {
  const missing = new Set(others.filter((column) => !columns.includes(column)));
  for (const origin of Object.values(fields)) {
    if (origin && 'column' in origin && !columns.includes(origin.column))
      missing.add(origin.column);
  }
  if (missing.size === 0) return;
  throw new ImportError(
    `Expected the columns ${[...missing].join(', ')}, found only ${columns.join(', ')}`,
  );
}
