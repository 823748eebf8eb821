/** The middle value, or the mean of the two middle ones. `null` of nothing. */
export function median(values: ArrayLike<number>): number | null {
  return medianOf([values]);
}

/** That of several lists together. */
export function medianOf(lists: readonly ArrayLike<number>[]): number | null {
  const values = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const list of lists) {
    values.set(list, place);
    place += list.length;
  }
  if (values.length === 0) return null;
  const middle = values.length >> 1;
  const upper = selected(values, middle);
  if (values.length % 2 === 1) return upper;
  // All that is not above it lies before it by now.
  let lower = values[0]!;
  for (let at = 1; at < middle; at++) if (values[at]! > lower) lower = values[at]!;
  return (lower + upper) / 2;
}

/**
 * The value that sorting would bring to a place; smaller ones come to lie before it, larger ones behind.
 * Takes time by how many they are, where sorting takes several times as long.
 *
 * Hoare, C. A. R. (1961), "Algorithm 65: Find".
 */
function selected(values: Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const value = values[left]!;
      values[left++] = values[right]!;
      values[right--] = value;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
