import type { CountedCart } from './countedCarts.ts';

/** Carts by what they are: there are few kinds, and many carts of each. */
export interface AlikeCarts<Kind> {
  groups: readonly (Kind & {
    carts: number;
    /** All of them together, in minor units. */
    amount: number;
  })[];
  /** Of each cart, the number of its group. */
  kinds: Int32Array;
}

export function alikeCarts<Kind extends object>(
  carts: readonly CountedCart[],
  kindOf: (cart: CountedCart) => Kind,
): AlikeCarts<Kind> {
  const numbers = new Map<string, number>();
  const groups: (Kind & { carts: number; amount: number })[] = [];
  const kinds = new Int32Array(carts.length);
  carts.forEach((counted, place) => {
    const kind = kindOf(counted);
    const key = JSON.stringify(kind);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    kinds[place] = number;
    groups[number] ??= { ...kind, carts: 0, amount: 0 };
    const group = groups[number];
    group.carts++;
    group.amount += counted.cart.amount;
  });
  return { groups, kinds };
}
