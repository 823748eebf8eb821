/** Enough for any statistic, and well short of where sums and logarithms begin to differ. */
const DIGITS = 9;

/**
 * What a report found, its fractions rounded to nine significant digits.
 *
 * The last digits of a sum depend on the order of what is summed, and those of an exponential on the
 * runtime (https://tc39.es/ecma262/#sec-math.exp): rounded, every store and every runtime says the same.
 * Whole numbers, which counts, moments and amounts are, stay as they are.
 */
export function rounded<Found>(found: Found): Found {
  if (typeof found === 'number') return roundedNumber(found) as Found;
  if (Array.isArray(found)) return found.map(rounded) as Found;
  if (!isPlain(found)) return found;
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, rounded(value)]),
  ) as Found;
}

function roundedNumber(number: number): number {
  return Number.isFinite(number) && !Number.isInteger(number)
    ? Number(number.toPrecision(DIGITS))
    : number;
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
