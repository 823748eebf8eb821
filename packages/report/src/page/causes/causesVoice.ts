import type { Step } from '@cartograph/journey';
import type { CausesReport, Estimate } from '../../causes/causesReport.ts';
import type { Locale } from '../locale.ts';
import { nextStep } from '../nextStep.ts';
import { leftWhere } from '../stepNames.ts';
import { type Voice, voiceOf } from '../voice.ts';
import { causesWords } from './causesWords.ts';
import type { Words } from './en.ts';
import { nameOfCause } from './nameOfCause.ts';
import { ratioEnds, ratioText } from './ratioText.ts';

/** How the page about causes speaks. */
export interface CausesVoice extends Voice {
  words: Words;
  /** What was met, in words. */
  name(what: string): string;
  /** Where in the checkout carts are that have done a step and not the next one. */
  where(step: Step): string;
  ratio(value: number): string;
  /** The ends of its interval. */
  ends(estimate: Estimate): [low: string, high: string];
  carts(n: number): string;
}

export function causesVoice(
  { steps }: Pick<CausesReport, 'steps'>,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): CausesVoice {
  const voice = voiceOf(locale, timeZone);
  const words = causesWords(locale);
  const known = steps.map(({ carts, ...step }) => ({ ...step, reached: carts }));
  return {
    ...voice,
    words,
    name: (what) => nameOfCause(what, words),
    where: (step) => leftWhere(step, nextStep(step, known), voice.text),
    ratio: (value) => ratioText(value, locale),
    ends: (estimate) => ratioEnds(estimate, locale),
    carts: (n) => voice.text.units.carts(n, voice.format.count(n)),
  };
}
