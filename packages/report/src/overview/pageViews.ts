import type { Part } from '../part.ts';
import type { StagesFact } from '../question.ts';

/** No time zone begins its days but at a quarter of an hour. */
const QUARTER_MS = 15 * 60 * 1000;

/** Page views by the quarter of an hour that the stage began in which they were counted. */
export interface PageViews {
  /** When each begins, epoch milliseconds. */
  quarters: Float64Array;
  views: Int32Array;
}

/** A journey may take weeks: its views belong to the days of its stages. */
export function pageViews(part: Part<StagesFact>): PageViews {
  return part.recall({ name: 'page views', asOf: 0 }, (facts) => {
    const counts = new Map<number, number>();
    for (const { stages } of facts) {
      for (const { at, did } of stages) {
        if (!did.page_view) continue;
        const quarter = at - (at % QUARTER_MS);
        counts.set(quarter, (counts.get(quarter) ?? 0) + did.page_view);
      }
    }
    return {
      quarters: Float64Array.from(counts.keys()),
      views: Int32Array.from(counts.values()),
      until: Number.POSITIVE_INFINITY,
    };
  });
}
