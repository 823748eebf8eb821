/**
 * A UUID that sorts by time. Made by hand: `crypto.randomUUID()` is missing on plain http, and has
 * no time in it. https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7
 *
 * Its random digits are decimal ones, so there are 10^18 for each millisecond.
 *
 * @param at Epoch milliseconds, from 2004 to 2527: those have eleven hexadecimal digits.
 */
export function uuidv7(at: number): string {
  const time = `0${at.toString(16)}`.replace(/.{8}/, '$&-');
  const random = crypto.getRandomValues(new Uint32Array(4)).join('');
  return `${time}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}
