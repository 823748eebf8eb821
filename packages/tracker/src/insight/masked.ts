/** GA4's limit for the description of an exception. */
const MAX_CHARS = 100;

/**
 * A text of the page, fit to be kept: on one line, without queries of URLs, and with `#` for numbers of
 * four digits or more: a phone, a card, an order. The tracker itself takes e-mail addresses out.
 */
export function masked(text: string): string {
  return text
    .replace(/(\?\S+|\s)+/g, ' ')
    .replace(/\d([ -]?\d){3,}/g, '#')
    .trim()
    .slice(0, MAX_CHARS);
}
