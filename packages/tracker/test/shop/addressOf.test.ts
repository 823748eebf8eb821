import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/shop/facts/addressOf.ts';

describe(addressOf, () => {
  it.each([
    ['/solar-jacket.html?utm_source=mail', '/solar-jacket.html'],
    ['/index.php?route=product/product&product_id=40', '40'],
    ['/shop.php?artikel=7', '/shop.php?artikel=7'],
    ['/product/linen-shirt/123/category/24/display/1/', '123'],
    ['/product/linen-shirt/123/', '123'],
    ['/product/lamps/123/moon', '/product/lamps/123/moon'],
  ])('names the product of %s %s', (path, name) => {
    expect(addressOf(new URL(path, 'https://shop.example'))).toBe(name);
  });
});
