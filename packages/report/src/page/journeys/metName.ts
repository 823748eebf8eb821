import { causesWords } from '../causes/causesWords.ts';
import { nameOfCause } from '../causes/nameOfCause.ts';
import type { Voice } from '../voice.ts';

/** What a shopper met, in the words that causes have: `alert:PAYMENT_ERROR` is "Shown a payment error". */
export function metName(what: string, { locale }: Pick<Voice, 'locale'>): string {
  return nameOfCause(what, causesWords(locale));
}
