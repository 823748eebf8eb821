import type { Words } from './en.ts';

/**
 * What carts met, in words: `alert:PAYMENT_ERROR` is "Shown a payment error". What a shop named itself
 * keeps its name.
 *
 * @param what As in a `Cause`.
 */
export function nameOfCause(what: string, { names }: Words): string {
  const known: Readonly<Record<string, string>> = names.known;
  // What was met is named by shops: `constructor` must not find what every object has.
  if (Object.hasOwn(known, what)) return known[what]!;
  const [kind] = what.split(':', 1);
  const detail = what.slice(kind!.length + 1);
  switch (kind) {
    case 'alert':
    case 'field_left':
    case 'poor':
    case 'custom':
      return names[kind](detail);
    default:
      return what;
  }
}
