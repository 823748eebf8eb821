/** Some forty that nobody else has. `crypto.randomUUID()` is missing on plain http. */
export function randomDigits(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('');
}
