import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildShop } from './describeShop.ts';

it('takes a shopper no more than 17.5 kB, and a platform 1.4 kB', {
  timeout: 240_000,
}, async () => {
  const { 'shop.js': shop, ...presets } = await buildShop();
  const bytes = (code: string) => brotliCompressSync(code).length;

  expect(bytes(shop!)).toBeLessThanOrEqual(17_500);
  expect(Object.keys(presets).sort()).toEqual(
    ['bigcommerce', 'cafe24', 'magento', 'opencart', 'prestashop', 'shopify', 'woocommerce'].map(
      (name) => `shop-${name}.js`,
    ),
  );
  for (const code of Object.values(presets)) expect(bytes(code)).toBeLessThanOrEqual(1400);
});
