/** Characters that the collector takes of a title, a param, or an item's field. */
const TEXT_CHARS = 500;

// Bounded, so that a long text costs no more than its length.
const EMAIL = /[^\s/?&=]{1,64}(@|%40)[\w.-]+\.\w+/g;

/** Text without what looks like an e-mail address, wherever a shop may have put one. */
export function scrubbed(text: string, maxChars = TEXT_CHARS): string {
  // Cut last, so that no half of an address is left.
  return text.replace(EMAIL, '[email]').slice(0, maxChars);
}
