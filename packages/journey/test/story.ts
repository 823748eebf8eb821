import type { CustomParams } from '../src/params.ts';
import type { StoredTouchpoint } from '../src/touchpoint.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2026, 0, 1);

/** A line of a story: minutes since it began, what happened, and with what. */
export type Line = readonly [minute: number, type: string, params?: CustomParams];

/** Tells a story of one visitor as touchpoints. Line 0 has the id `00`, line 12 `12`. */
export function tell(...lines: readonly Line[]): StoredTouchpoint[] {
  return lines.map(([minute, type, params], n) => ({
    id: String(n).padStart(2, '0'),
    visitor: 'v',
    type,
    at: START + minute * MINUTE,
    seq: n,
    receivedAt: START + minute * MINUTE,
    ...(params && { params }),
  }));
}

/** Goods worth so much, in euro: one line of them. */
export function worth(value: number, item_id = 'G1', quantity = 1): CustomParams {
  return { currency: 'EUR', value, items: [{ item_id, price: value / quantity, quantity }] };
}
