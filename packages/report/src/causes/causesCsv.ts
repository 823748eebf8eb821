import { toCsv } from '../csv.ts';
import type { CausesReport } from './causesReport.ts';

/** The report as CSV, one candidate a line, those that are ranked first. */
export function causesCsv({ ranked, explained, unproven }: CausesReport): string {
  return toCsv([
    ...ranked.map((cause) => ({ verdict: 'ranked', ...cause })),
    ...explained.map((candidate) => ({ verdict: 'explained', ...candidate })),
    ...unproven.map((candidate) => ({ verdict: 'unproven', ...candidate })),
  ]);
}
