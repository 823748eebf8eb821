import { causesWords } from '../causes/causesWords.ts';
import { nameOfCause } from '../causes/nameOfCause.ts';
import type { Locale } from '../locale.ts';
import type { Words } from './en.ts';

/** What was suffered, in the words of the report on causes; where only its kind is known, by that. */
export function painName(
  what: string,
  { words, locale }: { words: Words; locale: Locale },
): string {
  const kinds: Readonly<Record<string, string>> = words.pains.names;
  return Object.hasOwn(kinds, what) ? kinds[what]! : nameOfCause(what, causesWords(locale));
}
