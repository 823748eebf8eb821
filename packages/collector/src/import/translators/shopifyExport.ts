import type { Item } from '@cartograph/journey';
import type { Fields } from '../fileRecord.ts';
import { parseAmount } from '../parseAmount.ts';
import { quote } from '../quote.ts';
import { isMissing, toText } from '../toText.ts';
import { withoutMissing } from '../withoutMissing.ts';

/** What Shopify's exports of orders and of checkouts have in common: a row for each line of goods. */
export const SHOPIFY_COLUMNS = [
  'Name',
  'Email',
  'Currency',
  'Total',
  'Created at',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
  'Lineitem sku',
];

/** A cell that says something. */
export function cell(fields: Fields, column: string): string | undefined {
  const value = fields[column];
  return isMissing(value) ? undefined : toText(value);
}

/** An amount of a row. What is none is noted. */
export function amountIn(fields: Fields, column: string, notes: string[]): number | undefined {
  const text = cell(fields, column);
  const amount = parseAmount(text);
  if (text !== undefined && amount === undefined) {
    notes.push(`${column}: expected a number, got ${quote(text)}`);
  }
  return amount;
}

/** The further rows of an order repeat its name, and little else. */
export function shopifyName(fields: Fields): string | undefined {
  return cell(fields, 'Name');
}

/** Whose it is. Of a shopper only the address is read, which is stored as a hash. */
export function ownerOf(fields: Fields, visitor: string): { visitor: string; user?: string } {
  const email = cell(fields, 'Email');
  return { visitor: visitor.slice(0, 64), ...(email?.includes('@') && { user: email }) };
}

/** Lines of goods, their price less what was taken off the line. */
export function itemsOf(rows: readonly Fields[], notes: string[]): Item[] {
  return rows.flatMap((row) => {
    const quantity = amountIn(row, 'Lineitem quantity', notes);
    const price = amountIn(row, 'Lineitem price', notes);
    const off = amountIn(row, 'Lineitem discount', notes) ?? 0;
    const discount = off > 0 && quantity ? Math.round((off / quantity) * 1e6) / 1e6 : undefined;
    const item: Item = withoutMissing({
      item_id: cell(row, 'Lineitem sku'),
      item_name: cell(row, 'Lineitem name'),
      item_brand: cell(row, 'Vendor'),
      price: price === undefined ? undefined : lessOf(price, discount ?? 0),
      discount,
      quantity,
    });
    return item.item_id === undefined && item.item_name === undefined ? [] : [item];
  });
}

function lessOf(price: number, discount: number): number {
  return Math.max(0, Math.round((price - discount) * 1e6) / 1e6);
}
