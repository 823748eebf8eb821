/**
 * Reads a number as people and programs write it: `1234.5`, `12,50`, `1.234,56`, `€ 1,234.56`.
 *
 * @returns `undefined` where it is none, and for `1,234`: it may mean either. A point alone is a
 * decimal point: programs write most files.
 */
export function parseAmount(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;

  const text = value.replace(/[\p{Sc}\s]/gu, '');
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return Number(text);

  const isThousands = /^[-+]?\d{1,3}((,\d{3})+\.\d+|(,\d{3}){2,})$/.test(text);
  if (isThousands) return Number(text.replaceAll(',', ''));

  const isPointedThousands = /^[-+]?\d{1,3}((\.\d{3})+,\d+|(\.\d{3}){2,})$/.test(text);
  // Three digits behind a comma are decimals only where a thousand can't be meant.
  const isDecimalComma = /^[-+]?(\d+,(\d{1,2}|\d{4,})|(0|\d{4,}),\d{3})$/.test(text);
  if (isPointedThousands || isDecimalComma) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  return undefined;
}
