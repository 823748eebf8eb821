import type { Row } from './row.ts';

/** Rows kept for a collector that can't be reached. */
export const MAX_ROWS = 1000;

/** How long they are kept. */
export const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;

/** The dearest first: orders, then the checkout. Page views last. */
function rank({ type }: Row): number {
  if (type === 'purchase') return 0;
  if (type === 'page_view') return 3;
  return /checkout|_info$/.test(type) ? 1 : 2;
}

/** Rows that are not too old, the dearest first, and no more than there is room for. */
export function worthKeeping(rows: readonly Row[], now = Date.now()): Row[] {
  return rows
    .filter((row) => row.at > now - MAX_AGE_MS)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MAX_ROWS);
}
