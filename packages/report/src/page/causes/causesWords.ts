import type { Locale } from '../locale.ts';
import { en, type Words } from './en.ts';
import { ko } from './ko.ts';

const WORDS: Record<Locale, Words> = { en, ko };

/** The words about what carts met. */
export function causesWords(locale: Locale): Words {
  return WORDS[locale];
}
