/**
 * Whether a mark of a trail is what is asked for.
 *
 * | Asked | Fits |
 * | --- | --- |
 * | `add_to_cart` | that mark |
 * | `page_view`, `alert`, `checkout_step` | any of that type: `alert PAYMENT_ERROR` |
 * | `page_view /cart` | that page, with or without a slash at the end |
 * | `page_view /p/*` | pages with one more part: `/p/guitar`, not `/p` nor `/p/guitar/reviews` |
 * | `page_view /p/**` | `/p` itself, and whatever is below |
 */
export function markMatcher(asked: string): (mark: string) => boolean {
  if (!asked.includes(' ')) return (mark) => mark === asked || mark.startsWith(`${asked} `);
  if (!asked.includes('*')) {
    const wanted = withoutSlash(asked);
    return (mark) => mark === asked || withoutSlash(mark) === wanted;
  }
  // Compared part by part: a pattern made into a regular expression could be made to take for ever.
  const wanted = withoutSlash(asked).split('/');
  const isOpen = wanted.at(-1) === '**';
  if (isOpen) wanted.pop();
  return (mark) => {
    const parts = withoutSlash(mark).split('/');
    if (isOpen ? parts.length < wanted.length : parts.length !== wanted.length) return false;
    return wanted.every((part, place) =>
      part === '*' ? parts[place] !== '' : part === parts[place],
    );
  };
}

function withoutSlash(mark: string): string {
  return mark.endsWith('/') ? mark.slice(0, -1) : mark;
}
