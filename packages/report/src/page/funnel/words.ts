import type { Locale } from '../locale.ts';
import { en, type Words } from './en.ts';
import { ko } from './ko.ts';

const WORDS: Record<Locale, Words> = { en, ko };

export function funnelWords(locale: Locale): Words {
  return WORDS[locale];
}
