import { quote } from '../quote.ts';
import type { Reading } from '../toTouchpoint.ts';
import { withoutMissing } from '../withoutMissing.ts';
import { amountIn, cell, itemsOf, ownerOf, SHOPIFY_COLUMNS, shopifyName } from './shopifyExport.ts';
import { toReading } from './toReading.ts';
import type { Translator } from './translator.ts';

/** What a column with something in it says was done, and the type and params that tell so. */
const DONE = [
  { column: 'Email', type: 'checkout_step', params: { step: 'contact' } },
  { column: 'Shipping Street', type: 'checkout_step', params: { step: 'address' } },
  { column: 'Shipping Method', type: 'add_shipping_info', params: {} },
];

/**
 * Shopify's abandoned checkouts as it exports them to CSV: how far each came. All of it has the time
 * that the checkout began; the file has no other.
 *
 * @see https://help.shopify.com/en/manual/promoting-marketing/create-marketing/abandoned-checkouts
 */
export const shopifyCheckouts: Translator = {
  columns: SHOPIFY_COLUMNS,
  joinedBy: shopifyName,

  read(rows, toTime) {
    const [checkout] = rows;
    const name = shopifyName(checkout);
    if (name === undefined) {
      return [{ kind: 'problem', reason: 'Name: expected that of a checkout, got nothing' }];
    }
    const at = toTime(checkout['Created at']);
    if (at === undefined) {
      const got = quote(checkout['Created at']);
      const reason = `Created at: expected a time such as 2024-01-31 09:30:00 -0500, got ${got}`;
      return [{ kind: 'problem', reason }];
    }

    const notes: string[] = [];
    const said = { ...ownerOf(checkout, `checkout:${name}`), at };
    const begun: Reading = toReading(
      'shopify-checkout',
      {
        ...said,
        key: JSON.stringify([name, 'begin_checkout']),
        type: 'begin_checkout',
        seq: 0,
        params: withoutMissing({
          currency: cell(checkout, 'Currency'),
          value: amountIn(checkout, 'Total', notes),
          coupon: cell(checkout, 'Discount Code'),
          items: itemsOf(rows, notes),
        }),
      },
      notes,
    );
    const steps = DONE.filter(({ column }) => cell(checkout, column) !== undefined);
    return [
      begun,
      ...steps.map(({ column, type, params }, index) =>
        toReading('shopify-checkout', {
          ...said,
          key: JSON.stringify([name, column]),
          type,
          seq: index + 1,
          params,
        }),
      ),
    ];
  },
};
