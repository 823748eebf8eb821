import type { FunnelReport } from './funnel.ts';
import type { FunnelCounts } from './funnelCounts.ts';

/** One step a line; where it is cut, the same again for each value. */
export function funnelCsv(report: FunnelReport): object[] {
  const { unit, by, groups } = report;
  const linesOf = ({ steps }: FunnelCounts, value: string) =>
    steps.map(({ medianSeconds, ...step }, place) => ({
      unit,
      by: by ?? '',
      value,
      number: place + 1,
      ...step,
      medianSecondsFromStepBefore: medianSeconds,
    }));
  return [
    ...linesOf(report, ''),
    ...groups.flatMap((group) => linesOf(group, group.value ?? '(other)')),
  ];
}
