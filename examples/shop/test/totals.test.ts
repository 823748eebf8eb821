import { describe, expect, it } from 'vitest';
import { totalsOf } from '../src/cart/totals.ts';
import { productBySlug } from '../src/catalogue/products.ts';

const SPRING10 = { code: 'SPRING10', percent: 10 };
const POST = { cents: 490 };

describe(totalsOf, () => {
  it.each([
    ['nothing', [], undefined, undefined, { goods: 0, discount: 0, total: 0, tax: 0 }],
    [
      'one thing',
      [['brass-compass', 1]],
      undefined,
      undefined,
      { goods: 6400, total: 6400, tax: 1022 },
    ],
    [
      'several',
      [
        ['brass-compass', 2],
        ['airmail-set', 3],
      ],
      undefined,
      undefined,
      { goods: 17750, total: 17750 },
    ],
    [
      'a coupon',
      [['airmail-set', 1]],
      SPRING10,
      undefined,
      { goods: 1650, discount: 165, total: 1485 },
    ],
    [
      'half a cent of discount, rounded up',
      [['airmail-set', 1]],
      { code: 'X', percent: 3 },
      undefined,
      { discount: 50, total: 1600 },
    ],
    [
      'shipping, which no coupon touches',
      [['brass-compass', 1]],
      SPRING10,
      POST,
      { discount: 640, shipping: 490, total: 6250 },
    ],
    [
      'free shipping',
      [['brass-compass', 1]],
      undefined,
      { cents: 0 },
      { shipping: 0, total: 6400 },
    ],
    ['the sale price', [['quiet-range', 1]], undefined, undefined, { goods: 3600, total: 3600 }],
  ] as const)('adds up %s', (_, rows, coupon, shipping, expected) => {
    const lines = rows.map(([slug, quantity]) => ({
      product: productBySlug(slug)!,
      variant: undefined,
      quantity,
    }));
    expect(totalsOf({ lines, coupon, shipping })).toMatchObject(expected);
  });

  it('charges a variant its own price', () => {
    const product = productBySlug('harbour-chart')!;
    const prices = product.choice!.variants.map(
      (variant) =>
        totalsOf({
          lines: [{ product, variant, quantity: 1 }],
          coupon: undefined,
          shipping: undefined,
        }).total,
    );
    expect(prices).toEqual([3800, 4200, 9600]);
  });
});
