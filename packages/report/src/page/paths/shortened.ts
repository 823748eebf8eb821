/**
 * A text cut to a width, for labels that can't wrap. Wide letters (Korean, Chinese, Japanese) count
 * twice. The end of a path says most, so a path is cut in the middle.
 *
 * @param width In narrow letters.
 */
export function shortened(text: string, width: number): string {
  const letters = [...text];
  const whole = letters.reduce((sum, letter) => sum + widthOf(letter), 0);
  if (whole <= width) return text;
  if (!text.startsWith('/')) return `${take(letters, width - 1)}…`;
  const half = Math.floor((width - 1) / 2);
  return `${take(letters, half)}…${[...take(letters.reverse(), width - 1 - half)].reverse().join('')}`;
}

function take(letters: readonly string[], width: number): string {
  let taken = '';
  let left = width;
  for (const letter of letters) {
    left -= widthOf(letter);
    if (left < 0) break;
    taken += letter;
  }
  return taken;
}

function widthOf(letter: string): number {
  return /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/.test(letter) ? 2 : 1;
}
