/** Longer lists are weighed by some of their values. */
const WEIGHED = 16;

const OBJECT_BYTES = 24;
const FIELD_BYTES = 8;
const ENTRY_BYTES = 40;

/**
 * How many bytes of memory a value takes, roughly: what it shares with others is counted as its own, and
 * functions, which can hold anything, for nothing.
 */
export function bytesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? OBJECT_BYTES + value.length : FIELD_BYTES;
  }
  if (Array.isArray(value)) return OBJECT_BYTES + bytesOfList(value);
  if (ArrayBuffer.isView(value)) return OBJECT_BYTES + value.byteLength;
  if (value instanceof Map || value instanceof Set) {
    return OBJECT_BYTES + ENTRY_BYTES * value.size + bytesOfSome(value, value.size);
  }
  let bytes = OBJECT_BYTES;
  for (const name in value) {
    bytes += FIELD_BYTES + bytesOf(value[name as keyof typeof value]);
  }
  return bytes;
}

function bytesOfList(values: readonly unknown[]): number {
  const { length } = values;
  const weighed = Math.min(length, WEIGHED);
  let bytes = 0;
  for (let place = 0; place < weighed; place++) bytes += bytesOf(values[place]);
  return weighed === 0 ? 0 : (bytes * length) / weighed;
}

function bytesOfSome(values: Iterable<unknown>, size: number): number {
  const some: unknown[] = [];
  for (const value of values) {
    if (some.push(value) === WEIGHED) break;
  }
  return some.length === 0 ? 0 : (bytesOfList(some) * size) / some.length;
}
