/** A style sheet without the white space that only its authors need. */
export function lean(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/\b0(?=\.\d)/g, '')
    .replaceAll(';}', '}')
    .trim();
}
