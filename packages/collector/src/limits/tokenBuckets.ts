export interface TokenBuckets {
  /**
   * Takes one token of a key's bucket.
   *
   * @param now Epoch milliseconds.
   * @returns How long to wait for the next token, in milliseconds: 0 when one was taken.
   */
  take(key: string, now: number): number;
}

/**
 * A bucket for each key: `burst` tokens at first, `perSecond` coming in. In memory and bounded: past
 * `maxKeys` the keys that were quiet longest are forgotten, whose buckets are the fullest.
 *
 * https://en.wikipedia.org/wiki/Token_bucket
 */
export function tokenBuckets({
  perSecond,
  burst,
  maxKeys = 50_000,
}: {
  perSecond: number;
  burst: number;
  maxKeys?: number;
}): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();

  return {
    take(key, now) {
      const before = buckets.get(key) ?? { tokens: burst, at: now };
      const gained = (Math.max(0, now - before.at) / 1000) * perSecond;
      const tokens = Math.min(burst, before.tokens + gained);
      const isTaken = tokens >= 1;

      // Put at the end: the first key is always the one that was quiet longest.
      buckets.delete(key);
      buckets.set(key, { tokens: isTaken ? tokens - 1 : tokens, at: now });
      if (buckets.size > maxKeys) buckets.delete(buckets.keys().next().value!);
      return isTaken ? 0 : ((1 - tokens) / perSecond) * 1000;
    },
  };
}
