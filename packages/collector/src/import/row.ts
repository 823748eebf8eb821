import type { Fields } from './fileRecord.ts';
import { lookup } from './lookup.ts';
import type { Field, Mapping } from './mapping.ts';
import { parseAmount } from './parseAmount.ts';
import { quote } from './quote.ts';
import { isMissing, toText } from './toText.ts';

/** The fields of one row. All but `raw` are `undefined` where the row says nothing. */
export interface Row {
  raw(field: Field): unknown;
  text(field: Field): string | undefined;
  amount(field: Field): number | undefined;
  /** What `read` makes of a field. Where it makes nothing of it, that is noted. */
  read<T>(field: Field, expected: string, read: (value: unknown) => T | undefined): T | undefined;
  /** Fields with something in them that could not be read: what was expected and what came. */
  readonly notes: readonly string[];
}

/**
 * Looks into a row by field instead of by column.
 *
 * @param currency ISO 4217, for reading amounts of a row that names none.
 */
export function mappedRow(
  fields: Fields,
  { fields: origins, currency }: Pick<Mapping, 'fields'> & { currency?: string | undefined },
): Row {
  const notes: string[] = [];

  const raw: Row['raw'] = (field) => {
    const origin = origins[field];
    if (origin === undefined) return undefined;
    return 'constant' in origin ? origin.constant : lookup(fields, origin.column);
  };
  const read: Row['read'] = (field, expected, parse) => {
    const value = raw(field);
    if (isMissing(value)) return undefined;
    const parsed = parse(value);
    if (parsed === undefined) notes.push(`${field}: expected ${expected}, got ${quote(value)}`);
    return parsed;
  };
  const currencyHere = () => toText(raw('currency') ?? currency)?.toUpperCase();
  return {
    raw,
    read,
    text: (field) => read(field, 'text or a number below 2^53', toText),
    amount: (field) =>
      read(field, 'a number such as 1234.5 or 1234,50', (value) =>
        parseAmount(value, currencyHere()),
      ),
    notes,
  };
}
