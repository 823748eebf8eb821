import type { Item, ItemsParams } from '@cartograph/journey';
import type { Locale } from '../money/currency.ts';
import { readMoneys, theOne } from '../money/readMoney.ts';
import { REMOVE } from '../words.ts';
import { addressOf } from './addressOf.ts';
import { clean } from './jsonLd.ts';
import { BUTTONS, isThisPage, saidBy } from './near.ts';
import { goods, itemOf } from './product.ts';
import { quantityIn, quantityOf } from './quantityNear.ts';

const ROW = 'tr,li,article,[class*=item i],[class*=line i],[class*=row i],[class*=product i]';

/**
 * What a page of a cart shows, where all its rows can be read: name, quantity, and the price of one.
 * A row that can't makes the whole unknown, not wrong.
 */
export function readCart(page: ParentNode, locale: Locale): ItemsParams | undefined {
  const rows = [...page.querySelectorAll(ROW)].filter(isRow);
  const innermost = rows.filter(
    (row) => !rows.some((other) => other !== row && row.contains(other)),
  );
  const items = innermost.map((row) => readRow(row, locale));
  const known = items.filter((item) => item !== undefined);
  if (known.length === 0 || known.length < items.length) return undefined;
  return goods(
    known.map(({ item }) => item),
    known[0]!.currency,
  );
}

/** The row of a cart that an element is in. */
export function rowAround(element: Element): Element | undefined {
  for (let row = element.closest(ROW); row; row = row.parentElement?.closest(ROW) ?? null) {
    if (isRow(row)) return row;
  }
  return undefined;
}

export function readRow(
  row: Element,
  locale: Locale,
): { item: Item; currency: string | undefined } | undefined {
  const link = linkOf(row);
  const quantity = quantityIn(row) ?? quantityOf(quantityText(row));
  const name =
    clean(link?.textContent) ?? clean(row.querySelector('h2,h3,h4,[class*=name i]')?.textContent);
  if (!name || !quantity) return undefined;

  const moneys = [...row.querySelectorAll('*')]
    .filter((cell) => cell.childElementCount === 0 && !cell.closest('del,s,strike'))
    .flatMap((cell) => readMoneys(cell.textContent ?? '', locale).slice(0, 1));
  const isTotal = (total: number, one: number) =>
    Math.abs(one * quantity - total) < 0.005 * quantity;
  const unit =
    quantity === 1
      ? theOne(moneys)
      : moneys.find((one) =>
          moneys.some((total) => total !== one && isTotal(total.value, one.value)),
        );
  const id = row.getAttribute('data-product-id') ?? row.getAttribute('data-sku');
  return {
    item: itemOf({
      item_id: id ?? (link && addressOf(new URL(link.href))),
      item_name: name,
      price: unit ? unit.value : undefined,
      quantity,
    }),
    currency: moneys[0]?.currency,
  };
}

/** A row of a cart: a product, how many of it, and what takes it out or what it costs. */
function isRow(row: Element): boolean {
  if (row.querySelectorAll('h1,form form').length > 0) return false;
  const hasQuantity = quantityIn(row) ?? quantityOf(quantityText(row));
  if (!hasQuantity || !(linkOf(row) ?? row.querySelector('h2,h3,h4,[class*=name i]'))) return false;
  return row.tagName === 'TR' || /\d/.test(row.textContent ?? '') || removes(row);
}

function removes(row: Element): boolean {
  return [...row.querySelectorAll(BUTTONS)].some((button) => REMOVE.test(saidBy(button)));
}

function linkOf(row: Element): HTMLAnchorElement | undefined {
  return [...row.querySelectorAll<HTMLAnchorElement>('a[href]')].find(
    (link) =>
      link.origin === location.origin &&
      clean(link.textContent) &&
      !REMOVE.test(saidBy(link)) &&
      !isThisPage(link),
  );
}

function quantityText(row: Element): string | undefined {
  const cell = row.querySelector(
    '[class*=quantity i],[class*=qty i],[class*=menge i],[class*=stepper i]',
  );
  return /(?:^|\D)(\d{1,4})(?:\D|$)/.exec(cell?.textContent ?? '')?.[1];
}
