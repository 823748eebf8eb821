/** How programs write "no value" into a file. A visitor called `null` would be everybody. */
const NO_VALUE = /^\s*(null|undefined|nan|\\n)?\s*$/i;

/** Whether a cell or a JSON value says nothing. */
export function isMissing(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && NO_VALUE.test(value))
  );
}

/**
 * A cell or a JSON value as text.
 *
 * @returns `undefined` for what is none, and for whole numbers past 2^53: JSON has lost their last
 * digits, and two ids would become one.
 */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : String(value);
}
