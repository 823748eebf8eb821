import { describe, expect, it } from 'vitest';
import type { Row } from '../src/queue/row.ts';
import { MAX_AGE_MS, MAX_ROWS, worthKeeping } from '../src/queue/worthKeeping.ts';

const NOW = 1_763_770_000_000;
const row = (type: string, at = NOW): Row => ({
  id: `${type}-${at}`,
  type,
  at,
  seq: 0,
  me: { visitor: 'v' },
});
const types = (rows: Row[]) => rows.map(({ type }) => type);

describe(worthKeeping.name, () => {
  it('puts orders first, then the checkout, and page views last', () => {
    const rows = [
      'page_view',
      'add_to_cart',
      'add_payment_info',
      'search',
      'begin_checkout',
      'purchase',
      'checkout_step',
      'add_shipping_info',
    ].map((type) => row(type));
    expect(types(worthKeeping(rows, NOW))).toEqual([
      'purchase',
      'add_payment_info',
      'begin_checkout',
      'checkout_step',
      'add_shipping_info',
      'add_to_cart',
      'search',
      'page_view',
    ]);
  });

  it('gives up page views before anything else when there are too many', () => {
    const rows = [
      ...Array.from({ length: MAX_ROWS }, (_, n) => row('page_view', NOW - n)),
      ...Array.from({ length: 5 }, () => row('add_to_cart')),
      row('purchase'),
    ];
    const kept = types(worthKeeping(rows, NOW));
    expect(kept).toHaveLength(MAX_ROWS);
    expect(kept.slice(0, 7)).toEqual(['purchase', ...Array(5).fill('add_to_cart'), 'page_view']);
  });

  it('gives up even an order after a week', () => {
    const rows = [row('purchase', NOW - MAX_AGE_MS), row('page_view', NOW - MAX_AGE_MS + 1)];
    expect(types(worthKeeping(rows, NOW))).toEqual(['page_view']);
  });
});
