import { ImportError } from './importError.ts';
import type { Mapping } from './mapping.ts';

/** @throws {ImportError} If a mapped column is not in the header: it says which are. */
export function requireColumns({ fields }: Mapping, columns: readonly string[]): void {
  const missing = new Set<string>();
  for (const origin of Object.values(fields)) {
    if (origin && 'column' in origin && !columns.includes(origin.column))
      missing.add(origin.column);
  }
  if (missing.size === 0) return;
  throw new ImportError(
    `Expected the columns ${[...missing].join(', ')}, found only ${columns.join(', ')}`,
  );
}
