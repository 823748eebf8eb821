import type { CustomParams, Item } from '@cartograph/journey';
import { clean } from './facts/jsonLd.ts';
import { goods, itemOf, type Product } from './facts/product.ts';
import { readMoney, readPrice } from './money/readMoney.ts';
import { localeOf } from './page/locale.ts';
import type { Kit } from './preset.ts';

const AMOUNTS = /^(price|quantity|discount|index)$/;

export function createKit(
  url: URL,
  from: URL | undefined,
  product: () => Product | undefined,
): Kit {
  const price = (value: unknown) => readPrice(value);
  const known = (fields: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(fields).filter(
        ([, value]) => value !== undefined && value !== null && value !== '',
      ),
    ) as CustomParams;

  return {
    page: document,
    url,
    from,
    read: (...selectors) => {
      const elements = selectors.map((selector) => document.querySelector(selector));
      return clean(elements.find((element) => element?.textContent?.trim())?.textContent);
    },
    dig: (value, path) =>
      path
        .split('.')
        .reduce<unknown>((inner, name) => (Object(inner) as Record<string, unknown>)[name], value),
    list: (value) =>
      Array.isArray(value) ? value : Object(value) === value ? Object.values(value as object) : [],
    price,
    money: (text) => (text ? readMoney(text, localeOf(document)) : undefined),
    item: (fields) =>
      itemOf(
        Object.fromEntries(
          Object.entries(known(fields)).map(([name, value]) => [
            name,
            AMOUNTS.test(name) ? price(value) : clean(String(value)),
          ]),
        ) as Item,
      ),
    goods: (items, currency) =>
      goods(items, typeof currency === 'string' && currency ? currency : undefined),
    product,
    param: (name) => url.searchParams.get(name) ?? undefined,
    params: known,
  };
}
