/** The middle value, or the mean of the two middle ones. `null` of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  // Typed arrays sort by number, and several times faster than plain ones.
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
