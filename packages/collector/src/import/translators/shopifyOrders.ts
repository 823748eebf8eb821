import { quote } from '../quote.ts';
import type { Reading } from '../toTouchpoint.ts';
import { withoutMissing } from '../withoutMissing.ts';
import { amountIn, cell, itemsOf, ownerOf, SHOPIFY_COLUMNS, shopifyName } from './shopifyExport.ts';
import { toReading } from './toReading.ts';
import type { Translator } from './translator.ts';

/**
 * Shopify's orders as it exports them to CSV. It is the shop's own word: each is confirmed.
 *
 * When money was given back the file doesn't say: it counts from the day that the order was paid.
 *
 * @see https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders
 */
export const shopifyOrders: Translator = {
  columns: [...SHOPIFY_COLUMNS, 'Financial Status', 'Paid at', 'Cancelled at', 'Refunded Amount'],
  joinedBy: shopifyName,

  read(rows, toTime) {
    const [order] = rows;
    const name = shopifyName(order);
    if (name === undefined) return [problem('Name: expected the number of an order, got nothing')];
    // Its further rows without its first, of which nobody can tell what it came to.
    const total = cell(order, 'Total');
    if (total === undefined) return [problem(`Total: expected that of ${name}, got nothing`)];
    const at = toTime(order['Created at']);
    if (at === undefined) {
      const got = quote(order['Created at']);
      return [problem(`Created at: expected a time such as 2024-01-31 09:30:00 -0500, got ${got}`)];
    }

    const notes: string[] = [];
    // The browser's `purchase` has the number that only machines see.
    const transaction_id = cell(order, 'Id') ?? name;
    const said = {
      ...ownerOf(order, `order:${transaction_id}`),
      confirmed: true as const,
      channel: cell(order, 'Source') === 'pos' ? 'store' : undefined,
    };
    const purchase = {
      ...said,
      key: JSON.stringify([transaction_id, 'purchase']),
      type: 'purchase',
      at,
      params: withoutMissing({
        transaction_id,
        currency: cell(order, 'Currency'),
        value: amountIn(order, 'Total', notes),
        tax: amountIn(order, 'Taxes', notes),
        shipping: amountIn(order, 'Shipping', notes),
        coupon: cell(order, 'Discount Code'),
        items: itemsOf(rows, notes),
      }),
    };

    const refunded = amountIn(order, 'Refunded Amount', notes) ?? 0;
    const cancelledAt = toTime(order['Cancelled at']);
    const isCancelled = cancelledAt !== undefined || cell(order, 'Financial Status') === 'voided';
    const readings: Reading[] = [toReading('shopify', purchase, notes)];
    if (isCancelled || refunded > 0) {
      readings.push(
        toReading('shopify', {
          ...said,
          key: JSON.stringify([transaction_id, isCancelled ? 'cancel' : 'refund']),
          type: 'refund',
          at: cancelledAt ?? toTime(order['Paid at']) ?? at,
          params: isCancelled
            ? { transaction_id, cancelled: true }
            : withoutMissing({
                transaction_id,
                currency: cell(order, 'Currency'),
                value: refunded,
              }),
        }),
      );
    }
    return readings;
  },
};

function problem(reason: string): Reading {
  return { kind: 'problem', reason };
}
