import { type Line, unitCents } from '../../examples/shop/src/cart/line.ts';
import type { Product } from '../../examples/shop/src/catalogue/product.ts';
import { PRODUCTS } from '../../examples/shop/src/catalogue/products.ts';
import { PLAN } from './plan.ts';
import type { Random } from './random.ts';

/** Something from the shelves: what stands first is taken most. */
export function pickProduct(products: readonly Product[], random: Random): Product {
  return products[Math.floor(random.between(0, 1) ** 1.4 * products.length)]!;
}

/** What somebody wants to buy: few want much. */
export function wantedGoods(random: Random): Line[] {
  const { worth, maxLines, two } = PLAN.carts;
  const budget = random.logNormal(worth) * 100;

  const lines: Line[] = [];
  let cents = 0;
  do {
    const others = IN_STOCK.filter((product) => !lines.some((line) => line.product === product));
    const product = pickProduct(others, random);
    const variant = product.choice && random.pick(product.choice.variants);
    const line = { product, variant, quantity: random.chance(two) ? 2 : 1 };
    lines.push(line);
    cents += unitCents(line) * line.quantity;
  } while (cents < budget * 0.75 && lines.length < maxLines);
  return lines;
}

const IN_STOCK = PRODUCTS.filter(({ stock }) => stock > 0);
