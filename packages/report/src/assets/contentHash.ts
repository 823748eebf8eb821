/**
 * A short name for a text: 64 bits of FNV-1a in base 36. Tells versions apart, secures nothing;
 * `crypto.subtle` would make every page wait for a promise.
 *
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function contentHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(36);
}
