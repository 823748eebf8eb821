import { ofAllCarts, prepareAllCarts } from '../ofAllCarts.ts';
import type { JourneyFact, Question } from '../question.ts';
import { causes } from './causes.ts';
import type { CausesReport } from './causesReport.ts';
import { riskSets } from './riskSets.ts';

/** What {@link causes} finds, remembered until a cart changes: three pages say it. */
export function rememberedCauses(
  journeys: Iterable<JourneyFact>,
  question: Question,
): CausesReport {
  const name = `causes ${question.currency}`;
  return ofAllCarts(journeys, { name, question }, () => causes(journeys, question));
}

/** Finds out about each part what the causes are reckoned from. */
export function prepareCauses(journeys: Iterable<JourneyFact>, question: Question): void {
  riskSets(journeys, question);
  prepareAllCarts(journeys, question);
}
