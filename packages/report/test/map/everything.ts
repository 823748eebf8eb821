import type { StagesFact } from '../../src/question.ts';
import { goods, shopper } from './journeys.ts';

const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;

/** A shop in which every kind of thing happens. */
export function everything(): StagesFact[] {
  const many = Array.from({ length: 31 }, (_, n) =>
    shopper(
      `s${n}`,
      [0, 'page_view'],
      [1, 'view_item'],
      [2, 'dead_click'],
      [3, 'add_to_cart', goods(20)],
      [4, 'begin_checkout'],
      [5, 'field_left', { field: EVIL }],
      [5, 'alert', { alert_type: 'PAYMENT_ERROR', message: 'No' }],
      [6, 'purchase', { transaction_id: `T${n}`, ...goods(20) }],
      [7, 'survey', { question: EVIL, score: 5 }],
      [8, 'survey', { question: 'NPS', score: n % 11 }],
      [8, 'survey', { question: 'CES', score: (n % 7) + 1 }],
      [9, EVIL],
    ),
  );
  return [
    ...many,
    shopper('a', [0, 'page_view'], [1, 'add_to_cart', goods(1500)]),
    shopper('b', [0, 'add_to_cart', goods(40)], [1, 'begin_checkout']),
    shopper('c', [0, 'purchase', goods(5)]),
    shopper('d', [3 * 24 * 60 - 5, 'page_view'], [3 * 24 * 60 - 4, 'add_to_cart', goods(8)]),
    shopper('e', [0, 'purchase', goods(5)], [9, 'review'], [10, 'share'], [11, 'refund']),
    shopper('f', [0, 'page_view'], [1, 'survey', { question: 'CSAT', score: 4 }]),
  ].flat();
}

/** Carts that a denied coupon makes leave, and carts that it doesn't. */
export function withACause(): StagesFact[] {
  return Array.from({ length: 200 }, (_, n) =>
    shopper(
      `k${n}`,
      [0, 'add_to_cart', goods(20)],
      ...(n < 100 ? ([[1, 'coupon', { status: 'denied' }]] as const) : []),
      ...(n % 10 < (n < 100 ? 2 : 8) ? ([[2, 'purchase', goods(20)]] as const) : []),
    ),
  ).flat();
}
