/** Chance that can be had again: the same seeds draw the same numbers, on every machine. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  uint32(): number;
  /** `true` with this probability. */
  chance(probability: number): boolean;
  /** Evenly from `low` up to, not including, `high`. */
  between(low: number, high: number): number;
  /** Waiting time of something that takes `mean` on average. */
  exponential(mean: number): number;
  logNormal(shape: LogNormal): number;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, in proportion to their weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

export interface LogNormal {
  median: number;
  /** Standard deviation of the logarithm: at 0.7 one in six is more than twice the median. */
  sigma: number;
}

/**
 * A generator of its own for every list of seeds (32-bit whole numbers): what one shopper does never
 * shifts what the next one draws.
 */
export function createRandom(...seeds: readonly number[]): Random {
  const uint32 = sfc32(seeds);
  const next = () => uint32() / 2 ** 32;

  return {
    uint32,
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    exponential: (mean) => -mean * Math.log(1 - next()),
    logNormal: ({ median, sigma }) => median * Math.exp(sigma * standardNormal(next)),
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>) => {
      const keys = Object.keys(weights) as K[];
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0);
      const drawn = keys.find((key) => {
        left -= weights[key];
        return left < 0;
      });
      return drawn ?? keys.at(-1)!;
    },
  };
}

/**
 * Chris Doty-Humphrey's small fast counting generator: 128 bits of state, passes PractRand.
 * https://pracrand.sourceforge.net/RNG_engines.txt
 */
function sfc32(seeds: readonly number[]): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const step = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  };

  // Neighbouring seeds must not give neighbouring numbers, so each is stirred in.
  for (const seed of seeds) {
    a = (a ^ seed) | 0;
    for (let round = 0; round < 15; round++) step();
  }
  return step;
}

/** Box–Muller. https://en.wikipedia.org/wiki/Box%E2%80%93Muller_transform */
function standardNormal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
