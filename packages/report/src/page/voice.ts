import { type Formats, formatsOf } from './formats.ts';
import type { Locale } from './locale.ts';
import { en, type Text } from './text/en.ts';
import { ko } from './text/ko.ts';

/** How a page speaks: its language, its words, and how it writes figures. */
export interface Voice {
  locale: Locale;
  text: Text;
  format: Formats;
}

const TEXTS: Record<Locale, Text> = { en, ko };

export function voiceOf(locale: Locale, timeZone = 'UTC'): Voice {
  return { locale, text: TEXTS[locale], format: formatsOf(locale, timeZone) };
}
