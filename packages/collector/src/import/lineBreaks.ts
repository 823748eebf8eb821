export const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

export function countLineBreaks(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** Where the empty lines that bytes begin with are over. */
export function firstTextIn(bytes: Buffer): number {
  const at = bytes.findIndex((byte) => byte !== NEWLINE && byte !== CARRIAGE_RETURN);
  return at < 0 ? bytes.length : at;
}
