import type { ParsedBatch } from '@cartograph/journey/parse';

/** Touchpoints that say all of themselves, as a batch: from a file, or from what a server said. */
export function serversBatch(
  site: string,
  parsed: Pick<ParsedBatch, 'touchpoints'> & Partial<Pick<ParsedBatch, 'rejected' | 'adjusted'>>,
): ParsedBatch {
  return {
    site,
    sentAt: undefined,
    visitor: undefined,
    user: undefined,
    consent: undefined,
    rejected: [],
    adjusted: [],
    ...parsed,
  };
}
