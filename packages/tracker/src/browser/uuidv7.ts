import { randomDigits } from './randomDigits.ts';

/** Names this page load, in the form of a UUID's last two groups. */
const PAGE = randomDigits().replace(/(...)(.{12}).*/, '8$1-$2');

/**
 * A UUID that sorts by time, counts, and ends in what all of one page load have in common: so what is
 * missing among them was lost. https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7
 *
 * @param at Epoch milliseconds, from 2004 to 2527: those have eleven hexadecimal digits.
 * @param count Goes round after 4,095. Two of one millisecond must differ in it.
 */
export function uuidv7(at: number, count: number): string {
  const time = `0${at.toString(16)}`.replace(/.{8}/, '$&-');
  return `${time}-${(0x7000 + (count % 0x1000)).toString(16)}-${PAGE}`;
}
