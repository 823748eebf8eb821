import fc from 'fast-check';
import type { CustomParams, Item } from '../../src/params.ts';
import { mostly } from './mostly.ts';

/** Params without those that are `undefined`. */
export const present = (params: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined),
  ) as CustomParams;

export const nothing = fc.constant(undefined);

const CATALOGUE: readonly Item[] = [
  { item_id: 'A', item_name: 'Guitar', price: 199 },
  { item_id: 'B', price: 0.07 },
  { item_id: 'B', item_variant: 'red', price: 9.99 },
  { item_name: 'Strings', price: 1.005 },
  { item_id: 'F', item_name: 'Sticker', price: 0 },
];

/** Goods with the same prices nearly every time, so that lists of them overlap and equal each other. */
export const item: fc.Arbitrary<Item> = fc
  .record({
    goods: fc.constantFrom(...CATALOGUE),
    quantity: mostly<number | undefined>(
      nothing,
      [8, fc.constantFrom(1, 2, 3)],
      [2, fc.constantFrom(0.5, 1.5)],
    ),
    price: mostly<'usual' | 'none' | 'new'>(
      fc.constant('usual'),
      [8, fc.constant('none')],
      [3, fc.constant('new')],
    ),
  })
  .map(({ goods: { price: usual, ...goods }, quantity, price }) => ({
    ...goods,
    ...(price !== 'none' && { price: price === 'new' ? 49.5 : usual! }),
    ...(quantity !== undefined && { quantity }),
  }));

const junkItem: fc.Arbitrary<Item> = fc.constantFrom<Item>(
  {},
  { price: 5 },
  { item_id: '', price: 3 },
  { item_id: '', item_name: 'Strings' },
  { item_id: 'A', item_variant: '' },
  { item_id: 'A', quantity: 0 },
  { item_id: 'B', quantity: 0, price: 9.99 },
);

const items = mostly<Item[]>(
  fc.array(mostly(item, [1, junkItem]), { minLength: 1, maxLength: 3 }),
  [1, fc.constant([])],
);

const value = fc.constantFrom(0, 0.07, 5, 9.99, 49.5, 199, 200);

const currency = mostly<string | undefined>(
  nothing,
  [3, fc.constant('EUR')],
  [2, fc.constant('KRW')],
  [1, fc.constant('')],
);

/** What commerce touchpoints say about goods: items, only a value, both, or nothing. */
export const goods = fc
  .record({
    says: mostly<'items' | 'value' | 'both' | 'nothing'>(
      fc.constant('items'),
      [8, fc.constant('value')],
      [4, fc.constant('both')],
      [5, fc.constant('nothing')],
    ),
    items,
    value,
    currency,
  })
  .map(({ says, items, value, currency }) =>
    present({
      items: says === 'items' || says === 'both' ? items : undefined,
      value: says === 'value' || says === 'both' ? value : undefined,
      currency,
    }),
  );

/** A cart page that says the cart is empty. */
export const noGoods = fc.constantFrom<CustomParams>(
  { items: [] },
  { value: 0 },
  { items: [], value: 0, currency: 'EUR' },
);
