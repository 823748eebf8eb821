import { ImportError } from './importError.ts';
import type { Mapping } from './mapping.ts';
import type { Format } from './records.ts';
import { requireColumns } from './requireColumns.ts';
import { translatorOf } from './translators/translatorOf.ts';

/** @throws {ImportError} If a file is of another kind than its mapping or preset reads, or lacks a column. */
export function requireFormat(
  mapping: Mapping,
  { format, path }: { format: Format; path: string },
): void {
  const columns = translatorOf(mapping)?.columns;
  if (mapping.translator === undefined || columns !== undefined) {
    if (format.kind === 'csv') requireColumns(mapping, format.columns, columns);
    else if (columns) throw new ImportError(`Expected CSV in ${path}, got JSON`);
    return;
  }
  if (format.kind === 'csv') {
    throw new ImportError(`Expected one JSON object a line in ${path}, got CSV`);
  }
}
