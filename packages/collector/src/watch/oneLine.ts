/** A text as one line of a log: what a shopper sent can neither begin a line of its own nor steer a terminal. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' | ').replaceAll(/\p{C}/gu, '');
}
