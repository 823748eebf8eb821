/**
 * For each p-value the smallest false discovery rate at which it is rejected: reject those up to 0.05, and
 * of all that is rejected 5 % are expected to be false.
 *
 * Benjamini, Y. and Hochberg, Y. (1995), "Controlling the false discovery rate".
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const fromLargest = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const q = new Array<number>(pValues.length);
  let least = 1;
  fromLargest.forEach(({ p, index }, place) => {
    const rank = pValues.length - place;
    least = Math.min(least, (p * pValues.length) / rank);
    q[index] = least;
  });
  return q;
}
