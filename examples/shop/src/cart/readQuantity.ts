/** A whole number from a form, 0 to 9999. `undefined` for anything else, nothing included. */
export function readQuantity(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : undefined;
}
