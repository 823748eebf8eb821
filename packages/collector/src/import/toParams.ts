import type { CustomParams, Item } from '@cartograph/journey';
import type { Field } from './mapping.ts';
import type { Row } from './row.ts';
import { toText } from './toText.ts';
import { withoutMissing } from './withoutMissing.ts';

/** Params that are amounts. The text of any other is kept as it is: `007` may be a name. */
const AMOUNT_PARAMS = ['tax', 'shipping', 'score'];

/** What may name an order. Where a session's id stands for it, every row of the file has one. */
const NAMES_ORDER = ['purchase', 'refund', 'review', 'share', 'survey'];

/**
 * The params of a row, its product as the only line of `items`.
 *
 * @param custom Names of the `params.<name>` that are mapped.
 * @param line Of the row. Rows of one order are lines of it, however alike.
 */
export function toParams(
  row: Row,
  { type, custom, line }: { type: string; custom: readonly string[]; line: number },
): CustomParams {
  const params: CustomParams = {
    ...row.read('params', 'an object', toParamsObject),
    ...withoutMissing({
      session_id: row.text('session'),
      currency: row.text('currency'),
      value: row.amount('value'),
      coupon: row.text('coupon'),
      search_term: row.text('search_term'),
      transaction_id: NAMES_ORDER.includes(type) ? row.text('transaction_id') : undefined,
    }),
  };
  for (const name of custom) {
    const field: Field = `params.${name}`;
    const value = AMOUNT_PARAMS.includes(name)
      ? row.amount(field)
      : row.read(field, 'text, a number or a list', toParam);
    if (value !== undefined) params[name] = value;
  }

  const item: Item = withoutMissing({
    item_id: row.text('item_id'),
    item_name: row.text('item_name'),
    item_category: row.text('item_category'),
    item_brand: row.text('item_brand'),
    item_variant: row.text('item_variant'),
    price: row.amount('price'),
    quantity: row.amount('quantity'),
    order_line: type === 'purchase' && params.transaction_id !== undefined ? line : undefined,
  });
  // A price of nothing in particular is no line.
  if (item.item_id !== undefined || item.item_name !== undefined) params.items = [item];
  return params;
}

function toParam(value: unknown): CustomParams[string] {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value : toText(value);
}

function toParamsObject(value: unknown): CustomParams | undefined {
  const isObject = typeof value === 'object' && !Array.isArray(value);
  return isObject ? (value as CustomParams) : undefined;
}
