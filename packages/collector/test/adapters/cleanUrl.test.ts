import { describe, expect, it } from 'vitest';
import { cleanUrl } from '../../src/adapters/cleanUrl.ts';

describe(cleanUrl.name, () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['/cart', undefined],
    ['https://shop.example', 'https://shop.example/'],
    ['https://ann:secret@shop.example/', 'https://shop.example/'],
    [
      'https://shop.example/p?token=a&utm_source=news&x=1',
      'https://shop.example/p?utm_source=news',
    ],
    [
      'https://shop.example/?gclid=a&fbclid=b&mc_cid=c&epik=d&session=e',
      'https://shop.example/?gclid=a&fbclid=b&mc_cid=c&epik=d',
    ],
    ['https://shop.example/s?q=blue+mug', 'https://shop.example/s?q=blue+mug'],
    ['https://shop.example/s?q=ann@mail.example', 'https://shop.example/s?q=[email]'],
    ['https://shop.example/#access_token=a', 'https://shop.example/'],
    ['https://shop.example/#/cart?token=a', 'https://shop.example/#/cart'],
    ['https://shop.example/u/ann@mail.example/orders', 'https://shop.example/u/[email]/orders'],
    ['android-app://com.google.android.gm/', 'android-app://com.google.android.gm/'],
  ])('%s is kept as %s', (href, kept) => {
    expect(cleanUrl(href)).toBe(kept);
  });
});
