const FIRST_MS = 1000;
const LONGEST_MS = 120_000;

/**
 * How long to wait after so many failures in a row, in milliseconds: doubling, and up to half less
 * by chance, so that a shop's visitors don't come back all at once.
 *
 * @param chance From 0 to 1.
 */
export function retryDelay(failures: number, chance: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) * (1 - chance / 2);
}
