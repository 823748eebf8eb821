/** Values that go into one statement: they travel in its address, which has an end. */
const AT_ONCE = 500;

/** Values in as many statements as it takes. */
export function inParts<T>(values: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < values.length; at += AT_ONCE) parts.push(values.slice(at, at + AT_ONCE));
  return parts;
}
